import type { ReleasedThing } from './released-things'

/**
 * How producers who write in other languages than English say that a thing is not released: what the things are called,
 * the refusal itself, and what makes a sentence something else (a question, a promise, access on request, another's
 * model). Written from cards in these languages; a language that is not here stays unread.
 */

export type Language = 'zh' | 'ja' | 'ko' | 'fr' | 'de' | 'es'

export interface Wordings {
  /** Whether a sentence is in this language, as far as its letters and small words tell. */
  is(text: string): boolean
  /** Where a sentence falls into clauses. */
  clause: RegExp
  /** Narrow before wide. */
  things: readonly (readonly [ReleasedThing, RegExp])[]
  /** The producer itself, or nobody named, does not release. */
  refusals: readonly RegExp[]
  /** Not about this model's release, or not an absence. */
  not: RegExp
  /** Data of a stage, where it is said. */
  tuned: RegExp
  base: RegExp
}

const HAN = /\p{Script=Han}/u
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
const HANGUL = /\p{Script=Hangul}/u
const count = (text: string, words: RegExp): number => text.match(words)?.length ?? 0

export const LANGUAGES: Readonly<Record<Language, Wordings>> = {
  zh: {
    is: (text) => HAN.test(text) && !KANA.test(text) && !HANGUL.test(text),
    clause: /[，；：,;:]/,
    things: [
      [
        'data_processing_code',
        /(?:数据|語料|语料)(?:清洗|处理|預處理|预处理|过滤)(?:的)?(?:代码|脚本|流程|流水线)/,
      ],
      ['evaluation_code', /评(?:测|估)(?:代码|脚本|框架)/],
      ['inference_code', /推理代码/],
      ['training_code', /(?:预?训练|微调)(?:的)?(?:代码|脚本|源码)/],
      ['weights_intermediate', /中间(?:检查点|权重|模型)|训练过程中的[^，。]{0,8}检查点/],
      ['evaluation_data', /(?:评测|评估|测试)(?:数据)?集|评测数据/],
      ['training_config', /超参数|训练(?:配置|参数)/],
      ['data', /(?:训练|微调|指令|偏好|对齐)[^，。、和与及代]{0,8}(?:数据集?|集|语料库?)|语料库?|数据集?/],
      ['weights_final', /(?:模型)?权重|模型参数/],
    ],
    refusals: [
      /(?:不|未|暂不|尚未|并未|并不|不会|不打算|无法|不能|没有(?=公开|开源|开放|发布|放出|上传|提供))(?:被|再|完全|对外|向公众|予以?|打算|计划)*(?:公开|开源|开放|发布|公布|披露|提供|共享|分享|放出|分发|上传|透露)/,
      /不在(?:本次|此次)?(?:的)?(?:开源|公开|发布|开放)(?:的)?(?:范围|计划)|不予(?:公开|披露|公布)|不便(?:公开|透露|披露)|保密|不对外|(?:仅|只)(?:供|限)内部使用/,
      /未随[^，。]{0,12}(?:发布|公开|开源)|没有(?:公开|发布|开源)(?:的)?计划/,
    ],
    not: /[吗嗎][？?]?|[？?]|不同[于，]|与.{0,24}不同|敬请期待|(?:即将|将在|将于|稍后|之后会|后续(?:会|将)|待.{0,12}后)|申请|如需|首次|此前|之前未|不包含|不含|多机|您的|您输入|用户的|如果|[基底]座模型|基础模型|若(?:您|你)/,
    tuned: /微调|指令|偏好|对齐|RLHF|SFT|DPO/i,
    base: /预训练/,
  },
  ja: {
    is: (text) => KANA.test(text),
    clause: /[、,]/,
    things: [
      [
        'data_processing_code',
        /(?:データ)?(?:前処理|クリーニング|フィルタリング)(?:用)?(?:の)?(?:コード|スクリプト|パイプライン)/,
      ],
      ['evaluation_code', /評価(?:用)?(?:の)?(?:コード|スクリプト)/],
      ['inference_code', /推論(?:用)?(?:の)?(?:コード|スクリプト)/],
      ['training_code', /(?:学習|訓練|トレーニング)(?:用)?(?:の)?(?:コード|スクリプト)/],
      ['weights_intermediate', /(?:途中|中間)(?:の)?チェックポイント/],
      [
        'evaluation_data',
        /(?:評価|テスト)(?:用)?(?:の)?(?:データ(?:セット)?|セット)|評価に(?:使|用い)(?:っ)?た(?:設問|問題|データ)/,
      ],
      ['training_config', /ハイパーパラメータ|学習設定/],
      [
        'data',
        /(?:事前|追加)?学習(?:用)?(?:の)?(?:データ(?:セット)?|コーパス)|(?:学習|ファインチューニング)に(?:使用|利用|用い)(?:し)?た[^、。のはをが]{1,12}|(?:学習|ファインチューニング|追加学習)用データ|データセット|コーパス|(?<![\p{L}])データ(?=[のは])/u,
      ],
      ['weights_final', /(?:モデル(?:の)?)?(?:重み|ウェイト|パラメータ)/],
    ],
    refusals: [
      /(?:公開|配布|開示|提供|共有|配信)(?:は|を)?(?:して|いたして|しており|行って|行い|いたし|し|でき|致し)(?:い|おり|お)?(?:ません|ない|ませんが|らず)/,
      /(?:公開|配布|開示|提供)する(?:予定|計画)は(?:ありません|ございません)|(?:公開|配布|開示)(?:の)?(?:予定|計画)は(?:ありません|ございません)/,
      /非公開(?!の|情報|予定|デー)|公開の対象外|公開しておりません|(?:公開|配布)(?:予定|計画)は(?:なく|ない)|公開(?:を|は)見送|伏せて(?:い|お)|公開しない方針|開示しない/,
    ],
    not: /か[？?。]|[？?]|異なり|ベースモデル|元の?モデル|近日|公開予定です|予定です(?!が)|ないでください|含まれて|含みません|元モデル|できない場合|なか、|一切使用|多い|場合は|動作|された内容|第三者に/,
    tuned: /ファインチューニング|追加学習|LoRA|RLHF|指示|チューニング/i,
    base: /事前学習/,
  },
  ko: {
    is: (text) => HANGUL.test(text),
    clause: /[,]/,
    things: [
      ['data_processing_code', /(?:데이터\s?)?(?:전처리|정제|필터링)\s?(?:코드|스크립트|파이프라인)/],
      ['evaluation_code', /평가\s?(?:코드|스크립트)/],
      ['inference_code', /추론\s?(?:코드|스크립트)/],
      [
        'training_code',
        /(?:사전\s?)?학습(?:에 (?:쓴|사용한|사용된))?\s?(?:코드|스크립트)|훈련\s?(?:코드|스크립트)/,
      ],
      ['weights_intermediate', /중간\s?체크포인트/],
      ['evaluation_data', /평가\s?(?:데이터(?:셋)?|문항|세트)|테스트\s?(?:셋|데이터)/],
      ['training_config', /하이퍼파라미터|학습\s?설정/],
      [
        'data',
        /(?:사전\s?)?(?:학습|훈련|파인튜닝)[^,.]{0,8}(?:데이터(?:셋|세트)?|말뭉치|코퍼스)|데이터(?:셋|세트)?|말뭉치|코퍼스/,
      ],
      ['weights_final', /(?:모델\s?)?가중치|파라미터/],
    ],
    refusals: [
      /(?:공개|배포|제공|공유)할 수 없/,
      /(?:풀|열|올릴|공개할|배포할) 계획(?:이|은) 없|미공개/,
      /(?:공개|배포|제공|공유)(?:하지|는 하지|되지) (?:않습니다|않으며|않을|않는|않고|않음)/,
      /비공개(?! ?(?:데이터|의료|게시|정보|기록))|공개할 (?:수 없|계획이 없|예정이 없)|밝히지 (?:않습니다|않으며)/,
    ],
    not: /[?？]|예정입니다\.?$(?<!않을 예정입니다\.?)|(?:의|이|가) [^,.]{0,16}(?:공개하지 않았|공개되지 않은)|않은 (?:상용|모델)|포함되어 있지|포함하지|사용하지 않았|연락|요청|문의|입력한|이유가 없|참가|제3자|유지보수/,
    tuned: /파인튜닝|미세\s?조정|지시|선호|상담|SFT|RLHF|DPO/i,
    base: /사전\s?학습/,
  },
  fr: {
    is: (text) =>
      /^(?:données|corpus d['’]|poids du|code d['’]e|jeux? de données)[^:|]{0,50}[:|]/i.test(text) ||
      /^(?:les? |la )?(?:données|corpus|poids|code|scripts?|jeux? de données) d[^.]{1,60} (?:reste(?:nt)?|demeure(?:nt)?|est|sont|ne) /i.test(
        text,
      ) ||
      (count(
        text,
        /\b(?:le|la|les|des|du|de|et|est|ne|pas|sont|nous|notre|pour|dans|sur|une?|ce|par|ont|a)\b/gi,
      ) >= 2 &&
        /\b(?:les?|la|des|du|nous|ne|est|sont|une?)\b|l'|d'|n'/i.test(text) &&
        !/\b(?:the|der|die|das|los|el|del|se|una|por|con|y|datos)\b/i.test(text)),
    clause: /[,;:]/,
    things: [
      [
        'data_processing_code',
        /(?:scripts?|code|pipeline) (?:de|du) (?:préparation|prétraitement|nettoyage|filtrage)(?: des données)?/i,
      ],
      ['evaluation_code', /(?:scripts?|code) d['’]évaluation/i],
      ['inference_code', /(?:scripts?|code) d['’]inférence/i],
      [
        'training_code',
        /(?:scripts?|code) (?:d['’]|de (?:pré-?)?|du (?:pré-?)?)(?:entraînement|affinage|entrainement)/i,
      ],
      ['weights_intermediate', /(?:points? de contrôle|checkpoints?) intermédiaires?/i],
      ['evaluation_data', /(?:jeu|ensemble|données|corpus) (?:de test|d['’]évaluation)/i],
      ['training_config', /hyperparamètres|configuration d['’]entraînement/i],
      [
        'data',
        /(?:données|corpus|jeu de données) (?:d['’]|de (?:pré-?)?|du )(?:entraînement|entrainement|affinage|instructions?|préférences?)|(?:données|échanges|textes|documents|images|conversations)[^,.;]{0,30}(?:qui ont )?servi (?:à l['’]|au )(?:affinage|entraînement|fine-?tuning)|jeu de données|corpus/i,
      ],
      ['weights_final', /poids(?: du modèle)?/i],
    ],
    refusals: [
      /(?:ne (?:sont|sera|seront|peut|peuvent)|n['’](?:est|a pas été|ont pas été))(?: pas| jamais)?(?: pas)?(?: être| rendue?s?)* (?:publi(?:é|c|que)e?s?|publics|publiques?|diffusée?s?|distribuée?s?|partagée?s?|divulguée?s?|accessibles?|disponibles?|communiquée?s?|mise?s? à disposition)/i,
      /nous ne (?:communiquons|publions|diffusons|partageons|divulguons|distribuons|fournissons) pas|nous ne (?:pouvons|souhaitons) pas (?:publier|diffuser|partager|divulguer|distribuer)|(?:dépôt|modèle) ne (?:fournit|contient|comprend) pas|ne (?:fait|font) pas partie de (?:cette|la|notre) (?:publication|version|diffusion)/i,
      /\b(?:sont|est|restent|reste|demeurent) (?:confidentiel(?:le)?s?|internes?|privée?s?|propriétaires?|secr(?:ète|et)s?|tenue?s? secr(?:ète|et)e?s?)/i,
      /nous ne prévoyons pas de (?:publier|diffuser|partager)|aucune? [^.;]{0,40}n['’]a été (?:mise?s? en ligne|publiée?s?|diffusée?s?)|gard(?:er|ons|ées?|és?) (?:pour nous|en interne|secr(?:et|ète)s?|confidentiel)|ne sont pas (?:téléchargeables|mis en ligne)/i,
      /^[^.;]{3,60} ?[:|] ?(?:(?:corpus|données|jeu de données) )?(?:non disponibles?|internes?|privée?s?|confidentiel(?:le)?s?|propriétaires?|non (?:communiqu|publi|diffus|divulgu)ée?s?)/i,
      /(?:entraîné|affiné)\w* (?:sur|avec|à partir d)[^.;]{0,30}(?:données|corpus|jeu de données) (?:propriétaires?|internes?|privée?s?|confidentiel(?:le)?s?)/i,
    ],
    not: /\?|jamais divulgu|plus maintenu|contrairement|à la différence|dont les? (?:données|poids|code)|bientôt|prochainement|sur (?:simple )?demande|(?:sont|est) téléchargeables? (?:sur|depuis)|aucune? (?:donnée|document)|ne contiennent|ne comportent|vos (?:données|requêtes|conversations)|maintenu|\brares\b|n['’]a pas (?:publié|divulgué|diffusé|communiqué)/i,
    tuned: /affinage|instruction|préférence|clients|fine-?tun/i,
    base: /pré-?entra[iî]nement/i,
  },
  de: {
    is: (text) =>
      /^(?:\w{0,30}daten\w{0,30}|\w{0,30}code|\w{0,30}gewichte|datensatz|\w{0,30}korpus)[^:|]{0,40}: ?(?:intern|unter|nicht|vertraulich|geheim|propriet)/i.test(
        text,
      ) ||
      count(
        text,
        /\b(?:der|die|das|den|dem|und|ist|nicht|wird|werden|wir|auf|für|mit|ein|eine|einem|von|zur|aus|zum|legen|im)\b/gi,
      ) >= 2,
    clause: /[;:]/,
    things: [
      [
        'data_processing_code',
        /(?:Skripte?|Code|Pipeline) (?:zur|für die) (?:Datenaufbereitung|Vorverarbeitung|Bereinigung|Filterung)(?: der (?:Daten|Texte))?|(?:Vorverarbeitungs|Aufbereitungs|Filter)(?:code|skripte?|pipeline)/i,
      ],
      ['evaluation_code', /(?:Evaluations|Auswertungs)(?:code|skripte?)/i],
      ['inference_code', /Inferenz(?:code|skripte?)/i],
      ['training_code', /Trainings?(?:code|skripte?)/i],
      ['weights_intermediate', /Zwischen(?:stände|-?checkpoints?|gewichte)(?: des Trainings)?/i],
      ['evaluation_data', /(?:Test|Evaluations|Prüf)(?:daten(?:satz|sätze)?|satz)|Testdaten/i],
      ['training_config', /Hyperparameter|Trainingskonfiguration/i],
      [
        'data',
        /(?:Vor)?trainings?(?:daten(?:satz|sätze)?|korpus|korpora)|(?:Vortrainings?|Instruktions|Präferenz)(?:korpus|daten)\w*|Datensatz|Datensätze|(?:internen?|proprietären?|eigenen?|vertraulichen?) Daten|Korpus/i,
      ],
      ['weights_final', /(?:Modell)?gewichte/i],
    ],
    refusals: [
      /(?:werden|wird|sind|ist|bleibt|bleiben)(?: [^.;]{0,40})? nicht (?:veröffentlicht|bereitgestellt|weitergegeben|offengelegt|öffentlich|freigegeben|verfügbar|geteilt|herausgegeben|hochgeladen|Teil dieser Veröffentlichung)/i,
      /(?:darf|dürfen|kann|können|möchten|wollen|werden) (?:ich|wir)[^.;]{0,80} nicht (?:hochladen|veröffentlichen|teilen|weitergeben|herausgeben)|(?:Veröffentlichung|Freigabe|Offenlegung) [^.;]{0,40} ist (?:\w+ )?nicht (?:vorgesehen|geplant|beabsichtigt)|bleib(?:t|en) im Haus/i,
      /^[^.;]{3,60} ?[:|] ?(?:intern|vertraulich|geheim|unter Verschluss|nicht (?:öffentlich|veröffentlicht|offengelegt)|proprietär)/i,
      /(?:bleib(?:t|en)|sind|ist) (?:intern|geheim|vertraulich|unter Verschluss)|unterliegen der Geheimhaltung|stehen nicht (?:zum Download|zur Verfügung)/i,
      /\b(?:wir|ich)\b[^.;]{0,60}\b(?:nicht|keine)\b[^.;]{0,30}(?:veröffentlichen|weitergeben|zur Verfügung stellen|offenlegen|teilen|Angaben|bereitstellen)|(?:machen|legen|geben|veröffentlichen|stellen) wir (?:nicht|keine)|legen wir nicht offen|wir nicht weitergeben dürfen|(?:machen|geben) wir keine (?:Angaben|Auskunft)/i,
    ],
    not: /\?|\banders als\b|im Gegensatz|\bderen\b|\bdessen\b|in Kürze|demnächst|wird noch|auf Anfrage|enthalten keine|enthält keine|\bFalls\b|\bkein Geheimnis|Laut Lizenz|sobald|\bIhre\b|erstmals|bisher nicht|proprietäre Systeme|\bhat\b(?! wir)[^.;]{0,60}nicht (?:offengelegt|veröffentlicht)|unterstützt/i,
    tuned: /Instruktion|Präferenz|feinabgestimmt|Feinabstimmung|Fine-?tuning|RLHF/i,
    base: /Vortraining/i,
  },
  es: {
    is: (text) =>
      (count(text, /\b(?:el|los|las|del|de|y|es|no|se|son|para|con|una?|que|en|por|la)\b/gi) >= 2 &&
        /\b(?:los|las|el|del|se|son|una?|con|por)\b/i.test(text) &&
        !/\b(?:the|der|les|des)\b/i.test(text)) ||
      /^(?:corpus|datos|pesos|código)\b.{0,40}:/i.test(text),
    clause: /[;:]/,
    things: [
      [
        'data_processing_code',
        /(?:scripts?|código|pipeline) de (?:preparación|preprocesamiento|limpieza|filtrado)(?: de (?:los )?datos)?/i,
      ],
      ['evaluation_code', /(?:scripts?|código) (?:de evaluación|para (?:calcular|evaluar)[^.,;]{0,20})/i],
      ['inference_code', /(?:scripts?|código) de inferencia/i],
      ['training_code', /(?:scripts?|código) (?:de(?:l)? (?:pre)?entrenamiento|con el que entrenamos)/i],
      ['weights_intermediate', /(?:checkpoints?|puntos? de control) intermedios?/i],
      ['evaluation_data', /(?:conjunto|datos|corpus|preguntas) de (?:evaluación|prueba|test)/i],
      ['training_config', /hiperparámetros|configuración de entrenamiento/i],
      [
        'data',
        /(?:datos|corpus|conjunto de datos|conjunto) de(?:l)? (?:pre)?(?:entrenamiento|ajuste(?: fino)?|instrucciones)|(?<![\wáéíóúñ])[\wáéíóúñ]{1,40} [\wáéíóúñ]{1,40} (?:usad|utilizad|emplead)[oa]s? en el (?:ajuste|entrenamiento)|conjunto(?: de datos)?|corpus/i,
      ],
      ['weights_final', /pesos(?: del modelo)?/i],
    ],
    refusals: [
      /no se pueden? (?:descargar|compartir|publicar|difundir|divulgar|distribuir|redistribuir|liberar)|no forman? parte de (?:esta|la|nuestra) (?:publicación|versión|entrega)|no (?:hemos|he) (?:liberado|publicado|compartido|divulgado)|\bni [^.;]{1,60} ni [^.;]{1,60} se (?:han? publicado|publican?|liberan?|comparten)|no están? a disposición|(?:es|son) de uso interno/i,
      /^[^.;]{3,60} ?[:|] ?(?:privad[oa]s?|propietari[oa]s?|confidencial(?:es)?|intern[oa]s?|no (?:divulgad|publicad|públic)[oa]s?)/i,
      /no (?:son|es|está|están|serán?|se han?) (?:[a-záéíóú]+ )?(?:públic[oa]s?|publicad[oa]s?|disponibles?|accesibles?|abiert[oa]s?|liberad[oa]s?)/i,
      /no se (?:publica|divulga|distribuye|redistribuye|comparte|libera|publicar|hará|harán)(?:n|á|án)?(?: públic[oa]s?)?/i,
      /no (?:tenemos previsto|podemos|vamos a|pensamos|podremos) (?:publicar|compartir|divulgar|distribuir|liberar)/i,
      /\b(?:no divulgad[oa]s?|confidencial(?:es)?|de uso interno)\b/i,
    ],
    not: /[?¿]|a diferencia|cuy[oa]s|próximamente|en breve|solicitud|no contienen|no contiene|no incluyen?|no (?:usa|utiliza)n?\b|\bsus\b|terceros|no solo (?:\w+ ){0,3}(?:sino|liberamos)|respuestas del|normas|no deben|no hay ningun|no fue entrenad|acceso restringido|no se han utilizado|cuantizad|(?:^|[^n] )[A-Z]\w+ no ha (?:publicado|divulgado)/,
    tuned: /ajuste|instruccion|preferencia|RLHF|se ajustó/i,
    base: /preentrenamiento/i,
  },
}

/** The language that a sentence is in, or null. */
export function languageOf(text: string): Language | null {
  for (const [id, { is }] of Object.entries(LANGUAGES)) if (is(text)) return id as Language
  return null
}
