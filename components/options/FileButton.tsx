/** A button that opens a JSON file from the reader's own disk. */
export function FileButton({ label, onFile }: { label: string; onFile(file: File): void }) {
  return (
    <label class="button file">
      {label}
      <input
        type="file"
        accept="application/json,.json"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          if (file) onFile(file)
          // The same file may be chosen again after it was changed.
          event.currentTarget.value = ''
        }}
      />
    </label>
  )
}
