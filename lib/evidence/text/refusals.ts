/**
 * How a producer words that a thing is not released. Every pattern is anchored at the thing itself (`§` stands for it
 * and for others in the same list, `¤` for the model's or its owner's name), so that somebody else's refusal,
 * "layers do not share weights" or "no changes to the code are needed" are none.
 */

const all = (...words: string[]) => `(?:${words.join('|')})`

const NOT = "(?:not|n't|never|no longer)(?! (?:only|just|merely|simply|fully|entirely|all|so)\\b)"

/** Words that change nothing here; a sentence is read without them, so that no pattern has to step over them. */
export const ADVERB =
  /,? ?\b(?:currently|publicly|openly|yet|ever|unfortunately|regrettably|sadly|still|also|therefore|however|presently|freely|at this time|at the moment|at present|for now|for the time being)\b(?!-),?/gi

const DONE = all(
  '(?:(?:present|available) )?in (?:the )?public domain',
  'released',
  'published',
  'open[- ]?sourced?',
  'shared',
  'disclosed',
  'revealed',
  'distributed',
  'provided',
  'public',
  'available',
  'accessible',
  'made (?:available|public|open|accessible)',
  'open(?: to the public)?',
  'included',
  'downloadable',
  'uploaded',
  'handed (?:out|over)',
  'posted',
  'offered',
  'ready (?:for release|to be released)',
  '(?:a )?part of (?:this|the|our) release',
)
const DO = all(
  'releas(?:e|ing)',
  'publish(?:ing)?',
  'open[- ]?sourc(?:e|ing)',
  'open(?:ing)?(?: up)?',
  'shar(?:e|ing)',
  'disclos(?:e|ing)',
  'reveal(?:ing)?',
  '(?:re)?distribut(?:e|ing)',
  'provid(?:e|ing)',
  'mak(?:e|ing) (?:public|available|open)',
  'upload(?:ing)?',
  'hand(?:ing)? (?:out|over)',
  'giv(?:e|ing) out',
)
const WITHHELD = all(
  'proprietary',
  'confidential',
  'undisclosed',
  'closed(?:[- ]sourced?)?',
  'private',
  'internal(?: only)?',
  'unavailable',
  'unreleased',
  'withheld',
  'secret',
  'non-?public',
  'in-house(?: only)?',
  '(?:a )?trade secrets?',
  'omitted(?: from this (?:card|release))?',
  'not for (?:re)?distribution',
  'off[- ]limits',
  'kept (?:private|secret|confidential|internal|in-house|closed)',
)
const BE = '(?:is|are|was|were|has|have|had|will|would|ca|can|could|wo|cannot|be|been|being|remains?|stays?)'
const SUBJECT =
  '(?:\\bwe|\\bi|¤(?: (?:AI|Labs?|Research|Inc\\.?))?|\\bthe (?:authors?|team|developers|creators|company)|\\bour (?:team|company|group)|\\bthis (?:repo(?:sitory)?|release|project|card))'

/** Reasons, times and places that leave a refusal whole. Anything else narrows it ("not open for commercial use"). */
const WHOLE = `(?=\\s*(?:$|[.,;!()\\]–—]|- )|\\s+${all(
  'due',
  'because',
  'since',
  'as of',
  'as (?:it|they|we|some|this|that)',
  'for (?:\\w+ )?(?:privacy|legal|licens\\w+|copyright|safety|security|confidentiality|competitive|ethical|proprietary|contractual|now|download|public|the public|this (?:model|release)|any)',
  'to (?:the public|anyone|third parties|protect|prevent|avoid|date|respect)',
  'for (?:§|¤)',
  'for (?:commercial|business) (?:reasons|interests|sensitivity)',
  'publicly',
  'externally',
  'at (?:this|the|present)',
  'at all',
  'yet',
  'currently',
  'and',
  'or',
  'nor',
  'but',
  'while',
  'whereas',
  'although',
  'though',
  'so',
  'either',
  'here',
  'by (?:us|the (?:authors|team|company)|¤)',
  'in (?:detail|full|this|any|the (?:repo|repository|card|paper|report|public))',
  'on (?:the hub|hugging ?face|github)',
  'with (?:the (?:public|community)|this (?:model|release))',
  'outside',
)}\\b)`

