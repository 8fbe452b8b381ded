import type { Ancestor, Assessment, BaseDuty, Headline, Match } from '../lib/assessment'
import { isTeacher } from '../lib/lineage/bases'
import type { Rubric } from '../lib/rubric/schema'
import { encodePath } from '../lib/snapshot/urls'
import { EvidenceView } from './EvidenceView'
import { Meter } from './Meter'
import { type Texts, useTexts } from './text'
import { headlineWords, licenseChip } from './words'

/** What the model is derived from: a small tree, what its bases withhold, and what their licences ask. */

export interface LineageSectionProps {
  assessment: Assessment
  rubric: Rubric
  /** What each base is by itself, by its id. */
  headlines: Readonly<Record<string, Headline>>
  /** What this step is by itself; null where nothing is derived. */
  own: Headline | null
  derivatives: 'strict' | 'own-work'
  /** Bases are being asked for. */
  pending: boolean
  onOptions(): void
}

export function LineageSection(props: LineageSectionProps) {
  const { assessment, rubric, headlines, own, derivatives, pending, onOptions } = props
  const texts = useTexts()
  const { t } = texts
  const { lineage, subject } = assessment
  if (lineage.bases.length === 0 && !lineage.matches?.length && lineage.influence.level === null) return null
  const teachers = lineage.bases.filter(isTeacher)
  const parents = lineage.bases.filter((base) => !isTeacher(base))
  return (
    <section class="section">
      <h3 class="title">{t('section_lineage')}</h3>
      {parents.length > 0 ? (
        <>
          <p class="lead">
            {t(derivatives === 'strict' ? 'lineage_strict' : 'lineage_own_work')}{' '}
            <button type="button" class="link" onClick={onOptions}>
              {t('change')}
            </button>
          </p>
          <Tree
            ancestors={lineage.ancestors ?? parents.map((base) => unseen(base.id))}
            self={subject.id}
            relation={lineage.relation}
            bases={parents}
            headlines={headlines}
            rubric={rubric}
            pending={pending}
          />
          {own && derivatives === 'strict' ? (
            <OwnAndWhole own={own} assessment={assessment} rubric={rubric} />
          ) : null}
        </>
      ) : null}
      <Teachers teachers={teachers} />
      <Matches matches={lineage.matches ?? []} />
      {lineage.influence.level === null ? null : (
        <p class="lead">
          {t(
            'lineage_influence',
            t(`influence_${lineage.influence.level.replaceAll('-', '_')}`),
            t(`influence_basis_${lineage.influence.basis}`),
          )}
        </p>
      )}
      {lineage.influence.evidence ? <EvidenceView evidence={lineage.influence.evidence} /> : null}
      <Duties duties={lineage.duties ?? []} />
    </section>
  )
}

const unseen = (id: string): Ancestor => ({
  id,
  depth: 1,
  state: 'unseen',
  gated: false,
  license: { id: null, expression: null, label: null, class: 'unknown' },
  relation: null,
  bases: [],
  components: {},
})

interface TreeProps {
  ancestors: readonly Ancestor[]
  self: string
  relation: Assessment['lineage']['relation']
  bases: Assessment['lineage']['bases']
  headlines: Readonly<Record<string, Headline>>
  rubric: Rubric
  pending: boolean
}

