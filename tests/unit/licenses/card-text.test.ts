import { describe, expect, it } from 'vitest'
import { facts } from '../evidence/helpers'

/** The licence in the card's own words, where no tag and no file declares one. */

const PLAIN = 'This is the card of a model that was made by a small team, and it is here for all to read.'
const read = (body: string, keys: Record<string, unknown> = {}) =>
  facts({ id: 'acme/rocket-7b', card: `# Rocket\n\n${PLAIN}\n\n${body}\n`, ...keys })
const id = (body: string, keys: Record<string, unknown> = {}) => read(body, keys).license.id

describe("the weights' licence in the card's words", () => {
  it.each([
    ['a labelled line', '- **License:** MIT', 'MIT'],
    ['a labelled line without bold', '- License: MPL 2.0', 'MPL-2.0'],
    ['a label of the model', '- **Model License:** Apache 2.0\n- **Code License:** MIT', 'Apache-2.0'],
    ['a label in Chinese', '- **许可证**：Apache-2.0', 'Apache-2.0'],
    ['a label in Japanese', '- **ライセンス**: MIT', 'MIT'],
    ['a label in Korean', '- **라이선스**: MIT', 'MIT'],
    ['a label in German', '- **Lizenz:** CC-BY-4.0', 'CC-BY-4.0'],
    ['a label in Spanish', '- **Licencia:** CC-BY-4.0', 'CC-BY-4.0'],
    ['a heading', '## License\n\nMIT License', 'MIT'],
    ['an item under a heading', '## License\n\n- `Apache-2.0`', 'Apache-2.0'],
    [
      "a licence's notice under a heading",
      '# License\n\nCopyright (c) Acme\n\nLicensed under the Apache License, Version 2.0 (the "License"); you may not use this file except in compliance with the License.\n\nUnless required by applicable law or agreed to in writing, software distributed under the License is distributed on an "AS IS" BASIS.',
      'Apache-2.0',
    ],
    [
      'a sentence on the weights',
      'Code is released under MIT, model weights are released under CC-BY-NC 4.0.',
      'CC-BY-NC-4.0',
    ],
    [
      'a sentence with an adjective',
      'The models are made available under a non-commercial CC BY-NC 4.0 license.',
      'CC-BY-NC-4.0',
    ],
    [
      'parameters of this model',
      'The trained parameters of Rocket were made available under the terms of the BY-NC-SA 4.0 license.',
      'CC-BY-NC-SA-4.0',
    ],
    [
      'the project with its weights',
      'This project including the weights are distributed under the Apache 2.0 license.',
      'Apache-2.0',
    ],
  ])('is read from %s', (_name, body, expected) => {
    const { license, components } = read(body)
    expect([license.id, license.declaredIn]).toEqual([expected, ['card']])
    expect(components.license_model.status).toBe('present')
    const [proof] = components.license_model.evidence
    expect(proof?.quote.length).toBeGreaterThan(2)
  })

  it.each([
    ['of the code', '- **Code License:** MIT'],
    ['of the code in a sentence', 'The code is released under the MIT license.'],
    ['of the code under a heading', '## License\n\nThe source code is under the MIT license.'],
    ['of the code in Chinese', '## 许可证\n\n- 本仓库源码采用 [MIT License](./LICENSE)。'],
    ['of the data', '- **Dataset License:** MIT'],
    ['of the data in a sentence', 'The dataset is released under the CC-BY-4.0 license.'],
    ['of the data under its heading', '## Training data\n\n- **License:** CC-BY-4.0'],
    ['under a line on the code', 'Code:\n\n- License: MIT'],
    ['of the project', 'This project is licensed under the Apache-2.0 License.'],
    ['of the repository', '## License\n\nThis repository is licensed under the MIT License.'],
    [
      'with a text that is about software',
      '## License\n\nMIT License\n\nPermission is hereby granted to any person obtaining a copy of this software.',
    ],
    ['of the base', 'The base model is released under the Apache 2.0 license.'],
    ['of another model', 'Comet models are released under the Apache 2.0 license.'],
    [
      'of an earlier time',
      'The model was previously released under the MIT license. The weights are no longer under MIT.',
    ],
    ['that it is not under', 'The model is not released under the MIT license.'],
    ['one of two', '- **License:** MIT or Apache 2.0'],
    [
      'two that do not agree',
      '- **License:** MIT\n\nThe model weights are released under the CC-BY-NC 4.0 license.',
    ],
    [
      'against the words beside it',
      '- **License:** MIT\n\nThe model may only be used for non-commercial purposes; commercial use is prohibited.',
    ],
    ['that nobody knows', '- **License:** Rocket Agreement'],
    ['of those who are thanked', '## Acknowledgements\n\n- License: MIT'],
    ['for its users', 'If you train on it, your model is released under the MIT license?'],
  ])('is not one %s', (_name, body) => {
    expect([id(body), read(body).license.class]).toEqual([null, 'unknown'])
  })

  it('gives way to a tag, to front matter and to a licence file', () => {
    const tagged = read('- **License:** MIT', { api: { id: 'acme/rocket-7b', tags: ['license:apache-2.0'] } })
    expect([tagged.license.id, tagged.license.declaredIn]).toEqual(['Apache-2.0', ['tag']])
    expect(
      facts({ card: `---\nlicense: apache-2.0\n---\n# Rocket\n\n${PLAIN}\n\n- **License:** MIT\n` }).license
        .id,
    ).toBe('Apache-2.0')
  })

  it('is not asked of a repository, whose README is about its code', () => {
    expect(
      facts({ site: 'github', id: 'acme/rocket', card: `# Rocket\n\n${PLAIN}\n\n- **License:** MIT\n` })
        .license.id,
    ).toBeNull()
  })
})
