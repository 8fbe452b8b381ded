import type { Action } from '../../lib/licenses/policy'

const PATHS: Record<Action, string> = {
  allow: 'M5 8.2l2 2 4-4.2',
  review: 'M8 5v3.6M8 10.8v.4',
  deny: 'M5.5 5.5l5 5M10.5 5.5l-5 5',
}

/** A shield with a tick, a point or a cross: the reader's policy on this licence. */
export function PolicyMark({ action }: { action: Action }) {
  return (
    <svg
      class={`policy-mark ${action}`}
      viewBox="0 0 16 16"
      width="14"
      height="14"
      aria-hidden="true"
      focusable="false"
    >
      <path class="shield" d="M8 1.2l5.4 2v4.1c0 3.5-2.3 6-5.4 7.3-3.1-1.3-5.4-3.8-5.4-7.3V3.2z" />
      <path d={PATHS[action]} />
    </svg>
  )
}
