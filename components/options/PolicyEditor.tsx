import { ACTIONS, type Action, type Policy, type PolicyRule } from '../../lib/licenses/policy'
import type { PolicyFault } from '../../lib/licenses/policy-file'
import { useTexts } from '../text'
import { FileButton } from './FileButton'

export interface PolicyEditorProps {
  policy: Policy | null
  families: readonly string[]
  terms: readonly string[]
  /** Faults of a file that was refused. */
  faults: readonly PolicyFault[]
  onPolicy(policy: Policy | null): void
  onStart(): void
  onExport(): void
  onImport(file: File): void
}

/** Allow, review or deny: the reader's own rules on licences, first fit first. */
export function PolicyEditor(props: PolicyEditorProps) {
  const { t } = useTexts()
  const { policy, onPolicy } = props
  return (
    <section aria-labelledby="policy-title">
      <h2 id="policy-title">{t('policy_title')}</h2>
      <p class="lead">{t('policy_intro')}</p>
      {policy === null ? (
        <p class="lead">{t('policy_off')}</p>
      ) : (
        <>
          <ol class="policy-rules">
            {policy.rules.map((rule, index) => (
              <li key={index}>
                <RuleRow
                  {...props}
                  rule={rule}
                  number={index + 1}
                  onRule={(changed) =>
                    onPolicy({
                      ...policy,
                      rules: policy.rules.flatMap((known, at) => (at === index ? (changed ?? []) : known)),
                    })
                  }
                  onUp={() => {
                    const rules = [...policy.rules]
                    rules.splice(index - 1, 0, ...rules.splice(index, 1))
                    onPolicy({ ...policy, rules })
                  }}
                />
              </li>
            ))}
          </ol>
          <p>
            <button
              type="button"
              class="button"
              onClick={() =>
                onPolicy({
                  ...policy,
                  rules: [...policy.rules, { when: { class: ['restricted'] }, action: 'review' }],
                })
              }
            >
              {t('policy_add')}
            </button>
          </p>
          <div class="policy-rest">
            {(['otherwise', 'unknown', 'none'] as const).map((key) => (
              <p key={key}>
                <label for={`policy-${key}`}>{t(`policy_${key}`)}</label>
                <ActionSelect
                  id={`policy-${key}`}
                  value={policy[key]}
                  onAction={(action) => onPolicy({ ...policy, [key]: action })}
                />
              </p>
            ))}
          </div>
        </>
      )}
      <Files {...props} />
      <div role="alert">
        {props.faults.length > 0 ? (
          <div class="callout conflict">
            <p>
              <b>{t('policy_refused')}</b>
            </p>
            <ul>
              {props.faults.map((fault) => (
                <li key={`${fault.line}:${fault.column}:${fault.path}`}>
                  {t(
                    'policy_fault',
                    fault.line,
                    fault.column,
                    fault.path || '–',
                    t(`fault_${fault.kind}`, fault.detail),
                  )}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </section>
  )
}

function Files({ policy, onPolicy, onStart, onExport, onImport }: PolicyEditorProps) {
  const { t } = useTexts()
  return (
    <p class="actions policy-files">
      {policy === null ? (
        <button type="button" class="button primary" onClick={onStart}>
          {t('policy_start')}
        </button>
      ) : (
        <>
          <button type="button" class="button" onClick={onExport}>
            {t('policy_export')}
          </button>
          <button type="button" class="button" onClick={() => onPolicy(null)}>
            {t('policy_clear')}
          </button>
        </>
      )}
      <FileButton label={t('policy_import')} onFile={onImport} />
    </p>
  )
}

const KINDS = ['class', 'family', 'license', 'term'] as const
type Kind = (typeof KINDS)[number]
const CLASSES = ['open', 'conditional', 'restricted', 'unknown'] as const
const TERM_VALUES = ['yes', 'no', 'conditional', 'forbidden', 'silent'] as const

const kindOf = ({ when }: PolicyRule): Kind => KINDS.find((kind) => when[kind] !== undefined) ?? 'class'

function RuleRow({
  rule,
  number,
  families,
  terms,
  onRule,
  onUp,
}: PolicyEditorProps & {
  rule: PolicyRule
  number: number
  onRule(rule: PolicyRule | null): void
  onUp(): void
}) {
  const { t, maybe } = useTexts()
  const kind = kindOf(rule)
  const { when } = rule
  const set = (changed: PolicyRule['when']) => onRule({ ...rule, when: changed })
  const start: Record<Kind, PolicyRule['when']> = {
    class: { class: ['restricted'] },
    family: { family: [families[0] ?? 'community'] },
    license: { license: ['MIT'] },
    term: { term: { name: 'userThreshold', is: 'yes' } },
  }
  return (
    <div class="policy-rule">
      <select
        aria-label={t('policy_kind', number)}
        value={kind}
        onChange={(event) => {
          const chosen = KINDS.find((known) => known === event.currentTarget.value)
          if (chosen) set(start[chosen])
        }}
      >
        {KINDS.map((known) => (
          <option key={known} value={known}>
            {t(`policy_kind_${known}`)}
          </option>
        ))}
      </select>
      {kind === 'license' ||
      (when[kind] !== undefined && kind !== 'term' && (when[kind]?.length ?? 0) > 1) ? (
        <input
          type="text"
          aria-label={t('policy_value', number)}
          value={(when[kind] ?? []).join(', ')}
          onChange={(event) => {
            const values = event.currentTarget.value
              .split(',')
              .map((value) => value.trim())
              .filter(Boolean)
            if (values.length === 0) return
            if (kind === 'license') set({ license: values })
            else if (kind === 'family') set({ family: values })
            else {
              const classes = CLASSES.filter((known) => values.includes(known))
              if (classes.length > 0) set({ class: classes })
            }
          }}
        />
      ) : null}
      {kind === 'class' && when.class?.length === 1 ? (
        <select
          aria-label={t('policy_value', number)}
          value={when.class[0]}
          onChange={(event) => {
            const chosen = CLASSES.find((known) => known === event.currentTarget.value)
            if (chosen) set({ class: [chosen] })
          }}
        >
          {CLASSES.map((known) => (
            <option key={known} value={known}>
              {t(`class_${known}`)}
            </option>
          ))}
        </select>
      ) : null}
      {kind === 'family' && when.family?.length === 1 ? (
        <select
          aria-label={t('policy_value', number)}
          value={when.family[0]}
          onChange={(event) => set({ family: [event.currentTarget.value] })}
        >
          {[...new Set([...families, ...when.family])].map((family) => (
            <option key={family} value={family}>
              {maybe(`family_${family.replaceAll('-', '_')}`) ?? family}
            </option>
          ))}
        </select>
      ) : null}
      {when.term ? (
        <TermSelects term={when.term} terms={terms} number={number} onTerm={(term) => set({ term })} />
      ) : null}
      <ActionSelect
        value={rule.action}
        label={t('policy_word', number)}
        onAction={(action) => onRule({ ...rule, action })}
      />
      <span class="policy-buttons">
        <button
          type="button"
          class="button"
          disabled={number === 1}
          aria-label={t('policy_up', number)}
          onClick={onUp}
        >
          ↑
        </button>
        <button
          type="button"
          class="button"
          aria-label={t('policy_remove', number)}
          onClick={() => onRule(null)}
        >
          ×
        </button>
      </span>
    </div>
  )
}

type Term = NonNullable<PolicyRule['when']['term']>

function TermSelects({
  term,
  terms,
  number,
  onTerm,
}: {
  term: Term
  terms: readonly string[]
  number: number
  onTerm(term: Term): void
}) {
  const { t, maybe } = useTexts()
  return (
    <>
      <select
        aria-label={t('policy_value', number)}
        value={term.name}
        onChange={(event) => {
          const name = event.currentTarget.value
          if (isTerm(name, terms)) onTerm({ ...term, name })
        }}
      >
        {terms.map((name) => (
          <option key={name} value={name}>
            {t(`term_${name}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('policy_is', number)}
        value={term.is}
        onChange={(event) => onTerm({ ...term, is: event.currentTarget.value })}
      >
        {[...new Set([...TERM_VALUES, term.is])].map((value) => (
          <option key={value} value={value}>
            {maybe(`term_is_${value}`) ?? value}
          </option>
        ))}
      </select>
    </>
  )
}

const isTerm = (name: string, terms: readonly string[]): name is Term['name'] => terms.includes(name)

function ActionSelect({
  value,
  id,
  label,
  onAction,
}: {
  value: Action
  id?: string
  label?: string
  onAction(action: Action): void
}) {
  const { t } = useTexts()
  return (
    <select
      class="policy-action"
      id={id}
      aria-label={label}
      value={value}
      onChange={(event) => {
        const chosen = ACTIONS.find((known) => known === event.currentTarget.value)
        if (chosen) onAction(chosen)
      }}
    >
      {ACTIONS.map((action) => (
        <option key={action} value={action}>
          {t(`policy_action_${action}`)}
        </option>
      ))}
    </select>
  )
}
