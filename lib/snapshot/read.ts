import { type CardDocument, readCard, readRenderedCard } from './card'
import { type SplitCard, splitCard } from './front-matter'
import { readCollection, readPaper } from './hub-documents'
import { readHubModel } from './hub-model'
import type { Reading } from './reading'
import type { FileEntry, Snapshot } from './schema'
import { pageUrl } from './urls'

/** Parses a Snapshot's texts. Pure; never throws; an unreadable part reads as null. */
export function readSnapshot(snapshot: Snapshot): Reading {
  const card = snapshot.card === null ? null : splitCard(snapshot.card)
  const model = snapshot.site === 'huggingface' ? readHubModel(snapshot.api) : null
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
    frontMatter: card?.frontMatter ?? null,
    frontMatterFault: card?.fault ?? null,
    card: readCardOf(snapshot, card),
    cardSource: snapshot.card,
    cardTruncated: snapshot.cardTruncated,
    files: snapshot.files ?? siblingFiles(model),
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
