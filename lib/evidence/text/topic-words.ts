/**
 * Words of a heading, anywhere in it, that tell its topic in Chinese, Japanese, Korean, French, German and Spanish, beyond
 * those by which a heading's one topic is known; the English ones stand with the topics.
 */

export const OTHER_WORDS = {
  use: /用法|快速(?:开始|上手)|输入格式|利用方法|推奨設定|推論|プロンプト|프롬프트|mode d['’]emploi|nutzung\b|anleitung|eingabeformat|\busos?\b|formato de entrada/i,
  limits: /风险|限界|リスク|위험|\bbiais\b|\brisques\b|grenzen\b|risiken|\briesgos?\b/i,
  samples:
    /(?:对话|生成|输出|回答)(?:示例|样例)|(?:出力|生成|会話)例|(?:대화|생성|출력|답변) ?예[시제]|\bbeispiel-?(?:ausgabe|antwort|dialog)|exemples? de (?:sortie|réponse|conversation)|ejemplos? de (?:salida|respuesta|conversaci)/i,
} as const

/** Headings with a word of use that are about what one may do, or about data that were used. */
export const NOT_USE =
  /\b(?:terms|conditions) of us(?:e|age)\b|\bdata(?:sets?)? used\b|使用(?:许可|条款|协议|限制|(?:し|した|の)?(?:データ|数据)|条件|規約)|利用規約|사용 ?(?:된|한|데이터|제한|조건|약관)|conditions d['’]utilisation|nutzungs(?:bedingungen|rechte)|\b(?:condiciones|términos|licencia) de uso/i
