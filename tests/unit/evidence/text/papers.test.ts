import { describe, expect, it } from 'vitest'
import { finding, status } from '../helpers'

/** Whose paper it is. Names and words are made up; every card holds a sentence of plain English. */

const PLAIN = 'This is the card of a model that was made by a small team, and it is here for all to read.'
const card = (body: string, title = '# Rocket') => `${title}\n\n${PLAIN}\n\n${body}\n`
const of = (body: string, keys: { id?: string; title?: string } = {}) =>
  status('research_paper', {
    id: keys.id ?? 'acme/rocket-7b',
    card: card(body, keys.title),
    files: ['README.md'],
  })
const ENTRY = (title: string) =>
  `@inproceedings{one,\n  title = {${title}},\n  booktitle = {Proceedings of Things}\n}`
const fenced = (title: string) => `\`\`\`bibtex\n${ENTRY(title)}\n\`\`\``

describe("the model's own paper", () => {
  it.each([
    [
      'the one entry asked for',
      `## Citation\n\nIf you use this model, please cite:\n\n${fenced('Learning to fly')}`,
    ],
    [
      'the one entry, without a fence',
      `## Citation\n\nIf using this model, please cite the paper below:\n\n${ENTRY('Learning to fly')}`,
    ],
    [
      'asked for in the heading',
      `## If you used this model please cite us as\n\n${fenced('Learning to fly')}`,
    ],
    ['asked for in a field', `- **Cite as:**\n\n${fenced('Learning to fly')}`],
    [
      'asked for in Chinese',
      `## 引用\n\n如果您在研究中使用了本模型，请引用：\n\n${fenced('Learning to fly')}`,
    ],
    [
      'asked for in Korean',
      `## 인용\n\n이 모델을 사용할 때에는 인용해 주세요.\n\n${fenced('Learning to fly')}`,
    ],
    [
      'asked for in German',
      `## Zitat\n\nWer dieses Modell nutzt, möge es so zitieren.\n\n${fenced('Learning to fly')}`,
    ],
    ['asked for in Spanish', `## Cita\n\nPor favor, cite nuestro trabajo.\n\n${fenced('Learning to fly')}`],
    ['asked for in French', `## Citation\n\nMerci de citer notre article.\n\n${fenced('Learning to fly')}`],
    [
      'one of two, linked under its title',
      `> [**Learning to fly without wings**](https://arxiv.org/abs/2405.00001), Ann and Bob\n\n## Citation\n\nPlease cite our papers:\n\n\`\`\`bibtex\n${ENTRY('Learning to fly without wings')}\n${ENTRY('Wings')}\n\`\`\``,
    ],
    [
      'linked in the block after its announcement',
      'Our paper, which tells how it works, can be found here:\n\n> [Learning to fly without wings](https://arxiv.org/abs/2405.00001)',
    ],
    [
      'told without a name',
      '**Update:** The paper is now available [here](https://arxiv.org/abs/2205.00001).',
    ],
    [
      'told by its details',
      'The details of training and data are described in https://arxiv.org/abs/2202.00001.',
    ],
    ['a row in Chinese', '[代码](https://github.com/acme/rocket)，[论文](https://arxiv.org/abs/2302.05543)'],
    ['a file called paper', 'Details are in the [release paper](https://rocket.example/paper.pdf).'],
    [
      'a file behind a reference',
      'Rocket is described in the [above paper][P].\n\n[P]: https://cdn.example/papers/Learning_to_fly.pdf',
    ],
    [
      'a reference in words',
      '## References\n\n[1] A. Ann and B. Bob. "Rocket-7B: flying without wings" arXiv preprint arXiv:2005.00001 (2020).',
    ],
  ])('is %s', (_name, body) => {
    expect(of(body)).toBe('present')
  })

  it('is a badge at the head of the card, and not two of them', () => {
    const badge = (number: string) =>
      `[![Paper](https://img.example/paper.svg)](https://arxiv.org/abs/${number})`
    const found = finding('research_paper', { id: 'acme/rocket-7b', card: card(badge('2111.00001')) })
    expect(found.status).toBe('present')
    expect(found.evidence[0]?.quote).toBe('https://arxiv.org/abs/2111.00001')
    expect(of(`${badge('2111.00001')} ${badge('2111.00002')}`)).toBe('unknown')
    expect(of(`## Acknowledgements\n\n${badge('2111.00001')}`)).toBe('unknown')
  })

  it.each([
    ['acme/bert-base-skylark', '# SkylarkBERT'],
    ['acme/bert-base-skylark', '# Skylark : Pre-training for the air'],
  ])('bears the name at the head of the card where the id has it too: %s, %s', (id, title) => {
    const body = 'More is told in the [Skylark PAPER](https://arxiv.org/abs/2003.00001).'
    expect(of(body, { id, title })).toBe(title.includes(':') ? 'present' : 'unknown')
  })

  it('is called by a short or common name only where the heading says whose card it is', () => {
    const body = '## Documents\n\n- [BERT Paper](https://arxiv.org/abs/1810.04805)'
    expect(of(body, { id: 'acme/bert-miniature', title: '# Model Card: BERT' })).toBe('present')
    expect(of(body, { id: 'acme/bert-miniature', title: '# BERT' })).toBe('unknown')
    expect(of(body, { id: 'acme/bert-finetuned-mails', title: '# Model Card: BERT' })).toBe('unknown')
    expect(of(body, { id: 'acme/bert-miniature', title: '# BERT fine-tuned on mails' })).toBe('unknown')
    expect(of('[LiX Paper](https://arxiv.org/abs/1810.04805)', { id: 'acme/lix', title: '# LiX' })).toBe(
      'present',
    )
  })
})

