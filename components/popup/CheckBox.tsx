import { useEffect, useRef } from 'preact/hooks'
import { useTexts } from '../text'

/** The box of the licence check. It grows with what is pasted; Enter asks, Shift+Enter is a new line. */
export function CheckBox({
  value,
  onInput,
  onSubmit,
}: {
  value: string
  onInput(value: string): void
  onSubmit(): void
}) {
  const { t } = useTexts()
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <search>
      <form
        class="section check-box"
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        <label for="check">{t('check_label')}</label>
        <textarea
          id="check"
          ref={box}
          rows={Math.min(6, value.split('\n').length)}
          value={value}
          placeholder={t('check_placeholder')}
          spellcheck={false}
          autocomplete="off"
          dir="auto"
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
            event.preventDefault()
            onSubmit()
          }}
        />
      </form>
    </search>
  )
}
