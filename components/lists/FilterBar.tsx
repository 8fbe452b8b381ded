import { useId } from 'preact/hooks'
import type { Filter, Fit } from '../../lib/page/lists/filter'
import { Meter } from '../Meter'
import type { Texts } from '../text'

export type FilterCount = Record<Fit, number>

export interface FilterBarProps {
  texts: Texts
  filter: Filter
  /** Something is asked for. */
  active: boolean
  count: FilterCount
  /** The site does not answer for now. */
  refused: boolean
  hasPolicy: boolean
  onFilter(filter: Filter): void
}

const LEAST = [0, 1, 2, 3, 4] as const
const LEAST_WORDS = ['any', 'open_weights', 'open_model', 'open_tooling', 'open_science'] as const

/** One line above a list: what is asked for behind a button, what comes of it beside it. */
export function FilterBar({ texts, filter, active, count, refused, hasPolicy, onFilter }: FilterBarProps) {
  const { t } = texts
  const id = useId().replaceAll(':', '')
  const set = (patch: Partial<Filter>) => onFilter({ ...filter, ...patch })
  const asked = [
    filter.least === 0 ? '' : t('filter_least', leastWord(texts, filter.least)),
    filter.commercial ? t('filter_commercial') : '',
    filter.policy && hasPolicy ? t('filter_policy') : '',
  ].filter(Boolean)
  return (
    <section class="bar" aria-label={t('filter_title')}>
      <button
        type="button"
        class="bar-button"
        popovertarget={`filter${id}`}
        style={{ anchorName: `--f${id}` }}
      >
        <Meter low={active ? filter.least : 4} high={4} />
        <span>{asked.length === 0 ? t('filter_title') : asked.join(' · ')}</span>
        <svg viewBox="0 0 10 6" width="9" height="6" aria-hidden="true" focusable="false">
          <path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" stroke-width="1.4" />
        </svg>
      </button>
      <p class="bar-count" role="status">
        {refused ? t('filter_refused') : active ? countWords(texts, filter, count) : ''}
      </p>
      {active ? (
        <button
          type="button"
          class="bar-clear"
          onClick={() => set({ least: 0, commercial: false, policy: false })}
        >
          {t('filter_clear')}
        </button>
      ) : null}
      <div
        id={`filter${id}`}
        class="bar-panel"
        popover="auto"
        role="dialog"
        aria-label={t('filter_title')}
        style={{ positionAnchor: `--f${id}` }}
      >
        <fieldset>
          <legend>{t('filter_openness')}</legend>
          {LEAST.map((least) => (
            <label key={least}>
              <input
                type="radio"
                name={`least${id}`}
                checked={filter.least === least}
                onChange={() => set({ least })}
              />
              <Meter low={least} high={least} />
              {least === 0 ? t('filter_any') : t('filter_least', leastWord(texts, least))}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{t('filter_use')}</legend>
          <label>
            <input
              type="checkbox"
              checked={filter.commercial}
              onChange={() => set({ commercial: !filter.commercial })}
            />
            {t('filter_commercial')}
          </label>
          {hasPolicy ? (
            <label>
              <input
                type="checkbox"
                checked={filter.policy}
                onChange={() => set({ policy: !filter.policy })}
              />
              {t('filter_policy')}
            </label>
          ) : null}
        </fieldset>
        <fieldset>
          <legend>{t('filter_others')}</legend>
          <label>
            <input
              type="checkbox"
              checked={filter.perhaps}
              onChange={() => set({ perhaps: !filter.perhaps })}
            />
            {t('filter_perhaps')}
          </label>
          {(['dim', 'hide'] as const).map((others) => (
            <label key={others}>
              <input
                type="radio"
                name={`others${id}`}
                checked={filter.others === others}
                onChange={() => set({ others })}
              />
              {t(`filter_${others}`)}
            </label>
          ))}
        </fieldset>
        <p class="bar-note">{t('filter_note')}</p>
      </div>
    </section>
  )
}

const leastWord = (texts: Texts, least: number): string => texts.t(`headline_${LEAST_WORDS[least] ?? 'any'}`)

/** "8 fit, 14 perhaps, 6 dimmed, 2 not known": nothing goes away unsaid. */
function countWords({ t }: Texts, filter: Filter, count: FilterCount): string {
  const out = count.no + (filter.perhaps ? 0 : count.perhaps)
  return [
    t('filter_count_yes', count.yes),
    filter.perhaps && count.perhaps > 0 ? t('filter_count_perhaps', count.perhaps) : '',
    out > 0 ? t(filter.others === 'hide' ? 'filter_count_hidden' : 'filter_count_dimmed', out) : '',
    count.unknown > 0 ? t('filter_count_unknown', count.unknown) : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
