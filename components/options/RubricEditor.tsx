import type { RubricFileFault } from '../../lib/rubric/rubric-file'
import { useTexts } from '../text'
import { FileButton } from './FileButton'

export interface RubricEditorProps {
  /** What stands in the editor; null while it is closed. */
  text: string | null
  faults: readonly RubricFileFault[]
  onText(text: string): void
  onSave(): void
  onCancel(): void
  onNew(): void
  onImport(file: File): void
}

/** One's own rubric as text, checked while it is written; the examples above show what it makes of them. */
export function RubricEditor({ text, faults, onText, onSave, onCancel, onNew, onImport }: RubricEditorProps) {
  const { t } = useTexts()
  return (
    <section aria-labelledby="own-rubrics">
      <h2 id="own-rubrics">{t('own_rubrics')}</h2>
      <p class="lead">{t('own_rubrics_text')}</p>
      {text === null ? (
        <p class="actions">
          <button type="button" class="button" onClick={onNew}>
            {t('own_rubrics_new')}
          </button>
          <FileButton label={t('own_rubrics_import')} onFile={onImport} />
        </p>
      ) : (
        <>
          <label for="rubric-text">{t('own_rubrics_edit')}</label>
          <textarea
            id="rubric-text"
            class="code"
            rows={22}
            spellcheck={false}
            value={text}
            aria-describedby="rubric-faults"
            onInput={(event) => onText(event.currentTarget.value)}
          />
          <div id="rubric-faults" role="status">
            {faults.length > 0 ? (
              <div class="callout conflict">
                <p>
                  <b>{t('own_rubrics_faults', faults.length)}</b>
                </p>
                <ul>
                  {faults.slice(0, 10).map((fault) => (
                    <li key={`${fault.line}:${fault.column}:${fault.path}:${fault.message}`}>
                      {t('own_rubrics_fault', fault.line, fault.column, fault.path || '–')}{' '}
                      <span lang="en">{fault.message}</span>
                    </li>
                  ))}
                </ul>
              </div>
            ) : (
              <p class="lead">{t('own_rubrics_valid')}</p>
            )}
          </div>
          <p class="actions">
            <button type="button" class="button primary" disabled={faults.length > 0} onClick={onSave}>
              {t('own_rubrics_save')}
            </button>
            <button type="button" class="button" onClick={onCancel}>
              {t('own_rubrics_cancel')}
            </button>
          </p>
        </>
      )}
    </section>
  )
}
