import { byWords } from '../../snapshot/by-words'

/**
 * The one topic of a heading, in the languages that cards are written in. Where a heading names two, the first one
 * counts, and of names that begin together the longer ("training data" is about data, "dataset limitations" about limits).
 */

export type HeadingTopic =
  | 'data'
  | 'training'
  | 'evaluation'
  | 'usage'
  | 'limitations'
  | 'license'
  | 'citation'
  | 'hardware'
  | 'safety'
  | 'weights'

const MAX_HEADING = 160

/** Headings that hold a topic's word and are about something else. */
const NONE =
  /weights (?:and|&) biases|\bmilestone\b|\bcontribut|\bstar history|\bsponsors?\b|acknowledg|\bchangelog|update log|\bnews\b|what['’]s new|\bpinned\b|\btrademark|table of contents?|related projects|\bawesome\b|disclosure|\bcreators\b|\bwatermark|\bfeedback\b|\bcontact\b|^(?:model|technical) (?:details|specifications|architecture|description)|^model card\b|^software$|^context length|最新动态|模型介绍|模型结构|概要|履歴|谢|謝|모델 설명|아키텍처|감사|informations générales|remerciements|danksagung|inhaltsverzeichnis|agradecimientos|^índice/i

const START = '(?:how to |getting started with |guide to )?'
const DATA = '(?:data ?sets?|data ?mix|data|corpus|corpora)'

const TOPICS: readonly (readonly [HeadingTopic, string])[] = [
  [
    'limitations',
    `(?:(?:${DATA}|performance|known|ethical considerations,?(?: and)?) )?limitations?\\b|\\bmisuse|out-of-scope|prohibited us|\\brisks?\\b|\\bbias(?:es)?\\b|ethical considerations|sensitive information|局限|制限事項|バイアス|한계|편향|limites\\b|limitaciones|sesgos|einschränkungen|verzerrungen|beperkingen`,
  ],
  [
    'evaluation',
    `(?:test(?:ing)?|(?:loss )?evaluation|eval|benchmark) ${DATA}|\\beval(?:s|uat\\w*)?\\b|(?:zero-shot|subjective|model) evaluat|b(?:en|eh)chmarks?\\b|\\bresults?\\b|\\bmetrics?\\b|(?:chat model )?performance\\b|leaderboard|\\bmt-bench|\\bgsm-?8k|\\bmmlu|\\bhumaneval|\\baccuracy\\b|评测|效果|评估|(?<![合半单双數数值化])精度|准确率|正解率|정확도|성능|genauigkeit|exactitude?\\b|評価|ベンチマーク|평가|évaluation|performances?\\b|testdaten\\w*|ergebnisse|auswertung|resultados|evaluación|prestaties`,
  ],
  [
    'data',
    `(?:(?:pre-?|post-?|fine-?)?(?:training|tuning|model) )?${DATA}\\b(?! ?limitation)|datasets?\\b|(?:预?训练|微调|原始)?(?:数据(?!.{0,4}并行)|语料)|(?:預?訓練)?(?:資料|數據|語料)|(?:事前)?(?:学習|訓練)?データ|(?:학습 )?데이터|données|jeux? de données|trainingsda(?:ten\\w*|ta)|datensatz|datensätze|\\bdatos`,
  ],
  [
    'training',
    `${START}(?:\\bpost-?|\\bpre-?|stage )?train(?:ing|en)?\\b|${START}fine-?tun\\w*|hyper-?param|reproduc|\\binstruction tuning|\\bpretrain\\w*|how the model was (?:created|made|trained)|\\bprompting style used for training|微调|训练|學習|学習|トレーニング|학습|entra[iî]nement|affinage|trainings?verfahren|training|entrenamiento|ajuste fino|pre-trainen`,
  ],
  [
    'hardware',
    `(?:inference |required )?hardware\\b|environmental|carbon|\\bco[2₂]|\\bcompute\\b|infrastructure|算力|碳排放|計算資源|하드웨어|탄소|empreinte carbone|rechenaufwand|impacto ambiental`,
  ],
  [
    'safety',
    `\\bsafety\\b|(?:child|ethics and) safety|red.?team|adversarial test|responsib\\w*|安全|안전|책임|sécurité|sicherheit|seguridad|veiligheid|ethics and safety`,
  ],
  [
    'license',
    `licen[cs]\\w*|(?:[\\w ]{1,60} )?community licen[cs]e|model licen[cs]e|terms of use|^legal|declaration and licen|协议|授權|许可|ライセンス|라이선스|lizenz|licenci?a\\b|licentie`,
  ],
  [
    'citation',
    `${START}\\bcit(?:e|ing|ation)\\b|bibtex|^apa\\b|^references?$|\\bresearch papers?|technical reports?|^papers?\\b|引用|인용|zitier|citer|citar|referentie`,
  ],
  [
    'weights',
    `${START}(?:the )?\\bdownloads?\\b(?:ing)?|(?:\\w{1,40} )?\\bweights\\b|(?:intermediate |model |released )*checkpoints?\\b|model (?:zoo|releases?|downloads?|list)|models list|pre-?trained models|open-weight models|模型列表|中间 ?checkpoints?|模型下载|모델 다운로드|モデルのダウンロード|学習済みモデルの|téléchargement|modellgewichte|descarga`,
  ],
  [
    'usage',
    `how to (?:use|get|run|try)\\w*|quick ?start|get(?:ting)? started|\\busages?\\b|\\buses?\\b|\\busing\\b|\\buse cases\\b|intended use|\\btry\\b|\\brunning\\b|\\bloading\\b|\\binference\\b(?! hardware)|\\binstall\\w*|deploy\\w*|sampling|integration with|使用|安装|部署|推理|demo|使い方|사용|실행|utilisations?|verwendung|¿?cómo usar|toepassing|suggested inference`,
  ],
]

const PATTERNS = TOPICS.map(([topic, source]) => [topic, new RegExp(source, 'i')] as const)

/** Null where the heading is about none of these. Linear in the heading, which is cut. */
export const topicOf = (heading: string): HeadingTopic | null => topicOfWords(heading.slice(0, MAX_HEADING))

const topicOfWords = byWords((heading): HeadingTopic | null => {
  const text = plain(heading)
  if (NONE.test(text)) return null
  let best: { topic: HeadingTopic; at: number; length: number } | null = null
  for (const [topic, pattern] of PATTERNS) {
    const match = pattern.exec(text)
    if (!match) continue
    const { index: at } = match
    const { length } = match[0]
    if (best === null || at < best.at || (at === best.at && length > best.length))
      best = { topic, at, length }
  }
  return best?.topic ?? null
})

/** Without tags, comments, marks, pictures and numbers before it. */
const plain = (heading: string): string =>
  heading
    .replace(/<[^<>]*>/g, ' ')
    .replace(/[*_`#]/g, '')
    .replace(/\p{Extended_Pictographic}|\u200d|\ufe0f/gu, ' ')
    .replace(/^\s*(?:\(?\d+[.)]|[IVX]+\.)\s*/, '')
    .replace(/\s+/g, ' ')
    .trim()
