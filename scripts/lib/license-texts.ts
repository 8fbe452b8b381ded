import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import * as z from 'zod/mini'
import { files as aiFiles } from '../../lib/licenses/ai'
import { allKnowledge } from '../../lib/licenses/all-knowledge'
import { knowledgeSchema } from '../../lib/licenses/knowledge-schema'
import { buildTextIndex, type TextIndexFile } from '../../lib/licenses/text/text-index'

/** The texts that licences are recognised by: AI licences read beside the project, the SPDX list from its package. */

export interface SourceText {
  id: string
  part: 'license' | 'policy'
  text: string
  /** Name of the text where it was read. */
  name: string
}

const ROOT = resolve(import.meta.dirname, '../..')
/** Whole texts are not ours to ship; they are read where the reference material lies beside the project. */
export const TEXTS_FOLDER = resolve(ROOT, '../shared/licenses/texts')
export const AI_INDEX = resolve(ROOT, 'lib/licenses/text/ai-texts.json')

export const hasTextsFolder = (): boolean => existsSync(TEXTS_FOLDER)

export const readText = (name: string): string => readFileSync(resolve(TEXTS_FOLDER, `${name}.txt`), 'utf8')

/** Use policies that belong to a licence, by the name of their text. */
export const POLICIES: Readonly<Record<string, string>> = {
  'llama2-use-policy': 'llama2',
  'llama3-use-policy': 'llama3',
  'llama3.1-use-policy': 'llama3.1',
  'llama3.2-use-policy': 'llama3.2',
  'llama3.3-use-policy': 'llama3.3',
  'llama4-use-policy': 'llama4',
  'gemma-use-policy': 'gemma',
  'chameleon-use-policy': 'chameleon-research',
  'cohere-c4ai-use-policy': 'cohere-cc-by-nc-aup',
  'cohere-labs-use-policy': 'cohere-cc-by-nc-aup',
  'databricks-use-policy': 'databricks-open-model-license',
  'falcon-2-use-policy': 'falcon-2-11b',
  'falcon-3-use-policy': 'falcon-llm-license',
  'gpt-oss-use-policy': 'gpt-oss-policy',
  'grok-acceptable-use-policy': 'grok2-community',
}

/** Other wordings of a licence that its producer published: another language, another layout, an earlier print. */
export const VARIANTS: Readonly<Record<string, string>> = {
  'llama4-contributor-licence': 'llama4',
  'open-instruct-opt': 'opt-175b',
  'tencent-hunyuan-3d-2-repo': 'tencent-hunyuan-3d-community',
  'skywork-community-license-zh': 'skywork-community-license',
  'apple-ml-depth-pro': 'apple-ascl',
}

/** The AI licences' texts. Needs the reference material. */
export function aiSources(): SourceText[] {
  const licenses = aiFiles.map((file) => {
    const { id, text } = knowledgeSchema.parse(file)
    const part: SourceText['part'] = text in POLICIES ? 'policy' : 'license'
    return { id, part, name: text, text: readText(text) }
  })
  const read = new Set(licenses.map(({ name }) => name))
  const more = Object.entries({ ...VARIANTS, ...POLICIES })
    .filter(([name]) => !read.has(name))
    .map(
      ([name, id]): SourceText => ({
        id,
        part: name in POLICIES ? 'policy' : 'license',
        name,
        text: readText(name),
      }),
    )
  return [...licenses, ...more]
}

const listSchema = z.record(
  z.string(),
  z.object({ name: z.string(), osiApproved: z.boolean(), licenseText: z.string() }),
)

function spdxList(): z.infer<typeof listSchema> {
  const path = createRequire(import.meta.url).resolve('spdx-license-list/spdx-full.json')
  return z.parse(listSchema, JSON.parse(readFileSync(path, 'utf8')))
}

/** Ids, names and OSI approval of the SPDX list. */
export function spdxRows(): [string, string, boolean][] {
  const list = spdxList()
  return Object.entries(list)
    .filter(([id]) => !isDeprecated(id, list))
    .map(([id, { name, osiApproved }]) => [id, name, osiApproved])
}

/** Ids that newer ones stand for: "GPL-2.0", "GPL-2.0+". */
const isDeprecated = (id: string, list: object): boolean => id.endsWith('+') || `${id}-only` in list

/** The SPDX list's texts without its deprecated ids, which newer ids stand for ("GPL-2.0", "GPL-2.0+"). */
export function spdxSources(): SourceText[] {
  const list = spdxList()
  const ownReading = new Set(aiFiles.map((file) => knowledgeSchema.parse(file).id))
  return Object.entries(list)
    .filter(([id]) => !isDeprecated(id, list) && !ownReading.has(id))
    .map(([id, { licenseText }]) => ({ id, part: 'license', name: `spdx:${id}`, text: licenseText }))
}

/** What ships as data: the hashes (ours are committed, the SPDX list's are made when the extension is built) and the terms. */
export function licenseFiles(): { ai: string; spdx: string; terms: string } {
  return {
    terms: JSON.stringify({ spdx: spdxRows(), knowledge: allKnowledge }),
    ai: readFileSync(AI_INDEX, 'utf8'),
    spdx: JSON.stringify(buildTextIndex(spdxSources())),
  }
}

export const buildAiIndex = (): TextIndexFile => buildTextIndex(aiSources())
