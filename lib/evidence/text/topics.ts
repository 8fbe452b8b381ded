import type { Section } from '../../snapshot/card'
import { type HeadingTopic, topicOf } from './headings'

/** What a heading is about, as detectors ask it. */

export const TOPICS = {
  description:
    /\b(?:description|overview|summary|introduction|about|model details|model information)\b|model card/i,
  use: /\b(?:intended|direct|downstream) use|\buses?\b|\busage\b|how to|quick ?start|get(?:ting)? started|\b(?:inference|deploy\w*|run(?:ning)?|install\w*|load)\b|prompt (?:format|template)|\bbest practices\b|\busos?\b|\bnutzung\b|eingabeformat|promptformat|format d['’]entrée|formato de entrada|输入格式|提示词格式|入力形式|推奨設定|プロンプト|입력 형식|프롬프트|^examples?(?: (?:usage|code|pipeline|use))?$/i,
  limits: /limitation|\bbias|\brisks?\b|out-of-scope|misuse|caveat/i,
  training: /\btrain(?:ing|ed)?\b|pre-?training|fine-?tun|hyper-?param/i,
  data: /\b(?:data ?sets?|corpus|corpora|(?:pre-?|post-?)?train(?:ing)? data|data sources?|data)\b/i,
  evaluation: /evaluat|benchmark|\bresults?\b|performance|metrics|comparison|\baccuracy\b/i,
  safety:
    /safety|red.?team|ethic|responsib|\bbias|\brisks?\b|limitation|\bharm|toxicity|misuse|局限|制限事項|偏见|バイアス|한계|편향|\blimites\b|\bbiais\b|\brisques\b|limitaciones|\bsesgos\b|\briesgos\b|einschränkungen|verzerrungen|\brisiken\b|beperkingen/i,
  hardware: /hardware|compute|infrastructure|environmental|carbon|\bco2/i,
  samples: /\b(?:examples?|samples?|completions?|demos?|gallery|generations?)\b/i,
} as const

export type Topic = keyof typeof TOPICS

/** Sections do not change, and every detector asks of every sentence: each question is answered once per section. */
function oncePerSection(ask: (section: Section) => boolean): (section: Section) => boolean {
  const known = new WeakMap<Section, boolean>()
  return (section) => {
    let answer = known.get(section)
    if (answer === undefined) {
      answer = ask(section)
      known.set(section, answer)
    }
    return answer
  }
}

const perTopic = (ask: (section: Section, topic: Topic) => boolean) => {
  const asked = new Map<Topic, (section: Section) => boolean>()
  return (section: Section, topic: Topic): boolean => {
    const known = asked.get(topic)
    if (known) return known(section)
    const once = oncePerSection((one) => ask(one, topic))
    asked.set(topic, once)
    return once(section)
  }
}

/** Whether a section, or one that it stands in, is about the topic. The card's title is no topic. */
export const isAbout = perTopic((section, topic) => {
  const headings = section.path.length > 1 ? section.path.slice(-3) : section.path
  return headings.some((heading) => names(heading, topic))
})

/** Whether the section's own heading is about the topic. */
export const isHeaded = perTopic(
  (section, topic) => section.heading !== null && names(section.heading, topic),
)

const OF_HEADING: Partial<Record<HeadingTopic, Topic>> = {
  data: 'data',
  training: 'training',
  evaluation: 'evaluation',
  usage: 'use',
  limitations: 'limits',
  hardware: 'hardware',
  safety: 'safety',
}

/** By any English word in it, or by the one topic that it has in any language. */
function names(heading: string, topic: Topic): boolean {
  if (heading.length > 120) return false
  return TOPICS[topic].test(heading) || OF_HEADING[topicOf(heading) ?? 'weights'] === topic
}

/** Headings that speak of other models, other people's work or of testing rather than of this model's training. */
export const isForeign = oncePerSection((section) =>
  section.path.some((heading) =>
    /acknowledg|citation|cite|related|credits?|license|licence|contact|disclaimer/i.test(heading),
  ),
)

/** A section that shows readers how to train further: what stands there is about their data, machines and settings. */
export const isForReader = oncePerSection((section) =>
  section.path
    .slice(1)
    .some((heading) =>
      /\b(?:your|custom) (?:own )?(?:data\w*|corpus|model|task|images?|voice)\b|^(?:how to |guide to )(?:fine-?tun|train)/i.test(
        heading,
      ),
    ),
)

/** Whether a data section is about data to evaluate on. */
export const isTestData = oncePerSection((section) =>
  section.path.some((heading) =>
    /(?:test|evaluation|eval|benchmark)\w{0,20}\s+(?:data|set|corpus)/i.test(heading),
  ),
)
