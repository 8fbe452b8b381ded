import { type Language, languageOf } from '../evidence/text/languages'

/** Where cards in other languages than English name the model that this one was made from, right before or behind these. */

/** The subject is this model: `¤` stands for its name. */
const THIS: Readonly<Record<Language, RegExp>> = {
  zh: /^(?:[此本该這该]?(?:模型|项目)?|我们|¤)[^A-Za-z0-9¤。]{0,12}(?=基于|基於|由|从|以|在|对)/,
  ja: /^(?:(?:この|本|当)モデルは|¤[はが]|(?:この|本)モデル)/,
  ko: /^(?:[이본] ?모델은|¤[은는]?)/,
  fr: /^(?:(?:ce modèle|il|¤)(?= )|le modèle(?= (?:est|a|repose)\b))/i,
  de: /^(?:(?:dieses modell|es|¤)(?= )|das modell(?= (?:ist|basiert|wurde)\b))/i,
  es: /^(?:(?:este modelo|¤)(?= )|el modelo(?= (?:está|es|fue|ha sido)(?= )))/i,
}

/** The words before the base; the base follows. */
const BEFORE: Partial<Record<Language, RegExp>> = {
  zh: /(?:基于|基於|由|从|以|在|对)\s?(?=[\s\S]{0,200}(?:微调|微調|精调|训练|訓練|蒸馏|量化))/,
  fr: /\b(?:basé|fondé|construit) sur (?:le modèle )?|\bversion (?:affinée|fine-?tunée|ajustée|finetunée|spécialisée) (?:de |du modèle |d['’])|\b(?:affiné|ajusté|fine-?tuné) à partir (?:de |du modèle )/i,
  de: /\bbasiert auf (?:dem |der )?(?:Modell )?|\b(?:feinabgestimmte|fein-?getunte|fine-?getunte|feinjustierte|nachtrainierte) (?:Version|Variante) (?:von |des Modells )|\bauf (?:der )?(?:Basis|Grundlage) von /i,
  es: /\b(?:basado|construido) en (?:el modelo )?|\bversión (?:ajustada|afinada|fine-?tuneada|fine-?tuned|especializada) de(?:l modelo)? |\b(?:ajustado|entrenado|afinado) a partir de(?:l modelo)? /i,
}

/** The words behind the base; the base stands before. */
const BEHIND: Partial<Record<Language, RegExp>> = {
  ja: /^(?:モデル)?を(?:ベースに|ベースと|元に|基に|もとに|[^。]{0,140}(?:ファインチューニング|追加学習|微調整|継続事前学習|インストラクションチューニング))/,
  ko: /^(?: ?모델)?[을를]?\s?(?:기반으로|베이스로|바탕으로|(?:[^.]{0,60}\s)?(?:파인 ?튜닝|미세 ?조정|추가 ?학습|fine-?tuning))/i,
}

const NOT = /不是|并非|没有|ではな|아니|\bn['’]est pas\b|\bnicht\b|\bno (?:está|es)\b|[?？]\s*$/
/** Latin letters in a row, as names are written there too. */
const LATIN = /[A-Za-z][\w./·-]{2,80}(?: \d+(?:·\d+)?B\b)?/g

/** "Llama-3-basiert" */
const GERMAN = /(?<![\w-])([A-Z][\w.]{1,30}(?:-[\w.]{1,20}){0,4}?)-basiert/

/** What may hold a base's name in a sentence of such a language: text that begins with it. */
export function placesElsewhere(about: string): string[] {
  const language = languageOf(about)
  if (language === null || NOT.test(about)) return []
  const subject = THIS[language].exec(about)
  if (!subject) return []
  const rest = about.slice(subject[0].length).slice(0, 400)
  const before = BEFORE[language]?.exec(rest)
  if (before) return [rest.slice(before.index + before[0].length)]
  if (language === 'de') return GERMAN.exec(rest)?.slice(1, 2) ?? []
  const behind = BEHIND[language]
  if (!behind) return []
  return [...rest.matchAll(LATIN)]
    .slice(0, 6)
    .filter((match) => behind.test(rest.slice(match.index + match[0].length)))
    .map((match) => `${match[0]} `)
    .slice(0, 1)
}
