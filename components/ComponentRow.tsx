import type { ComponentChildren } from 'preact'
import type { Finding } from '../lib/assessment'
import type { ComponentId } from '../lib/components'
import { EvidenceView } from './EvidenceView'
import { Glyph } from './glyphs'
import { useTexts } from './text'
import { componentName, statusWords } from './words'

export interface ComponentRowProps {
  id: ComponentId
  finding: Finding
  /** Instead of the status in words. */
  note?: string
  showLicense?: boolean
  children?: ComponentChildren
}

const SHOWN = 1

/** One component: what it is, how it stands, and the proof. */
export function ComponentRow({ id, finding, note, showLicense = false, children }: ComponentRowProps) {
  const texts = useTexts()
  const [first, rest] = [finding.evidence.slice(0, SHOWN), finding.evidence.slice(SHOWN)]
  return (
    <li class="row">
      <Glyph status={finding.status} />
      <span class="row-name">{componentName(texts, id)}</span>
      <span class="row-state">
        {showLicense && finding.license !== null ? (
          <span class="license" dir="auto">
            {finding.license}
          </span>
        ) : null}
        {showLicense && finding.license !== null && finding.licenseInherited ? (
          <span class="inherited">{texts.t('license_inherited')}</span>
        ) : null}
        {showLicense && finding.license !== null && finding.status === 'present' ? null : (
          <span>{note ?? statusWords(texts, finding)}</span>
        )}
      </span>
      <div class="row-proof">
        {children}
        {first.map((item) => (
          <EvidenceView key={item.method + item.locator} evidence={item} />
        ))}
        {rest.length > 0 ? (
          <details>
            <summary>{texts.t('more_evidence', rest.length)}</summary>
            {rest.map((item, index) => (
              <EvidenceView key={`${item.method}${item.locator}${index}`} evidence={item} />
            ))}
          </details>
        ) : null}
      </div>
    </li>
  )
}
