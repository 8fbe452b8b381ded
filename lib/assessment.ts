import type { ComponentId } from './components'

/** What every surface is a view of. The JSON of `npm run assess` is exactly this (see README, "Headless"). */

export const STATUSES = [
  'present',
  'present_restricted',
  'partial',
  'mentioned',
  'absent_stated',
  'absent_inspected',
  'unknown',
  'n_a',
] as const

/**
 * What is known of one component.
 * present: an artefact or a document that anybody can reach · present_restricted: it exists behind a gate, a form or a
 * non-commercial term · partial: a subset, delta, sample or section · mentioned: claimed or cited, nothing to reach ·
 * absent_stated: the producer says that it is not released · absent_inspected: a fully listed source lacks it ·
 * unknown: see `unknownBecause` · n_a: the question does not arise (no fine-tuning, so no fine-tuning data).
 */
export type Status = (typeof STATUSES)[number]

/** not_found: a complete card says nothing · not_looked: no source looked at yet · unreachable: 401, 403, 5xx or offline · truncated: part of the source was not seen. */
export type UnknownBecause = 'not_found' | 'not_looked' | 'unreachable' | 'truncated'

/** artefact: the thing itself was listed · declared: its producer says so in metadata or words · inferred: concluded from something else. */
export type Strength = 'artefact' | 'declared' | 'inferred'

export interface Evidence {
  /** One plain English sentence. */
  claim: string
  /** Verbatim from the source, at most 200 characters. */
  quote: string
  /** Where to read it, with the revision where there is one. */
  url: string
  /** Where in the source: `front matter: license`, `section: Training > Data`, `file: model.safetensors`, `tag: arxiv:…`, `branch: …`. */
  locator: string
  /** Id of the rule that found it, `family.rule`, stable across versions. */
  method: string
  strength: Strength
}

/** declared: an id or name was given for it · none: its sources were fully looked at and hold no licence · unknown: not looked at, or not readable. */
export type LicenseState = 'declared' | 'none' | 'unknown'

export interface Finding {
  status: Status
  /** Set exactly when `status` is `unknown`. */
  unknownBecause: UnknownBecause | null
  /** SPDX or registry id, verbatim text where neither is known, null when `licenseState` is not `declared`. */
  license: string | null
  licenseState: LicenseState
  /** The licence was taken over from the whole repository, not declared for this component. */
  licenseInherited: boolean
  evidence: Evidence[]
}

export type Findings = Record<ComponentId, Finding>

export interface Subject {
  site: 'huggingface' | 'github'
  id: string
  revision: string | null
  name: string
  /** Null: cannot tell (GitHub only). */
  isModel: boolean | null
}

/** open: OSI, FSF or open-data terms, or a text that was read to allow any use and change with notices at most · conditional: usable under conditions (community terms, RAIL) · restricted: no commercial use, no derivatives, research only · none: looked, and there is none · unknown: a licence nobody has classified, or not looked. */
export type LicenseClass = 'open' | 'conditional' | 'restricted' | 'none' | 'unknown'

export type ConflictKind =
  | 'tag-vs-name'
  | 'tag-vs-file'
  | 'tag-vs-text'
  | 'gate-vs-tag'
  | 'wording-vs-licence'
  | 'hub-vs-github'
  | 'base-conflict'
  | 'adapter-vs-base'
  | 'quantized-vs-base'

export interface Conflict {
  kind: ConflictKind
  /** The component whose licence is in dispute; the weights where it is left out. */
  about?: 'code' | 'data' | undefined
  severity: 'conflict' | 'differs'
  /** The two licence ids or names that disagree. */
  between: string[]
  explanation: string
  evidence: Evidence[]
}

/** One licence of a declared expression. */
export interface LicensePart {
  /** SPDX or registry id, else the words as written. */
  id: string
  label: string
  family: string | null
  class: LicenseClass
  url: string | null
  /** As in `LicenseAnswer.terms`; null until the registry of terms was asked. */
  terms: LicenseAnswer['terms'] | null
}

/** What an answer rests on; the words for each id are in the locales, under `reason_…`. */
export interface LicenseReason {
  id: string
  /** For the words: a number of users, a name to show, countries. */
  params: string[]
  clause: string | null
  quote: string | null
  /** The licence that says so, and where its text can be read. */
  license: string
  url: string | null
}

