import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import { hasKnowledge, registerKnowledge } from '../licenses/knowledge'
import { registerNamed } from '../licenses/named'
import { registerSpdx, registerSpdxList, spdxRowsSchema } from '../licenses/spdx'
import { hasTexts, registerTexts } from '../licenses/text/registered'
import { readTextIndex } from '../licenses/text/text-index'

/**
 * What is known of licences, loaded from the extension's own files when it is wanted: their terms (70 kB compressed),
 * and the hashes that texts are recognised by (64 kB for AI licences, 360 kB for the SPDX list). No request leaves the
 * browser. Never rejects: without the data terms are "not checked", and a licence file is known by its title.
 */

type Path = '/license-texts/terms.json' | '/license-texts/ai.json' | '/license-texts/spdx.json'

async function read(path: Path): Promise<unknown> {
  const answer = await fetch(browser.runtime.getURL(path))
  return answer.json()
}

/** Loads once; a failed load is tried again the next time. */
function once(isDone: () => boolean, load: () => Promise<void>): () => Promise<void> {
  let loading: Promise<void> | null = null
  return () => {
    if (isDone()) return Promise.resolve()
    loading ??= load().catch(() => {
      loading = null
    })
    return loading
  }
}

const termsSchema = z.object({ spdx: spdxRowsSchema, knowledge: z.array(z.unknown()) })

export const loadLicenseTerms = once(hasKnowledge, async () => {
  // Names that need no file are known even where the file cannot be had.
  registerSpdx()
  registerNamed()
  const { spdx, knowledge } = z.parse(termsSchema, await read('/license-texts/terms.json'))
  registerSpdxList(spdx)
  registerKnowledge(knowledge)
})

export const loadLicenseTexts = once(hasTexts, async () => {
  registerTexts(
    readTextIndex(await Promise.all([read('/license-texts/ai.json'), read('/license-texts/spdx.json')])),
  )
})
