import type { Status } from '../lib/assessment'

/** One shape per status; the word always stands beside it. */
export function Glyph({ status }: { status: Status }) {
  return (
    <svg
      class={`glyph ${status}`}
      viewBox="0 0 14 14"
      width="14"
      height="14"
      aria-hidden="true"
      focusable="false"
    >
      {SHAPES[status]}
    </svg>
  )
}

const ring = <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" stroke-width="1.3" />
const dashed = (
  <circle
    cx="7"
    cy="7"
    r="5.5"
    fill="none"
    stroke="currentColor"
    stroke-width="1.3"
    stroke-dasharray="2 2.3"
  />
)
const half = (
  <>
    <path d="M7 1.5a5.5 5.5 0 1 1 0 11z" fill="currentColor" />
    {ring}
  </>
)
const cross = <path d="M3 3l8 8M11 3l-8 8" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" />

const SHAPES: Record<Status, preact.JSX.Element> = {
  present: <circle cx="7" cy="7" r="6" fill="currentColor" />,
  present_restricted: (
    <>
      {ring}
      <path
        d="M4.6 7h4.8v3H4.6zM5.4 7V5.6a1.6 1.6 0 0 1 3.2 0V7"
        fill="none"
        stroke="currentColor"
        stroke-width="1.1"
      />
    </>
  ),
  partial: half,
  mentioned: (
    <>
      {ring}
      <path d="M4.5 7h5" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" />
    </>
  ),
  absent_stated: cross,
  absent_inspected: cross,
  unknown: dashed,
  n_a: <path d="M3 7h8" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" />,
}
