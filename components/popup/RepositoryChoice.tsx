import { useTexts } from '../text'

type Choice = 'on' | 'off' | null

export interface RepositoryChoices {
  id: string
  /** What was said of the repository, and of all of its owner's. */
  own: Choice
  owner: Choice
}

/** Whether the badge stands on a repository: as the page shows, always, or never; for it alone or for all of its owner. */
export function RepositoryChoice({
  repository,
  onChoice,
}: {
  repository: RepositoryChoices | null
  onChoice(key: string, choice: Choice): void
}) {
  const { t } = useTexts()
  if (!repository) return null
  const { id, own, owner } = repository
  const name = id.slice(0, id.indexOf('/'))
  return (
    <div class="repository-choice">
      <Select label={t('repository_badge', id)} value={own} onChange={(choice) => onChoice(id, choice)} />
      <Select
        label={t('repository_badge_owner', name)}
        value={owner}
        onChange={(choice) => onChoice(name, choice)}
      />
    </div>
  )
}

function Select({
  label,
  value,
  onChange,
}: {
  label: string
  value: Choice
  onChange(choice: Choice): void
}) {
  const { t } = useTexts()
  return (
    <label class="repository-select">
      <span dir="auto">{label}</span>
      <select
        value={value ?? ''}
        onChange={({ currentTarget }) =>
          onChange(currentTarget.value === 'on' || currentTarget.value === 'off' ? currentTarget.value : null)
        }
      >
        <option value="">{t('repository_auto')}</option>
        <option value="on">{t('repository_on')}</option>
        <option value="off">{t('repository_off')}</option>
      </select>
    </label>
  )
}
