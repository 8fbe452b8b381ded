import type { LicenseAnswer, QuestionAnswer } from '../../lib/assessment'
import { askPolicy, type Policy } from '../../lib/licenses/policy'
import { safeUrl } from '../EvidenceView'
import { Conflicts } from '../LicenseSection'
import { LineageSentence } from '../LineageSection'
import { Reasons } from '../license/Answers'
import { PolicyLine } from '../license/PolicyLine'
import { familyWords } from '../license/words'
import { Meter } from '../Meter'
import { useTexts } from '../text'
import { faultWords, headlineWords, licenseChip } from '../words'
import { Questions } from './Answered'
import type { Checked } from './PopupView'

export interface ModelCheckProps extends Checked {
  question: QuestionAnswer['question']
  policy: Policy | null
  onQuestion(question: QuestionAnswer['question']): void
}

/** One model: how open, under what, what one may do with it, and what its bases add. */
export function ModelCheck(props: ModelCheckProps) {
  const { facts, assessment, rubric, pending, policy, bases, question } = props
  const texts = useTexts()
  const { t } = texts
  const { license } = assessment
  const { low, high } = headlineWords(texts, rubric.id, assessment.headline)
  return (
    <>
      <section class="section check-head">
        <Meter low={assessment.headline.meter} high={assessment.headline.high.meter} size="large" />
        <div>
          <h1>{high === null ? low : t('verdict_range', low, high)}</h1>
          <p class="model-name" dir="auto">
            {facts.subject.id}
          </p>
        </div>
      </section>
      {pending ? <p class="notice">{t('pending')}</p> : null}
      {facts.faults.map((fault) => (
        <p class="notice" key={fault.id + fault.detail}>
          {faultWords(texts, fault)}
        </p>
      ))}
      <section class="section">
        <LicenseLine license={license} />
        <PolicyLine word={policy && askPolicy(policy, license)} rules={policy?.rules ?? []} />
        <Conflicts conflicts={license.conflicts} />
      </section>
      {license.answers === null ? null : (
        <Questions answers={license.answers} question={question} onQuestion={props.onQuestion} />
      )}
      {bases.length > 0 ? (
        <section class="section">
          <LineageSentence lineage={assessment.lineage} />
          <ul class="bases">
            {bases.map(({ id, license: baseLicense, answers }) => {
              const answer = answers?.find((item) => item.question === question)
              return (
                <li key={id}>
                  {answer && baseLicense !== null ? (
                    <details>
                      <summary>{t('base_adds', id, baseLicense, t(`verdict_${answer.verdict}`))}</summary>
                      <Reasons answer={answer} />
                    </details>
                  ) : (
                    t('base_unread', id)
                  )}
                </li>
              )
            })}
          </ul>
        </section>
      ) : null}
    </>
  )
}

function LicenseLine({ license }: { license: LicenseAnswer }) {
  const texts = useTexts()
  const url = license.url === null ? null : safeUrl(license.url)
  const family = familyWords(texts, license.family)
  return (
    <>
      <p class="license-line">
        <b dir="auto">{licenseChip(texts, license)}</b>
        {family === null ? null : <span class="lead">{family}</span>}
        {url === null ? null : (
          <a href={url} target="_blank" rel="noreferrer noopener">
            {texts.t('license_read')}
          </a>
        )}
      </p>
      <p class="lead">{texts.t(`license_class_${license.class}`)}</p>
    </>
  )
}
