/**
 * Words of a heading, anywhere in it, that tell its topic in Chinese, Japanese, Korean, French, German and Spanish; the
 * English ones stand with the topics.
 */

export const OTHER_WORDS = {
  use: /使用|用法|快速(?:开始|上手|入门)|推理|输入格式|提示词?(?:格式|模板)|使い方|利用方法|推奨設定|推論|プロンプト|사용|실행|프롬프트|입력 ?형식|\butilisations?\b|mode d['’]emploi|format (?:d['’]entrée|du prompt)|nutzung\b|verwendung\b|anleitung|eingabeformat|prompt-?(?:format|vorlage)|\busos?\b|cómo usar|formato (?:de entrada|del? prompt)/i,
  limits:
    /局限|风险|偏见|制限事項|限界|バイアス|リスク|한계|제한 ?(?:사항|점)|편향|위험|\blimites\b|\bbiais\b|\brisques\b|einschränkung|grenzen\b|verzerrung|risiken|\blimitaciones|\blímites\b|\bsesgos?\b|\briesgos?\b/i,
  samples:
    /(?:对话|生成|输出|回答|效果)(?:示例|样例|例子|展示)|(?:出力|生成|会話|対話)(?:例|サンプル)|(?:대화|생성|출력|답변) ?예[시제]|\bbeispiel-?(?:ausgabe|antwort|dialog|bild)\w{0,4}|exemples? (?:de (?:sorties?|réponses?|conversations?|générations?)|générés?)|ejemplos? (?:de (?:salidas?|respuestas?|conversaci[oó]n\w{0,2}|generaci[oó]n\w{0,2})|generados?)/i,
} as const

/** Headings with a word of use that are about what one may do, or about data that were used. */
export const NOT_USE =
  /\b(?:terms|conditions|licen[cs]es?|permissions?) (?:of|for|on) us(?:e|age)\b|\bdata(?:sets?)? used\b|使用(?:许可|条款|协议|限制|权限|范围|(?:し|した|の)?(?:データ|数据|語料|语料)|条件|ライセンス|規約)|利用規約|사용 ?(?:된|한|데이터|제한|조건|약관|권한)|conditions d['’]utilisation|nutzungs(?:bedingungen|rechte|beschränkung)|\b(?:condiciones|términos|licencia|restricciones|derechos) de uso/i