/** Farthest ancestors first, the model itself last; each line says what was made of it. */
function Tree({ ancestors, self, relation, bases, headlines, rubric, pending }: TreeProps) {
  const { t } = useTexts()
  const nameOf = (id: string) => id.slice(id.indexOf('/') + 1)
  /** What was made of a node: the model itself, or those of its ancestors that name it. */
  const madeOf = (node: Ancestor): string[] => {
    const made: string[] = []
    const own = bases.find(({ id }) => same(id, node.id))
    if (own || node.depth === 1) made.push(edge(t, own?.relation ?? relation, nameOf(self)))
    for (const child of ancestors) {
      if (child.bases.some((id) => same(id, node.id))) made.push(edge(t, child.relation, nameOf(child.id)))
    }
    return made
  }
  const ordered = [...ancestors].sort((a, b) => b.depth - a.depth)
  return (
    <ol class="tree" aria-label={t('lineage_tree')}>
      {ordered.map((node) => (
        <li key={node.id}>
          <TreeNode node={node} headline={headlines[node.id] ?? null} rubric={rubric} pending={pending} />
          <span class="tree-edge">
            <span aria-hidden="true">↓ </span>
            {madeOf(node).join(' · ')}
          </span>
        </li>
      ))}
      <li class="tree-self">
        <b dir="auto">{nameOf(self)}</b> <span class="tree-note">{t('lineage_this')}</span>
      </li>
    </ol>
  )
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

const edge = (t: Texts['t'], relation: Ancestor['relation'], to: string): string =>
  t(`lineage_edge_${(relation ?? 'base').replaceAll('-', '_')}`, to)

function TreeNode({
  node,
  headline,
  rubric,
  pending,
}: {
  node: Ancestor
  headline: Headline | null
  rubric: Rubric
  pending: boolean
}) {
  const texts = useTexts()
  const { t } = texts
  const url = `https://huggingface.co/${encodePath(node.id)}`
  const words = headline && headlineWords(texts, rubric.id, headline)
  return (
    <span class="tree-node">
      <a href={url} target="_blank" rel="noreferrer noopener" dir="auto">
        {node.id}
      </a>
      {node.state === 'seen' ? (
        <>
          <span class="license" dir="auto">
            {licenseChip(texts, { ...node.license, label: node.license.label ?? node.license.expression })}
          </span>
          {node.gated ? <span class="tree-note">{t('lineage_gated')}</span> : null}
          {headline && words ? (
            <span class="tree-verdict">
              <Meter low={headline.meter} high={headline.high.meter} />
              {words.high === null ? words.low : t('range', words.low, words.high)}
            </span>
          ) : null}
        </>
      ) : (
        <span class="tree-note">
          {t(node.state === 'unseen' && pending ? 'lineage_asking' : `lineage_${node.state}`)}
        </span>
      )}
    </span>
  )
}

/** Where the bases change the verdict: this step's own, and the whole, in the badge's words. */
function OwnAndWhole({ own, assessment, rubric }: { own: Headline; assessment: Assessment; rubric: Rubric }) {
  const texts = useTexts()
  const { t } = texts
  const words = (headline: Headline) => {
    const { low, high } = headlineWords(texts, rubric.id, headline)
    return high === null ? low : t('range', low, high)
  }
  const [step, all] = [words(own), words(assessment.headline)]
  if (step === all) return null
  const adapter = assessment.lineage.relation === 'adapter'
  return <p class="lead">{t(adapter ? 'lineage_adapter_system' : 'lineage_own_whole', step, all)}</p>
}

/** Models that this one learned from: nothing of theirs is in its weights, so nothing that they withhold is handed down. */
function Teachers({ teachers }: { teachers: Assessment['lineage']['bases'] }) {
  const { t } = useTexts()
  if (teachers.length === 0) return null
  return (
    <>
      <p class="lead">{t('lineage_teachers', teachers.map(({ id }) => id).join(', '))}</p>
      {teachers.map(({ id, evidence }) => (evidence ? <EvidenceView key={id} evidence={evidence} /> : null))}
    </>
  )
}

/** Identity is told, never intent. Tokenizers and configurations in common are weak signs and stay folded. */
function Matches({ matches }: { matches: readonly Match[] }) {
  const { t } = useTexts()
  const telling = matches.filter(({ what }) => what === 'weights' || what === 'some-weights')
  const weak = matches.filter(({ what }) => what === 'tokenizer' || what === 'config')
  return (
    <>
      {telling.map((match) => (
        <div class={match.declared ? 'callout' : 'callout differs'} key={match.id + match.what}>
          <p>
            <span lang="en">{match.evidence.claim}</span>{' '}
            {match.declared ? null : t('lineage_not_named', match.id)}
          </p>
          <EvidenceView evidence={match.evidence} />
        </div>
      ))}
      {weak.length > 0 ? (
        <details class="more">
          <summary>{t('lineage_weak_signs', weak.length)}</summary>
          {weak.map((match) => (
            <EvidenceView key={match.id + match.what} evidence={match.evidence} />
          ))}
        </details>
      ) : null}
    </>
  )
}

function Duties({ duties }: { duties: readonly BaseDuty[] }) {
  const { t } = useTexts()
  if (duties.length === 0) return null
  const open = duties.filter(({ state }) => state !== 'met').length
  return (
    <details class="more duties">
      <summary>{t('lineage_duties', duties.length, open)}</summary>
      <ul class="criteria">
        {duties.map((duty) => (
          <li class="criterion" key={`${duty.license}${duty.duty}${duty.clause}${duty.quote}`}>
            <span class="criterion-name">{t(`duty_${duty.duty.replaceAll('-', '_')}`)}</span>
            <span class={`criterion-result ${duty.state}`}>{t(`duty_state_${duty.state}`)}</span>
            <span class="criterion-reason">
              <q lang="und" dir="auto">
                {duty.quote}
              </q>{' '}
              {t('duty_source', duty.license, duty.clause, duty.base)}
              {duty.onlyModels === undefined ? null : ` ${t('duty_only_models', duty.onlyModels)}`}
            </span>
            {duty.evidence === null ? null : <EvidenceView evidence={duty.evidence} />}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** One sentence: what the model was made from. Null where nothing is named. */
export function LineageSentence({ lineage }: Pick<Assessment, 'lineage'>) {
  const { t } = useTexts()
  const [first, ...rest] = lineage.bases
  if (!first) return null
  const kind = t(`lineage_kind_${(lineage.relation ?? 'base').replaceAll('-', '_')}`)
  const names = rest.length === 0 ? first.id : t('lineage_and_more', first.id, rest.length)
  const gone = lineage.ancestors?.find(({ id, state }) => same(id, first.id) && state !== 'seen')
  const says = first.license ?? (gone ? t(`lineage_${gone.state}`) : t('license_unknown'))
  return (
    <p class="lead" dir="auto">
      {t('lineage_sentence', kind, names, says)}
    </p>
  )
}
