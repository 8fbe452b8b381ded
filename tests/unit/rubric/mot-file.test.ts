import { beforeAll, describe, expect, it } from 'vitest'
import { registerSpdx } from '../../../lib/licenses/spdx'
import { readMotFile } from '../../../lib/snapshot/mot-file'

beforeAll(registerSpdx)

/** Our own small file in the Model Openness Tool's shape (schema/mof_schema.json). */
const FILE = `
framework: { name: Model Openness Framework, version: '1.0', date: '2024-12-15' }
release:
  name: Small-1B
  producer: Nobody
  huggingface: https://huggingface.co/nobody/small-1b
  license:
    distribution: { name: Apache-2.0, path: https://example.org/LICENSE }
    data: { name: CDLA-Permissive-2.0, path: '' }
  components:
    - name: Model parameters (Final)
    - name: Model architecture
      license: MIT license
    - name: Datasets
      license: unlicensed
    - name: Model metadata
    - name: Data card
      license: ''
`

describe('a Model Openness Tool file', () => {
  it('is about the model on the page that it links', () => {
    expect(readMotFile(FILE).subject).toEqual({
      site: 'huggingface',
      id: 'nobody/small-1b',
      revision: null,
      name: 'Small-1B',
      isModel: true,
    })
  })

  it('inherits the licence of the type before that of the distribution, and says that it did', () => {
    const { weights_final, model_metadata } = readMotFile(FILE).components
    expect(weights_final).toMatchObject({
      status: 'present',
      license: 'CDLA-Permissive-2.0',
      licenseInherited: true,
    })
    expect(model_metadata).toMatchObject({ license: 'CDLA-Permissive-2.0', licenseInherited: true })
  })

  it('reads a loose licence name as the licence it means, and keeps it as written when asked to', () => {
    expect(readMotFile(FILE).components.architecture_code).toMatchObject({
      license: 'MIT',
      licenseInherited: false,
    })
    expect(readMotFile(FILE, { verbatim: true }).components.architecture_code.license).toBe('MIT license')
  })

  it('takes Datasets for the data of both trainings, and unlicensed or empty for no licence', () => {
    const { training_data_base, training_data_tuned, data_card } = readMotFile(FILE).components
    for (const finding of [training_data_base, training_data_tuned, data_card]) {
      expect(finding).toMatchObject({ status: 'present', license: null, licenseState: 'none' })
    }
  })

  it('is the full declaration: what it does not list is not there', () => {
    const { training_code, model_card, api } = readMotFile(FILE).components
    expect([training_code.status, model_card.status]).toEqual(['absent_inspected', 'absent_inspected'])
    expect(api, "beyond the tool's vocabulary").toMatchObject({
      status: 'unknown',
      unknownBecause: 'not_looked',
    })
  })

  it('does not take a component for present whose licence reads "not included"', () => {
    const source = FILE.replace('MIT license', 'Component not included')
    expect(readMotFile(source).components.architecture_code.status).toBe('absent_stated')
  })

  it.each([
    ['release: [', /not readable as YAML/],
    ['just text', /not a Model Openness Tool file: the document/],
    ['release: { name: x, license: {} }', /release\.components/],
    ['release: { name: x, components: [{ license: MIT }] }', /release\.components\.0\.name/],
    [
      'release: { name: x, components: [{ name: Model card, license: [MIT] }] }',
      /release\.components\.0\.license/,
    ],
    [
      'release: { name: x, components: [{ name: Weights }] }',
      /"Weights" is no component of the Model Openness Framework/,
    ],
    [`a: &a [x]\nb: &b [${'*a,'.repeat(60)}]\nc: [${'*b,'.repeat(60)}]\nrelease: {name: x}`, /alias|YAML/i],
    [`# ${'x'.repeat(600_000)}`, /larger than 512 kB/],
  ])('is refused with the place and the fault (%#)', (source, message) => {
    expect(() => readMotFile(source)).toThrow(message)
  })

  it('is not hurt by names that objects have of their own', () => {
    const source =
      'release: { name: x, license: { __proto__: { name: MIT }, data: constructor }, components: [{ name: Datasets }] }'
    expect(readMotFile(source).components.training_data_base.licenseState).toBe('none')
  })
})
