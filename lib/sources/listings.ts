import { type ListAnswer, type ListRequest, lookAtList, NOTHING } from './list'

/**
 * Which list each tab shows, and which of its cards are asked about one by one: what belongs to an earlier list, or to a
 * card that was scrolled past, is wanted by nobody.
 */

interface Shown {
  list: string
  end: AbortController
  singles: Map<string, AbortController>
}

const shown = new Map<number, Shown>()

function shownIn(tab: number, list: string): Shown {
  const known = shown.get(tab)
  if (known?.list === list) return known
  known?.end.abort()
  const now = { list, end: new AbortController(), singles: new Map<string, AbortController>() }
  shown.set(tab, now)
  return now
}

/** A list's question for a tab, which ends with what it is asked for. Never rejects. */
export async function lookAtShown(
  { how, list, ...request }: Omit<ListRequest, 'how'> & { how: ListRequest['how'] | 'left'; list: string },
  tab: number,
): Promise<ListAnswer> {
  const { end, singles } = shownIn(tab, list)
  if (how === 'left') {
    for (const { id } of request.models) singles.get(id)?.abort()
    return NOTHING
  }
  if (how !== 'single') return lookAtList({ ...request, how }, end.signal)
  const own = new AbortController()
  for (const { id } of request.models) singles.set(id, own)
  const answer = await lookAtList({ ...request, how }, AbortSignal.any([end.signal, own.signal]))
  for (const { id } of request.models) if (singles.get(id) === own) singles.delete(id)
  return answer
}