/** What may stand between a refusal and its thing: articles, "any details about", other things of the same list. */
const BEFORE_THING = `(?:(?:the|our|its|any|all|this|these|full|complete|exact|specific|further|more|original|raw|underlying|details?|information|composition|contents?|sources?|training(?= (?:and|or)\\b)|about|on|of|and|or|nor|either|both|§|¤)[,]? )*`
/** Version and size behind the model's name ("¤-7B v0.1"). None of the words that a list goes on with. */
const NAME_TAIL = `¤\\w{0,12}(?:\\.\\w{1,12}){0,2}(?:[- ](?!(?:and|or|nor|as|which|that|no|the|our|its|any|other|data|code|weights|of|for|behind|used|itself|themselves|sources?|details?|set|collection)\\b)\\w{1,12}(?:\\.\\w{1,12}){0,2}){0,2}`
/** What may stand between a thing and its refusal. There is but one way to read any text by it: two would be 2^n. */
const AFTER_THING = `(?:,? (?:and|or|nor|as well as|which|that|no|the|our|its|any|other|§|data|code|weights|(?:of|for|behind|used (?:for|by|in|to train)) (?:§|(?:this|the|our|these) models?|this release|${NAME_TAIL})|itself|themselves|sources?|details?|set|collection))*,?`

const NO_SUBJECT = `(?:${SUBJECT}\\b[^.;]{0,160}?(?:\\band|\\bbut|,))`

const INTENT = all(
  '(?:able|allowed|permitted|at liberty|in a position|authori[sz]ed|ready|plan(?:ning|ned)?|intend(?:ing|ed)?|going) to',
  '(?:have|own) (?:any |the )?(?:current |immediate )?(?:plans?|intentions?|permissions?|rights?|approval) (?:to|of|for)',
  'plan(?:ning)? on',
  'considering',
)
const NO_PLANS = 'no (?:current |immediate |concrete )?(?:plans?|intentions?) (?:to|of|for)'

/** Read before a thing, up to it. */
export const REFUSING: readonly RegExp[] = [
  // "we do not (plan to) release §", "we release the weights but do not release §"
  new RegExp(
    `(?:${SUBJECT}|${NO_SUBJECT}) (?:(?:do|does|did|will|would|can|could|wo|ca|have|has|are|am|is|were|was) ?)?${NOT} (?:be )?(?:${INTENT} )?(?:be |been )?(?:${DO}|released|published|disclosed|shared|open[- ]?sourced) ${BEFORE_THING}$`,
    'i',
  ),
  // "we are unable to share §", "we have no plans to publish §"
  new RegExp(
    `(?:${SUBJECT}|${NO_SUBJECT}|\\bthere) (?:(?:are|is|am|have|has|had|were|was|'ve|'re) )?(?:cannot|(?:unable|unwilling) to|(?:cho(?:o?se|sen)|decided?|opt(?:ed)?|elect(?:ed)?|prefer(?:red)?) not to|declin(?:e|ed) to|refrain(?:ed)? from|(?:decided|chosen|opted|advised) against|${NO_PLANS}) ${DO} ${BEFORE_THING}$`,
    'i',
  ),
  new RegExp(
    `(?:(?:^|[.,;:!] ?)(?:currently,? )?${NO_PLANS}|\\bsorry (?:for|about) not|\\bit is not planned to) ${DO} ${BEFORE_THING}$`,
    'i',
  ),
  new RegExp(`(?:\\bwe|\\bi|¤) (?:withhold|hold back|keep back) ${BEFORE_THING}$`, 'i'),
  new RegExp(
    `\\bthis (?:repo(?:sitory)?|release|project) (?:does|will) ?(?:not|n't) (?:include|contain|provide|come with) ${BEFORE_THING}$`,
    'i',
  ),
]
/** "we keep § private" */
export const KEEPING = new RegExp(`(?:\\bwe|\\bi|¤) (?:keep|kept|are keeping) ${BEFORE_THING}$`, 'i')
export const TO_OURSELVES =
  /^(?: [^.;:,§]{1,40})? (?:private|secret|confidential|internal|in-house|closed|undisclosed|to ourselves|to myself)\b/i

