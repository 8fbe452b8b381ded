import type { Conflict, LicenseAnswer } from '../lib/assessment'
import { askPolicy, type Policy } from '../lib/licenses/policy'
import { EvidenceView, safeUrl } from './EvidenceView'
import { AnswerList } from './license/Answers'
import { PolicyLine } from './license/PolicyLine'
import { useTexts } from './text'
import { licenseChip, sourceWords } from './words'

/** The licence in plain words: its name, its kind, where it is declared, and what disagrees. */
export function LicenseSection({
  license,
  heading: Heading,
  policy,
}: {
  license: LicenseAnswer
  heading: 'h2' | 'h3'
  /** The reader's own rules; null without any. */
  policy: Policy | null
}) {
  const texts = useTexts()
  const { t } = texts
  const url = license.url === null ? null : safeUrl(license.url)
  return (
    <section class="section">
      <Heading class="title">{t('section_license')}</Heading>
      <p class="license-line">
        <b dir="auto">{licenseChip(texts, license)}</b>
        {license.expression !== null && license.expression !== license.label ? (
          <span class="license" dir="auto">
            {license.expression}
          </span>
        ) : null}
      </p>
      <p class="lead">{t(`license_class_${license.class}`)}</p>
      {license.declaredIn.length > 0 || url !== null ? (
        <p class="lead">
          {license.declaredIn.length > 0
            ? t(
                'license_declared_in',
                license.declaredIn.map((place) => sourceWords(texts, place)).join(', '),
              )
            : null}{' '}
          {url === null ? null : (
            <a href={url} target="_blank" rel="noreferrer noopener">
              {t('license_read')}
            </a>
          )}
        </p>
      ) : null}
      <PolicyLine word={policy && askPolicy(policy, license)} rules={policy?.rules ?? []} />
      {license.answers === null || license.parts.length === 0 ? null : (
        <AnswerList answers={license.answers} />
      )}
      <Conflicts conflicts={license.conflicts} />
    </section>
  )
}

/** Where the sources of a licence disagree, each side in its own words. */
export function Conflicts({ conflicts }: { conflicts: readonly Conflict[] }) {
  const { t } = useTexts()
  return (
    <>
      {conflicts.map((conflict) => (
        <div class={`callout ${conflict.severity}`} key={conflict.kind + conflict.between.join()}>
          <p>
            <b>{t(`conflict_${conflict.severity}`)}</b> <span dir="auto">{conflict.explanation}</span>
          </p>
          {conflict.evidence.map((item, index) => (
            <EvidenceView key={`${item.locator}${index}`} evidence={item} />
          ))}
        </div>
      ))}
    </>
  )
}
