import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ComponentId } from '../../../../lib/components'
import { facts, finding, status } from '../helpers'

const card = (body: string, extra: Record<string, unknown> = {}) => ({
  card: `# Rocket\n\n${body}\n`,
  files: ['README.md'],
  ...extra,
})

describe('training data in prose', () => {
  it('are present where the producer names and links them', () => {
    const found = finding(
      'training_data_base',
      card('## Training\n\nRocket was trained on [Dolma](https://huggingface.co/datasets/allenai/dolma).'),
    )
    expect(found.status).toBe('present')
    expect(found.evidence[0]).toMatchObject({
      locator: 'section: Rocket > Training',
      quote: 'Rocket was trained on Dolma.',
    })
    expect(found.evidence[0]?.url).toBe('https://huggingface.co/acme/rocket-7b/blob/main/README.md#L5')
  })

  it('are only mentioned where they are a number of tokens or a mixture without names', () => {
    expect(
      status(
        'training_data_base',
        card('The model was trained on 15 trillion tokens of publicly available data.'),
      ),
    ).toBe('mentioned')
  })

  it('of a test set, a citation or another model are none', () => {
    expect(
      status(
        'training_data_base',
        card('## Evaluation\n\nWe test on [SQuAD](https://huggingface.co/datasets/rajpurkar/squad).'),
      ),
    ).toBe('unknown')
    expect(
      status(
        'training_data_base',
        card(
          '## Acknowledgements\n\nThanks to those who trained on [X](https://huggingface.co/datasets/a/x).',
        ),
      ),
    ).toBe('unknown')
  })

  it('that tune are not base data', () => {
    const { components } = facts(
      card('Rocket was fine-tuned on [OASST](https://huggingface.co/datasets/OpenAssistant/oasst1).'),
    )
    expect(components.training_data_tuned.status).toBe('present')
    expect(components.training_data_base.status).toBe('unknown')
  })
})

describe('results in prose', () => {
  const table = '| Model | MMLU | PIQA |\n|---|---|---|\n| Rocket | 61.2 | 75.0 |'
  it('are present as a table of scores', () => {
    expect(status('evaluation_results', card(`## Evaluation\n\n${table}`))).toBe('present')
  })

  it('are none as a training log, a table of sizes or a placeholder', () => {
    expect(
      status(
        'evaluation_results',
        card(
          '### Training results\n\n| Training Loss | Epoch | Validation Loss |\n|---|---|---|\n| 0.51 | 1.0 | 0.44 |\n| 0.41 | 2.0 | 0.40 |',
        ),
      ),
    ).toBe('unknown')
    expect(
      status(
        'evaluation_results',
        card('| Size | Layers | Params |\n|---|---|---|\n| 7B | 32 | 7.1 |\n| 13B | 40 | 13.0 |'),
      ),
    ).toBe('unknown')
    expect(status('evaluation_results', card('## Evaluation\n\n[More Information Needed]'))).toBe('unknown')
  })

  it('name benchmarks, which are mentioned and no data', () => {
    expect(status('evaluation_data', card(`## Evaluation\n\n${table}`))).toBe('mentioned')
  })

  it('may name the harness that measured them', () => {
    expect(
      status(
        'evaluation_code',
        card(
          '## Evaluation\n\nMeasured with [the harness](https://github.com/EleutherAI/lm-evaluation-harness).',
        ),
      ),
    ).toBe('present')
    expect(status('evaluation_code', card('![lm-eval](https://img.shields.io/badge/lm--eval-ok)'))).toBe(
      'unknown',
    )
  })
})

describe('papers in prose', () => {
  it("are the model's own where the citation names it", () => {
    expect(
      status(
        'research_paper',
        card('```\n@article{r, title={Rocket: A Small Model}, journal={arXiv:2401.00001}}\n```'),
      ),
    ).toBe('present')
  })

  it('of others are nothing, however often they are cited', () => {
    expect(
      status(
        'research_paper',
        card(
          'We use [LoRA](https://arxiv.org/abs/2106.09685) and [DPO](https://arxiv.org/abs/2305.18290).\n\n```\n@article{l, title={LoRA: Low-Rank Adaptation of Large Language Models}, journal={arXiv}}\n```',
        ),
      ),
    ).toBe('unknown')
    expect(
      status('technical_report', card('See the documentation of the library. A newspaper wrote about us.')),
    ).toBe('unknown')
  })

  it('are reports where a link says so', () => {
    expect(
      status('technical_report', card('[Rocket Technical Report](https://example.org/rocket.pdf)')),
    ).toBe('present')
    expect(status('technical_report', card('The technical report is coming soon.'))).toBe('unknown')
  })
})

