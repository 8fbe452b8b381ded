import type { Facts } from '../assessment'
import { leavesOpen } from '../evidence/open'
import { ask, FOLLOW } from '../platform/messages'
import type { LookRequest } from './panel-slot'

/** What names bases, and bases that a look did not reach: asked for step by step while somebody wants to see them. */

export const hasMoreToFollow = (facts: Facts): boolean => facts.depth === 'look' && leavesOpen(facts)

/** More steps than any model takes: nobody is asked for ever. */
const MAX_STEPS = 40

/** Calls back with each step's facts and whether more is to come; ends with the signal, or where nobody answers. */
export async function followBases(
  request: LookRequest,
  found: (facts: Facts, more: boolean) => void,
  signal: AbortSignal,
): Promise<void> {
  for (let [more, steps] = [true, 0]; more && steps < MAX_STEPS; steps += 1) {
    const step = await ask(FOLLOW, request).catch(() => null)
    if (signal.aborted || step === null) return
    more = step.more
    found(step.facts, more)
  }
}