/** "May I …?", answered from what was read in the licences' texts. */
export interface QuestionAnswer {
  question: 'commercial' | 'share' | 'train' | 'eu' | 'ship' | 'serve'
  /** yes · if: under the conditions named · no · unknown: not determined. */
  verdict: 'yes' | 'if' | 'no' | 'unknown'
  because: LicenseReason[]
}

export interface LicenseAnswer {
  /** SPDX or registry id of the weights' licence; null when none or several without a choice. */
  id: string | null
  /** What the page is read as, `MIT OR Apache-2.0` for lists; null when there is none. */
  expression: string | null
  /** A short name to show: "Apache-2.0", "Llama 3.1". */
  label: string | null
  family: string | null
  class: LicenseClass
  /** Answers per term; null = nobody has read the text for that question yet. */
  terms: Record<string, string | boolean | number | null>
  /** Where it is declared: `tag`, `front matter`, `LICENSE`, `card`. */
  declaredIn: string[]
  url: string | null
  conflicts: Conflict[]
  /** The licences that the expression is made of. */
  parts: LicensePart[]
  /** How they are joined: all apply (`AND`), or one may choose (`OR`). */
  operator: 'AND' | 'OR'
  /** Null until the registry of terms was asked. */
  answers: QuestionAnswer[] | null
}

export type Relation =
  | 'finetune'
  | 'adapter'
  | 'merge'
  | 'quantized'
  | 'continued-pretraining'
  | 'distillation'

/** How far a base was seen: seen · denied: private, or not there for us · missing: gone · unseen: not asked for yet · beyond: deeper or more than is followed · named: in words alone, no page of it is known. */
export type AncestorState = 'seen' | 'denied' | 'missing' | 'unseen' | 'beyond' | 'named'

/** A model that this one descends from, whatever the number of steps. */
export interface Ancestor {
  id: string
  /** Steps from the model: 1 for its own bases. */
  depth: number
  state: AncestorState
  /** Its files are given on request only. */
  gated: boolean
  /** As `LicenseReading`: what its page declares. */
  license: Pick<LicenseAnswer, 'id' | 'expression' | 'label' | 'class'>
  relation: Relation | null
  /** Ids of its own bases. */
  bases: string[]
  /** What is known of its components, with one proof each; the others are unknown. */
  components: Partial<Findings>
}

/** What a base's licence asks of everything derived from it, and whether this page shows it. */
export interface BaseDuty {
  base: string
  license: string
  duty: string
  clause: string
  quote: string
  /** Models that the clause is limited to, where it is. */
  onlyModels?: string | undefined
  /** met: shown by `evidence` · not_found: looked for and not seen · cannot_tell: no page shows it. */
  state: 'met' | 'not_found' | 'cannot_tell'
  evidence: Evidence | null
}

/** Weights or settings that are byte for byte those of another model. */
export interface Match {
  id: string
  /** weights: every weight file · some-weights · tokenizer and config: common, weak signs. */
  what: 'weights' | 'some-weights' | 'tokenizer' | 'config'
  /** Whether this page names the other model as a base. */
  declared: boolean
  /** Whether the other page was made earlier; null where one of the two says no time. Uploads, not creations. */
  older: boolean | null
  evidence: Evidence
}

export interface Lineage {
  relation: Relation | null
  bases: {
    id: string
    license: string | null
    resolved: boolean
    relation?: Relation | null | undefined
    evidence?: Evidence | undefined
  }[]
  /** Bases and their bases, nearest first; left out where nothing but the page was looked at. */
  ancestors?: Ancestor[] | undefined
  duties?: BaseDuty[] | undefined
  matches?: Match[] | undefined
  influence: {
    level:
      | 'inspiration'
      | 'guided-learning'
      | 'adaptation'
      | 'direct-influence'
      | 'wholesale-copying'
      | 'redistribution'
      | null
    basis: 'declared' | 'detected' | 'not_determinable'
    /** Where words of the card say it; a level that follows from the bases is proved by theirs. */
    evidence?: Evidence | undefined
  }
}

/**
 * How far training data can be had, after the Open Source AI Definition's FAQ. open: may be copied, preserved, changed
 * and shared on · public: anybody can inspect them while they stay up · obtainable: from third parties, also for a fee ·
 * unshareable: kept back for a reason that is told · unknown: named, and not more than that was seen.
 */
