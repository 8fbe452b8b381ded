import type { Facts } from '../assessment'

/** Whether there is anything left that could be looked at: a source that the page leads to, or a base. */
export const leavesOpen = ({ lineage, sources }: Pick<Facts, 'lineage' | 'sources'>): boolean =>
  (sources?.some(({ state }) => state === 'open') ?? false) ||
  (lineage.ancestors?.some(({ state }) => state === 'unseen') ?? false)