/** One more word that tells which data are meant ("the ShareGPT dataset"), and none that tells of data besides. */
export const WHICH_DATA =
  /(?<= )(?!(?:additional|new|other|another|extra|further|more|separate|future|updated|users?|customers?|your|their|his|her|un\w+|original|some|such)\b)[\w-]{2,30} $/i

/** Read after a thing: "§ is not released", "§ remains confidential", "§: not available". */
export const REFUSED: readonly RegExp[] = [
  new RegExp(
    `^${AFTER_THING} (?:${BE}(?: ?(?:be|been))? ?)${NOT} (?:(?:be|been|being|(?:going|planned|intended|allowed|permitted|expected|ready) to be) )?${DONE}${WHOLE}`,
    'i',
  ),
  // "§ relies on internal tools and is not released", "§ of 1,200 recordings … and cannot be made public"
  new RegExp(
    `^ (?:[^.,;:§]|\\d,\\d){1,60} (?:and|so) (?:(?:is|are|was|were|will|can|has|have) ?${NOT} (?:be |been )?|cannot be )${DONE}${WHOLE}`,
    'i',
  ),
  // "§ was licensed from publishers, and we have no right to redistribute it"
  new RegExp(
    `^[^.;:§]{0,80},? (?:and|so|but) (?:we|i) (?:cannot|can't|may not|(?:do|are|will|have) ?${NOT}(?: ${INTENT})?|have no (?:right|permission|plans?) to) ${DO} (?:it|them)\\b`,
    'i',
  ),
  // "§ is part of our internal stack and will stay closed"
  new RegExp(`^ [^.,;:§]{1,60} (?:and|so) (?:will )?(?:stay|remain)s? ${WITHHELD}${WHOLE}`, 'i'),
  // "§, which we are not releasing"
  new RegExp(
    `^,? (?:which|that) we (?:do|are|will|have|can) ?${NOT} (?:going to |planning to )?${DO}\\b`,
    'i',
  ),
  // "§: 40k hours of calls (not public)"
  new RegExp(`^\\s?: ?[^.;:§]{1,80}[(,] ?(?:not ${DONE}|${WITHHELD})\\)?\\s*$`, 'i'),
  new RegExp(`^${AFTER_THING} cannot be ${DONE}${WHOLE}`, 'i'),
  new RegExp(
    `^${AFTER_THING} ${BE} (?:be |been )?(?:company |strictly |fully |entirely |highly |considered )?${WITHHELD}${WHOLE}`,
    'i',
  ),
  new RegExp(
    `^\\s?[:–—-]\\s*(?:❌ ?)?(?:(?:it|this|they) (?:is|are) )?(?:not ${DONE}|${WITHHELD})${WHOLE}`,
    'i',
  ),
]

/** "no §, no § are available", "neither § nor § is released": the denial stands before, the deed behind. */
export const NONE_OF =
  /(?:^|[.;,:] ?|\band |\bor |\bnor )(?:no|neither)(?: (?:information|details?) (?:about|on|of|regarding))?(?: (?:public|official|open|the|our|its))? (?:(?:it|they) nor (?:the |our )?)?(?:§(?:,? (?:and|or|nor))?,? (?:(?:no|the|our) )?)*$/i
