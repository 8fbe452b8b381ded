/** A triangle with a point: licences contradict each other. */
export function WarningMark() {
  return (
    <svg class="warning" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" focusable="false">
      <path
        d="M7 1.6l6 10.6H1z"
        fill="none"
        stroke="currentColor"
        stroke-width="1.3"
        stroke-linejoin="round"
      />
      <path d="M7 5.4v3.4M7 10.3v.4" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" />
    </svg>
  )
}