describe("a paper of others is not the model's", () => {
  it.each([
    ['of the data', `If you use this dataset, please cite:\n\n${fenced('Ten thousand birds')}`],
    ['of the data, by its title', `If you use this model, please cite:\n\n${fenced('A corpus of birds')}`],
    [
      'under a heading on data',
      `## Training data\n\nPlease cite our work:\n\n${fenced('Ten thousand birds')}`,
    ],
    [
      'of the original',
      `If you use this model, please cite the original paper:\n\n${fenced('Learning to fly')}`,
    ],
    ['of a library', `Please cite our work and this library:\n\n${fenced('A library for flight')}`],
    ['nobody asks for it', `## Citation\n\n${fenced('Learning to fly')}`],
    [
      'two entries, none of them linked',
      `Please cite our work:\n\n${fenced('Learning to fly')}\n\n${fenced('Wings')}`,
    ],
    [
      'the Hub cites the repository',
      `If you use this model, please cite:\n\n\`\`\`bibtex\n@misc{acme_2024, title = { rocket-7b (Revision 4a9993e) }, doi = { 10.57967/hf/1098 }, publisher = { Hugging Face } }\n\`\`\``,
    ],
    ['a method, as a file', 'It uses [flash attention](https://somewhere.example/papers/flash.pdf).'],
    [
      'details of data alone',
      'Details of the training data are described in https://arxiv.org/abs/2202.00001.',
    ],
    [
      'details in a named paper',
      'Details of training are described in [Adam](https://arxiv.org/abs/2202.00001).',
    ],
    ['below a heading on data', '## Dataset\n\nThe paper is [here](https://arxiv.org/abs/2205.00001).'],
    [
      'in a badge of something else',
      '[![Dataset](https://img.example/d.svg)](https://arxiv.org/abs/2111.00001)',
    ],
    [
      'a reference to others',
      '## References\n\n[1] A. Ann. "Comet: flying with wings" arXiv preprint arXiv:2005.00001 (2020).',
    ],
    [
      'announced in the block before, and not ours',
      'The paper of the benchmark can be found here:\n\n> [Ten thousand birds in flight](https://arxiv.org/abs/2405.00001)',
    ],
  ])('%s', (_name, body) => {
    expect(of(body)).toBe('unknown')
  })

  it('where the card is of a fine-tune and its base has another owner', () => {
    const base = (body: string) =>
      status('research_paper', {
        id: 'someone/rocket-mails',
        card: `---\nbase_model: acme/comet\n---\n# Rocket\n\n${PLAIN}\n\n${body}\n`,
      })
    expect(base(`If you use this model, please cite:\n\n${fenced('Comet: learning to fly')}`)).toBe('unknown')
    expect(base('[![Paper](https://img.example/p.svg)](https://arxiv.org/abs/2111.00001)')).toBe('unknown')
    expect(base('**Update:** The paper is [here](https://arxiv.org/abs/2205.00001).')).toBe('unknown')
    expect(base(`If you use this model, please cite:\n\n${fenced('Answering mails')}`)).toBe('present')
  })

  it('where a common family is all that the title names', () => {
    expect(
      of(`If you use this model, please cite:\n\n${fenced('BERT: Pre-training of Deep Transformers')}`, {
        id: 'someone/bert-mails',
        title: '# Mails',
      }),
    ).toBe('unknown')
  })
})
