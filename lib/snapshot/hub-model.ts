import * as z from 'zod/mini'
import { flag, number, text, textList } from './tolerant'

/**
 * One model as the Hub describes it. The same shape is read from the `model` object in the page's ModelHeader
 * `data-props` (seen 2024-07 to 2026-08; no `sha`, no `siblings`) and from `GET /api/models/{id}` (recorded 2025-01
 * and 2026-10). Every field may be null: not given, or given in a type nobody can read.
 */

const record = z.catch(z.nullable(z.record(z.string(), z.unknown())), null)

const cardData = z.catch(
  z.nullable(
    z.object({
      /** One id or several: the Hub sends a string or a list. */
      license: textList,
      license_name: text,
      license_link: text,
      base_model: textList,
      base_model_relation: text,
      datasets: textList,
      language: textList,
      library_name: text,
      pipeline_tag: text,
      extra_gated_prompt: text,
      new_version: text,
    }),
  ),
  null,
)

const tagObject = z.object({
  id: z.string(),
  label: text,
  type: text,
  extra: z.catch(
    z.nullable(
      z.object({
        /** True on a dataset tag whose dataset is not on the Hub. */
        disabled: flag,
        /** Title of the linked paper, on an arXiv tag. */
        paperTitle: text,
      }),
    ),
    null,
  ),
})

const list = <T extends z.ZodMiniType>(item: T) =>
  z.catch(
    z.nullable(
      z.pipe(
        z.array(z.unknown()),
        z.transform((values): z.output<T>[] => {
          const out: z.output<T>[] = []
          for (const value of values.slice(0, 50_000)) {
            const parsed = z.safeParse(item, value)
            if (parsed.success) out.push(parsed.data)
          }
          return out
        }),
      ),
    ),
    null,
  )

export const hubModelSchema = z.object({
  id: text,
  modelId: text,
  author: text,
  sha: text,
  lastModified: text,
  createdAt: text,
  private: flag,
  disabled: flag,
  /** false, or how access is asked for. */
  gated: z.catch(z.nullable(z.union([z.literal(false), z.literal('auto'), z.literal('manual')])), null),
  tags: textList,
  tag_objs: list(tagObject),
  pipeline_tag: text,
  library_name: text,
  cardData,
  cardExists: flag,
  config: z.catch(
    z.nullable(
      z.object({
        architectures: textList,
        model_type: text,
        auto_map: record,
        quantization_config: record,
        /** GGUF and adapter metadata, where the Hub passes it on. */
        peft: z.catch(z.nullable(z.object({ base_model_name_or_path: text, task_type: text })), null),
      }),
    ),
    null,
  ),
  'model-index': z.catch(z.nullable(z.array(z.unknown())), null),
  siblings: list(
    z.object({
      rfilename: z.string(),
      size: number,
      lfs: z.catch(z.nullable(z.object({ sha256: text, oid: text })), null),
    }),
  ),
  safetensors: z.catch(z.nullable(z.object({ parameters: record, total: number })), null),
  gguf: z.catch(z.nullable(z.object({ total: number, architecture: text })), null),
  transformersInfo: z.catch(z.nullable(z.object({ auto_model: text })), null),
  baseModels: z.catch(
    z.nullable(z.object({ relation: text, models: list(z.object({ id: z.string() })) })),
    null,
  ),
  widgetData: z.catch(z.nullable(z.array(z.unknown())), null),
  inference: text,
  availableInferenceProviders: z.catch(z.nullable(z.array(z.unknown())), null),
})

export type HubModel = z.output<typeof hubModelSchema>

/** Reads a model object. Null when it is not an object at all. */
export function readHubModel(input: unknown): HubModel | null {
  const parsed = z.safeParse(hubModelSchema, input)
  return parsed.success ? parsed.data : null
}