export const DATA_CLASSES = ['open', 'public', 'obtainable', 'unshareable', 'unknown'] as const
export type DataClass = (typeof DATA_CLASSES)[number]

/** Training data that a model names. */
export interface NamedDataset {
  /** An id on the Hub, a catalogue's number, or the words that speak of it. */
  id: string
  role: 'base' | 'tuned' | 'evaluation' | null
  class: DataClass
  /** As `LicenseAnswer.expression`; null where none is declared or its page was not looked at. */
  license: string | null
  evidence: Evidence
}

/** Training compute in FLOP, with the method and what it was told from. */
export interface ComputeFacts {
  /** stated: the page says it · hardware: devices and hours · architecture: 6·P·D · lower-bound: parameters alone. */
  method: 'stated' | 'hardware' | 'architecture' | 'lower-bound'
  estimate: number | null
  low: number
  /** Null: no upper bound. */
  high: number | null
  /** 0 up to 1e23 · 1 general purpose · 2 systemic risk presumed, above 1e25 · 3 above 1e26. */
  tier: { low: number; high: number }
  inputs: Evidence[]
}

export type SourceKind = 'configuration' | 'repository' | 'dataset' | 'paper' | 'collection'

/** Something that the page leads to. open: not looked at yet · seen · missing: 404 · denied: 401 or 403. */
export interface Source {
  kind: SourceKind
  /** `owner/name`, an arXiv number, a collection's slug, a file's path. */
  id: string
  url: string
  state: 'open' | 'seen' | 'missing' | 'denied'
}

/** Everything that holds whatever the rubric: what is released, under which licence, derived from what. */
export interface Facts {
  subject: Subject
  license: LicenseAnswer
  components: Findings
  lineage: Lineage
  /** What else the page leads to; left out where nothing but the page was looked at. */
  sources?: Source[] | undefined
  /** Each data set that is named for training; left out where nothing but the page was looked at. */
  datasets?: NamedDataset[] | undefined
  /** Null or left out: nothing stated that it could be told from, or not looked. */
  compute?: ComputeFacts | null | undefined
  /** How far the sources were looked at: `glance` (the page), `look` (model info, card, refs, licence file). */
  depth: 'glance' | 'look'
  /**
   * What could not be read, as message ids with what they concern ("front matter", "card"). `again`: milliseconds after
   * which a site that asked for patience may be asked again.
   */
  faults: {
    id:
      | 'front-matter'
      | 'card-truncated'
      | 'files-truncated'
      | 'api'
      | 'gated'
      | 'gone'
      | 'network'
      | 'rate-limit'
      /** A repository into which nothing was ever put. */
      | 'empty'
      /** GitHub's hour is used up; `detail`: ISO time at which it ends. */
      | 'github-limit'
      | 'page'
    detail: string
    again?: number | undefined
  }[]
}

export type Result = 'met' | 'partly' | 'not_met' | 'cannot_tell'

export interface CriterionResult {
  id: string
  label: string
  result: Result
  components: ComponentId[]
  reason: string
}

export type MissingWhy = 'absent' | 'not_found' | 'licence' | 'restricted' | 'partial'

export interface Missing {
  criterion: string
  component: ComponentId
  why: MissingWhy
  /** What would change it. */
  fix: string
}

export interface RubricResult {
  /** What bases add: this step's own verdict, and each base's; left out where they have no say. */
  inherited?:
    | {
        own: { low: string; high: string }
        bases: { id: string; low: string; high: string }[]
      }
    | undefined
  /** Tier ids; low = high when nothing needed is unknown. */
  verdict: { low: string; high: string; label: string }
  score: { low: number; high: number } | null
  /** Means of parts of the score, by the rubric's own names. */
  categories?: { id: string; label: string; low: number; high: number }[]
  /** Percent per tier, 0 to 100. */
  progress: Record<string, number> | null
  criteria: CriterionResult[]
  missing: Missing[]
  unknown: string[]
}

export interface HeadlineStep {
  id: string
  label: string
  /** 0 to 4 filled segments. */
  meter: number
}

export interface Headline extends HeadlineStep {
  high: HeadlineStep
}

export interface Assessment extends Omit<Facts, 'depth' | 'faults'> {
  headline: Headline
  compute?: ComputeFacts | null | undefined
  rubrics: Record<string, RubricResult>
}