export const IS_DONE = new RegExp(
  `^${AFTER_THING} (?:(?:is|are) being|is|are|was|were|has been|have been|will be|can be) ${DONE}${WHOLE}`,
  'i',
)

/** "there is no § for this model yet." */
export const THERE_IS_NO =
  /\bthere (?:is|are|was|were) (?:currently |as yet |still |at present )?no (?:public |publicly available |official |separate |accompanying )?$/i
export const AND_NO_MORE =
  /^(?: (?:for|of|with|behind) (?:§|¤|(?:this|the|our) (?:models?|release))| (?:publicly )?(?:available|released|published)| yet| so far| currently| at (?:this|the) (?:time|moment)| in this (?:repo(?:sitory)?|release))*\s*(?:[.,;!]|$)/i

/** "the weights are released, but § is not." and "… but not §." */
export const IS_NOT = new RegExp(
  `^${AFTER_THING} (?:is|are|was|were|will|has|have) ?(?:not|n't)(?: be| been)?\\s*(?:[.,;!]|$)`,
  'i',
)
export const BUT_NOT = /\b(?:but|though|and|,) ?not (?:yet )?(?:(?:the|our|its|any|§|or|and|nor),? )*$/i
export const ALONE = /^(?: (?:itself|used|yet))?\s*(?:[.,;!)]|$|\bor\b| or | and | nor )/i
export const RELEASING = new RegExp(`\\b(?:${DO}|${DONE})\\b`, 'i')

/** What may follow a thing that is refused as a whole; "we do not publish the weights alone" refuses a part. */
export const ALL_OF_IT = new RegExp(
  `^(?:${WHOLE}| (?:used|of (?:our|this|the|these|¤|§)|for (?:this|the|our|these|¤|§)|behind (?:this|the|our|¤|§)))`,
  'i',
)

/** Its owner stands before the thing and is somebody else, or it is a part or a helper of the model. */
export const SOMEBODY_ELSES =
  /(?:\b(?:their|your|his|her|others'?|original|previous|competing|reward|draft|teacher|base|judge|policy|encoder|tokenizer)|(?<!¤)\b\w+['’]s) (?:own |model )?$/i
/** "the first version of the corpus": there is a later one. */
export const EARLIER =
  /\b(?:first|earlier|previous|former|old(?:er)?|initial|original|v\d[\d.]*) (?:version|release|iteration|edition|snapshot)s? of (?:the |our |this )?$/i
/** What was taken out of a thing is what is not there, not the thing. */
export const REMOVED_FROM =
  /\b(?:removed|excluded|filtered|dropped|deleted|stripped|discarded|redacted|taken|left) (?:out )?(?:from|of) (?:the |our |its |this )?$/i
/** A name that is not the model's own stands before the thing: "the GPT-4 weights". */
export const NAMED_OTHERWISE =
  /(?:^|\s)(?!(?:The|Our|This|These|Its|Any|All|No|Nor|Neither|Currently|Unfortunately|Exact|Full|Complete|Raw|Final|But|And|However|Details?|Also|SFT|RLHF|DPO|We|I|Of|On|About|Because|Since|As)\b)[A-Z][\w.-]{1,30} $/

/** A model of another size ("the 70B weights"), or not all of it. */
export const ANOTHER_SIZE =
  /\b(?:\d+(?:\.\d+)?[bm]|fp(?:8|16|32)|bf16|float(?:16|32)|int[48]|full[- ]precision|quantized) $/i
/** It is to be had after all. */
export const AFTER_ALL =
  /[;:,–—] ?(?:they|it|these) (?:are|is|can be) (?:available |found |had |released )?(?:on|at|from|separately|elsewhere)\b|\b(?:but|however|instead|though)\b.{0,80}\b(?:can be (?:found|downloaded|obtained|accessed|requested)|available (?:here|at|on|from|upon)|(?:up)?on request|request (?:access|it)|(?:released?|download(?:ed)?|find it) (?:here|at)|https?:)/i
