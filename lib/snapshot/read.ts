import { type CardDocument, readCard, readRenderedCard } from './card'
import { finishedPart } from './finished-part'
import { type SplitCard, splitCard } from './front-matter'
import { readCollection, readPaper } from './hub-documents'
import { readHubModel } from './hub-model'
import type { Reading } from './reading'
import type { FileEntry, Snapshot } from './schema'
import { pageUrl } from './urls'

/** What stays as it is while more of what a page leads to is looked at. */
interface Parts {
  split: SplitCard | null
  card: CardDocument | null
  model: Reading['model']
  files: readonly FileEntry[] | null
}

const readings = new WeakMap<Snapshot, Reading>()
const partsOf = new WeakMap<Snapshot, Parts>()

/**
 * The same snapshot with more beside it. Its card and its description are not parsed again, and neither is what was
 * linked before: a full inspection reads a growing snapshot at every step.
 */
export function withMore(
  snapshot: Snapshot,
  more: Partial<Pick<Snapshot, 'linked' | 'texts' | 'refs'>>,
): Snapshot {
  const next = { ...snapshot, ...more }
  const parts = partsOf.get(snapshot)
  if (parts) partsOf.set(next, parts)
  return next
}

/** Parses a Snapshot's texts, once for each; a snapshot is never changed in place. Never throws; an unreadable part reads as null. */
export function readSnapshot(snapshot: Snapshot): Reading {
  const known = readings.get(snapshot)
  if (known) return known
  const reading = readAll(snapshot)
  readings.set(snapshot, reading)
  return reading
}

function readParts(snapshot: Snapshot): Parts {
  const known = partsOf.get(snapshot)
  if (known) return known
  const source =
    snapshot.cardTruncated && snapshot.card !== null ? finishedPart(snapshot.card) : snapshot.card
  const split = source === null ? null : splitCard(source)
  const model = snapshot.site === 'huggingface' ? readHubModel(snapshot.api) : null
  const files = snapshot.files ?? siblingFiles(model)
  const parts = { split, card: readCardOf(snapshot, split), model, files }
  partsOf.set(snapshot, parts)
  return parts
}

function readAll(snapshot: Snapshot): Reading {
  const { split, card, model, files } = readParts(snapshot)
  const linked = new Map<string, Reading | 'missing' | 'denied'>()
  for (const [url, target] of Object.entries(snapshot.linked ?? {})) {
    linked.set(url, typeof target === 'string' ? target : readSnapshot(target))
  }
  return {
    site: snapshot.site,
    id: snapshot.id,
    url: pageUrl(snapshot.site, snapshot.id),
    revision: snapshot.revision ?? model?.sha ?? null,
    model,
    repository: snapshot.site === 'github' ? snapshot.api : null,
    paper: snapshot.id.startsWith('papers/') ? readPaper(snapshot.api) : null,
    collection: snapshot.id.startsWith('collections/') ? readCollection(snapshot.api) : null,
    frontMatter: split?.frontMatter ?? null,
    frontMatterFault: split?.fault ?? null,
    card,
    cardSource: snapshot.card,
    cardTruncated: snapshot.cardTruncated,
    files,
    filesTruncated: snapshot.files === null ? false : snapshot.filesTruncated,
    refs: snapshot.refs,
    texts: snapshot.texts,
    linked,
  }
}

/** The file list that the Hub's answer holds itself (`siblings`: recursive and complete). */
function siblingFiles(model: Reading['model']): FileEntry[] | null {
  if (!model?.siblings) return null
  return model.siblings.map((file) => ({
    path: file.rfilename,
    size: file.size,
    sha256: file.lfs?.sha256 ?? file.lfs?.oid ?? null,
  }))
}

function readCardOf(snapshot: Snapshot, stored: SplitCard | null): CardDocument | null {
  if (stored) return readCard(stored.body, stored.bodyOffset)
  return snapshot.cardHtml === null ? null : readRenderedCard(snapshot.cardHtml)
}
