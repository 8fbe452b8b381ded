/** Words by which a text tells where a model fails or harms, and words by which a section is only promised. */

/** In seven languages. A use that is described without any of these tells no limit. */
const LIMIT =
  /\b(?:(?:is|are|was|were|be|do|does|did|should|must|can|could|may|might|will|would|has|have) (?:\w+ )?not|cannot|n[’']t|never|no (?:guarantee|warranty)|bias\w*|limit(?:ation|s|ed)\w*|harm\w*|fail\w*|risks?|misuse\w*|misinform\w*|hallucinat\w*|out[- ]of[- ](?:scope|domain)|inaccura\w*|incorrect\w*|errors?|struggl\w*|caution|careful\w*|unsafe|offensive|stereotyp\w*|toxic\w*|poor(?:ly)?|worse|degrad\w*|unable|lacks?|weak\w*|unreliab\w*|sensitive|only (?:works?|supports?|trained|suitable|intended))\b|不(?:能|会|可|适|應|应|保证|支持|足)|未必|无法|局限|偏见|偏差|风险|錯|错误|有害|ない|ません|限界|制限|バイアス|偏り|リスク|誤|有害|않|없|한계|제한|편향|위험|오류|유해|\bne (?:[\wéè]+ )?(?:pas|sont)\b|\bn['’][\wéê]+ pas\b|\blimit(?:e|é)\w*|\bbiais\b|\brisques?\b|\berreurs?\b|\bnicht\b|\bkeine?\w?\b|einschränk|verzerr|risik|fehler|begrenzt|\bno (?:es|está|debe|puede|se|ha)\b|\bsesg|\blimitacion|\briesgo|\berror(?:es)?\b/iu

export const isLimit = (text: string): boolean => LIMIT.test(text.slice(0, 2_000))

/** "It is a work in progress and will be shared soon", "TBD": nothing is told yet. */
const PROMISE =
  /\b(?:work in progress|coming soon|stay tuned|to be (?:added|announced|released|determined|updated|completed|written|done)|will be (?:\w+ )?(?:added|shared|released|updated|provided|published|available|announced|uploaded)|under construction|soon)\b|^\W{0,4}(?:TB[ADC]|TODO|WIP|N\/?A)\b|敬请期待|即将|(?:稍后|后续)(?:会|将)?(?:发布|公布|更新|补充)|近日(?:公開|公開予定)|準備中|公開予定|추후|준비 ?중|공개 ?예정|\bà venir\b|\bprochainement\b|\bbientôt\b|\bdemnächst\b|\bin kürze\b|\bfolgt\b|\bpróximamente\b|\ben breve\b/iu
const LONGEST_PROMISE = 160

/** A short block that holds a promise and nothing else to speak of. */
export const isPromise = (text: string): boolean => text.length <= LONGEST_PROMISE && PROMISE.test(text)
