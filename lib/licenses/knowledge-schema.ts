import * as z from 'zod/mini'

/**
 * What has been read in a licence's text: one file per licence. Every term carries the clause and at most 20 words of
 * the text, or says that the whole text has no clause on it (`absent`). Null: nobody has read it for that.
 */

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))
const cited = { clause: text(80), quote: text(200) }
/** A clause that binds only models of one line, by that line's name. */
const onlyModels = z.optional(text(60))
const absent = { absent: z.literal(true) }
const positive = z.number().check(z.positive())

const degree = z.enum(['yes', 'conditional', 'no'])
const flag = z.nullable(
  z.union([
    z.strictObject({ value: z.boolean(), ...cited }),
    z.strictObject({ value: z.literal(false), ...absent }),
  ]),
)
/** Nothing of the kind: said by the text, or not in it. */
const none = [
  z.strictObject({ value: z.literal(false), ...cited }),
  z.strictObject({ value: z.literal(false), ...absent }),
] as const
const plain = z.nullable(z.strictObject({ value: degree, ...cited }))

export const DUTIES = [
  'license-copy',
  'attribution-notice',
  'use-restrictions',
  'naming',
  'state-changes',
  'same-license',
  'share-source',
  'noncommercial',
  'other',
] as const

/** What happens above a threshold: a further licence, showing a name, registering, or the end of the permission. */
const thresholdEffect = z.enum(['license', 'display', 'register', 'limit'])

export const termsSchema = z.strictObject({
  commercialUse: z.nullable(
    z.strictObject({
      value: degree,
      effect: z.nullish(
        z.enum([
          'noncommercial',
          'research',
          'threshold',
          'register',
          'separate-license',
          'policy',
          'own-territory',
        ]),
      ),
      ...cited,
    }),
  ),
  modify: plain,
  redistribute: plain,
  /** Credit to the authors or their notice. */
  attribution: flag,
  /** Derivatives only under this very licence. */
  shareAlike: flag,
  /** A copy of the licence goes with it. */
  includeLicence: flag,
  /** Changed files say so. */
  stateChanges: flag,
  patentGrant: flag,
  /** An acceptable-use policy or a list of forbidden uses. */
  useRestrictions: flag,
  namingRequirement: z.nullable(
    z.union([
      z.strictObject({
        /** Words to show, or the start of derived models' names. */
        value: text(120),
        prefix: z.optional(text(40)),
        effect: z.enum(['display', 'prefix', 'display+prefix', 'encouraged']),
        ...cited,
        onlyModels,
      }),
      ...none,
    ]),
  ),
  trainOtherModelsOnOutputs: z.nullable(
    z.union([
      z.strictObject({
        value: z.enum(['allowed', 'conditional', 'forbidden', 'silent']),
        effect: z.nullish(
          z.enum([
            'name-prefix',
            'derivative',
            'competing',
            'other-models',
            'language-models',
            'named-kinds',
            'noncommercial-only',
            'attribution',
          ]),
        ),
        ...cited,
        onlyModels,
      }),
      z.strictObject({ value: z.literal('silent'), ...absent }),
    ]),
  ),
  userThreshold: z.nullable(
    z.union([
      z.strictObject({
        value: positive,
        period: z.enum(['month', 'day']),
        effect: thresholdEffect,
        ...cited,
      }),
      ...none,
    ]),
  ),
  revenueThreshold: z.nullable(
    z.union([
      z.strictObject({
        value: positive,
        currency: z.enum(['USD', 'CNY', 'EUR']),
        period: z.enum(['month', 'year']),
        effect: thresholdEffect,
        ...cited,
      }),
      ...none,
    ]),
  ),
  /** ISO 3166 codes, and EU. */
  territoryExclusion: z.nullable(
    z.union([
      z.strictObject({
        value: z.array(z.string().check(z.regex(/^[A-Z]{2}$/))).check(z.minLength(1)),
        effect: z.enum(['all', 'multimodal']),
        ...cited,
      }),
      ...none,
    ]),
  ),
  /** The text demands registration, an application or acceptance by the licensor. */
  gatedAcceptance: z.nullable(
    z.union([
      z.strictObject({ value: z.literal(true), effect: z.enum(['commercial', 'any']), ...cited }),
      ...none,
    ]),
  ),
  /** Suing ends rights. */
  litigationTermination: flag,
  /** Offering it to others as a hosted service. */
  serve: z.nullable(
    z.union([
      z.strictObject({
        value: z.enum(['yes', 'conditional', 'no', 'silent']),
        effect: z.nullish(
          z.enum(['counts-as-distribution', 'needs-license', 'source-offer', 'noncommercial', 'conditions']),
        ),
        ...cited,
        onlyModels,
      }),
      z.strictObject({ value: z.literal('silent'), ...absent }),
    ]),
  ),
})

export const knowledgeSchema = z.strictObject({
  id: z.string().check(z.regex(/^[\w.+-]{1,60}$/)),
  name: text(120),
  /** For a chip. */
  label: text(30),
  family: text(30),
  class: z.enum(['open', 'conditional', 'restricted', 'unknown']),
  hubIds: z.array(z.string()),
  /** Other names that mean exactly this text. */
  aliases: z.array(z.string()),
  urls: z.array(z.string()),
  /** Name of the text that was read, and where it was found (repository:path@commit, or the SPDX list). */
  text: text(80),
  source: text(300),
  /** Further texts that quotes come from: the use policy. */
  moreTexts: z.optional(z.array(z.string())),
  confidence: z.enum(['read', 'secondary']),
  terms: termsSchema,
  derivatives: z.nullable(
    z.strictObject({
      /** Whether a derivative may be put under other terms. */
      mayRelicense: z.nullable(z.strictObject({ value: z.boolean(), ...cited })),
      /** Where other terms are not free: those that keep this may still be set for what is derived. */
      ownTerms: z.optional(z.literal('noncommercial')),
      mustFlowDown: z.array(z.strictObject({ duty: z.enum(DUTIES), ...cited, onlyModels })),
    }),
  ),
  note: z.nullable(z.string().check(z.maxLength(400))),
})

export type LicenseTerms = z.infer<typeof termsSchema>
export type TermKey = keyof LicenseTerms
export type LicenseKnowledge = z.infer<typeof knowledgeSchema>
export type Duty = (typeof DUTIES)[number]