describe('code in prose', () => {
  it("for training is the model's own repository, not a framework", () => {
    expect(status('training_code', card('The training code is at https://github.com/acme/rocket.'))).toBe(
      'present',
    )
    expect(
      status(
        'training_code',
        card('You can fine-tune it with [axolotl](https://github.com/axolotl-ai-cloud/axolotl).'),
      ),
    ).toBe('unknown')
    expect(status('training_code', card('We used custom training libraries for the runs.'))).toBe('mentioned')
  })

  it('for running it as a snippet is a part', () => {
    expect(
      status('inference_code', card('```python\nmodel = AutoModel.from_pretrained("acme/rocket-7b")\n```')),
    ).toBe('partial')
  })
})

describe('settings and machines', () => {
  it('need values', () => {
    expect(
      status(
        'training_config',
        card('## Training\n\nAdamW with a learning rate of 3e-4, batch size 512, 3 epochs.'),
      ),
    ).toBe('present')
    expect(status('training_config', card('## Training\n\nThe learning rate was tuned.'))).toBe('unknown')
  })

  it('are those of the training, not of running it', () => {
    expect(
      status('hardware_documentation', card('## Training\n\nTrained on 64 A100 GPUs for 12 days.')),
    ).toBe('present')
    expect(status('hardware_documentation', card('Inference needs a single A100 with 24 GB of VRAM.'))).toBe(
      'unknown',
    )
  })
})

describe('the card itself', () => {
  const sections =
    '## Description\n\nRocket is a model for short answers in English, made by a small team, and it is meant to be a fair example.\n\n## Intended use\n\nShort answers to everyday questions, in English, by people who check what they read.\n\n## Limitations\n\nIt may be wrong, it may be biased, and it may repeat what it has read; check what it says before you act.\n\n## Training\n\nIt was trained on text of the web, in one run, by a small team that kept notes of everything that happened.\n\n## Evaluation\n\nIt was evaluated on questions of our own, and people read a thousand of its answers. They found four in five of them useful, and one in twenty wrong; the wrong ones were mostly about dates, names and numbers.'
  it('is a model card where it speaks of use, limits and making', () => {
    expect(status('model_card', card(sections))).toBe('present')
  })

  it('is a part where it is short, and nothing where it is empty', () => {
    expect(
      status(
        'model_card',
        card(
          'Rocket is a model for short answers in English. It was made by a small team in one year, as a fair example of what such a team can do, and everybody is welcome to try it, to ask about it, and to tell us how it went.',
        ),
      ),
    ).toBe('partial')
    expect(status('model_card', card('My model.'))).toBe('unknown')
  })
})

describe('hostile prose', () => {
  const pieces = [
    'not released ',
    'training data ',
    '[a](https://huggingface.co/datasets/a/b) ',
    '| 1.0 ',
    '\n\n',
    '# ',
    'MMLU ',
    '@article{',
    'title={',
    'we do not ',
    'A100 ',
    '<h1>',
    '```\n',
    '. ',
    '数据',
    '\u0000',
    '((((',
    '-----',
  ]
  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 200 }),
        (parts) => void facts(card(parts.join(''))),
      ),
      { numRuns: 200 },
    )
  })

  it('takes time in proportion to its length', () => {
    const time = (copies: number) => {
      const body =
        'The training data of the model is trained on data with data from data and not data . '.repeat(copies)
      const start = performance.now()
      facts(card(body))
      return performance.now() - start
    }
    time(500)
    const [small, large] = [Math.min(time(500), time(500), time(500)), Math.min(time(4_000), time(4_000))]
    expect(large / small).toBeLessThan(40)
  })
})

describe('every claim from prose', () => {
  it('has a quote that stands in the card, a link and a place', () => {
    const body =
      '## Training Data\n\nRocket was trained on [Dolma](https://huggingface.co/datasets/allenai/dolma), 3 trillion tokens collected from the web and filtered.\n\n## Evaluation\n\n| x | MMLU |\n|---|---|\n| Rocket | 61.2 |\n| Other | 60.1 |'
    const source = body.replace(/\[Dolma\]\([^)]*\)/, 'Dolma').replace(/\s+/g, ' ')
    const { components } = facts(card(body))
    const claims = Object.entries(components)
      .flatMap(([id, { evidence }]) => evidence.map((item) => ({ id: id as ComponentId, ...item })))
      .filter(({ method }) => method.startsWith('text.'))
    expect(claims.length).toBeGreaterThan(3)
    for (const { quote, url, locator } of claims) {
      expect(url).toMatch(/^https:\/\/huggingface\.co\//)
      expect(locator).toMatch(/^section: /)
      if (!quote.includes(' | ')) expect(source).toContain(quote.replace(/…$/, ''))
    }
  })
})
