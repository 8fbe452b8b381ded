import * as z from 'zod/mini'
import { DATA_CLASSES, type Facts, STATUSES } from './assessment'
import { atMost } from './bounds'
import { COMPONENT_IDS, type ComponentId } from './components'

/** Facts as they cross a border (a message between the worker and a page): parsed again, never cast. */

/** Where something can be read; a file that was not read yet has no address. */
const address = z.string().check(z.regex(/^(?:https:\/\/|$)/))

const evidence = z.object({
  claim: z.string(),
  quote: z.string().check(atMost(200)),
  url: address,
  locator: z.string(),
  method: z.string(),
  strength: z.enum(['artefact', 'declared', 'inferred']),
})

const finding = z.object({
  status: z.enum(STATUSES),
  unknownBecause: z.nullable(z.enum(['not_found', 'not_looked', 'unreachable', 'truncated'])),
  license: z.nullable(z.string()),
  licenseState: z.enum(['declared', 'none', 'unknown']),
  licenseInherited: z.boolean(),
  evidence: z.array(evidence),
})

const conflict = z.object({
  kind: z.enum([
    'tag-vs-name',
    'tag-vs-file',
    'tag-vs-text',
    'gate-vs-tag',
    'wording-vs-licence',
    'hub-vs-github',
    'base-conflict',
    'adapter-vs-base',
    'quantized-vs-base',
  ]),
  about: z.optional(z.enum(['code', 'data'])),
  severity: z.enum(['conflict', 'differs']),
  between: z.array(z.string()),
  explanation: z.string(),
  evidence: z.array(evidence),
})

const terms = z.record(z.string(), z.nullable(z.union([z.string(), z.boolean(), z.number()])))
const licenseClass = z.enum(['open', 'conditional', 'restricted', 'none', 'unknown'])

const parts = z.array(
  z.object({
    id: z.string(),
    label: z.string(),
    family: z.nullable(z.string()),
    class: licenseClass,
    url: z.nullable(address),
    terms: z.nullable(terms),
  }),
)
const operator = z.enum(['AND', 'OR'])

const components = z.record(z.enum(COMPONENT_IDS as [ComponentId, ...ComponentId[]]), finding)
const relation = z.nullable(
  z.enum(['finetune', 'adapter', 'merge', 'quantized', 'continued-pretraining', 'distillation']),
)

const ancestor = z.object({
  id: z.string(),
  depth: z.number(),
  state: z.enum(['seen', 'denied', 'missing', 'unseen', 'beyond', 'named']),
  gated: z.boolean(),
  license: z.object({
    id: z.nullable(z.string()),
    expression: z.nullable(z.string()),
    label: z.nullable(z.string()),
    class: licenseClass,
  }),
  relation,
  bases: z.array(z.string()),
  components: z.partialRecord(z.enum(COMPONENT_IDS as [ComponentId, ...ComponentId[]]), finding),
})

const duty = z.object({
  base: z.string(),
  license: z.string(),
  duty: z.string(),
  clause: z.string(),
  quote: z.string().check(atMost(200)),
  onlyModels: z.optional(z.string()),
  state: z.enum(['met', 'not_found', 'cannot_tell']),
  evidence: z.nullable(evidence),
})

const match = z.object({
  id: z.string(),
  what: z.enum(['weights', 'some-weights', 'tokenizer', 'config']),
  declared: z.boolean(),
  older: z.nullable(z.boolean()),
  evidence,
})

export const factsSchema: z.ZodMiniType<Facts> = z.object({
  subject: z.object({
    site: z.enum(['huggingface', 'github']),
    id: z.string(),
    revision: z.nullable(z.string()),
    name: z.string(),
    isModel: z.nullable(z.boolean()),
  }),
  license: z.object({
    id: z.nullable(z.string()),
    expression: z.nullable(z.string()),
    label: z.nullable(z.string()),
    family: z.nullable(z.string()),
    class: licenseClass,
    terms,
    declaredIn: z.array(z.string()),
    url: z.nullable(address),
    conflicts: z.array(conflict),
    parts,
    operator,
    answers: z.nullable(
      z.array(
        z.object({
          question: z.enum(['commercial', 'share', 'train', 'eu', 'ship', 'serve']),
          verdict: z.enum(['yes', 'if', 'no', 'unknown']),
          because: z.array(
            z.object({
              id: z.string(),
              params: z.array(z.string()),
              clause: z.nullable(z.string()),
              quote: z.nullable(z.string().check(atMost(200))),
              license: z.string(),
              url: z.nullable(address),
            }),
          ),
        }),
      ),
    ),
  }),
  components,
  lineage: z.object({
    relation,
    bases: z.array(
      z.object({
        id: z.string(),
        license: z.nullable(z.string()),
        resolved: z.boolean(),
        relation: z.optional(relation),
        evidence: z.optional(evidence),
      }),
    ),
    ancestors: z.optional(z.array(ancestor)),
    duties: z.optional(z.array(duty)),
    matches: z.optional(z.array(match)),
    influence: z.object({
      level: z.nullable(
        z.enum([
          'inspiration',
          'guided-learning',
          'adaptation',
          'direct-influence',
          'wholesale-copying',
          'redistribution',
        ]),
      ),
      basis: z.enum(['declared', 'detected', 'not_determinable']),
      evidence: z.optional(evidence),
    }),
  }),
  sources: z.optional(
    z.array(
      z.object({
        kind: z.enum(['configuration', 'repository', 'dataset', 'paper', 'collection']),
        id: z.string(),
        url: address,
        state: z.enum(['open', 'seen', 'missing', 'denied']),
      }),
    ),
  ),
  datasets: z.optional(
    z.array(
      z.object({
        id: z.string(),
        role: z.nullable(z.enum(['base', 'tuned', 'evaluation'])),
        class: z.enum(DATA_CLASSES),
        license: z.nullable(z.string()),
        evidence,
      }),
    ),
  ),
  compute: z.optional(
    z.nullable(
      z.object({
        method: z.enum(['stated', 'hardware', 'architecture', 'lower-bound']),
        estimate: z.nullable(z.number()),
        low: z.number(),
        high: z.nullable(z.number()),
        tier: z.object({ low: z.number(), high: z.number() }),
        inputs: z.array(evidence),
      }),
    ),
  ),
  depth: z.enum(['glance', 'look']),
  faults: z.array(
    z.object({
      id: z.enum([
        'front-matter',
        'card-truncated',
        'files-truncated',
        'api',
        'gated',
        'gone',
        'network',
        'rate-limit',
        'empty',
        'github-limit',
        'page',
      ]),
      detail: z.string(),
      again: z.optional(z.number()),
    }),
  ),
})
