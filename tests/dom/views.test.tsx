// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { render } from 'preact'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Badge } from '../../components/Badge'
import { OptionsView } from '../../components/options/OptionsView'
import { Panel } from '../../components/Panel'
import { PopupView } from '../../components/popup/PopupView'
import { TextContext, type Texts } from '../../components/text'
import { factsOf } from '../../lib/assess'
import type { Facts } from '../../lib/assessment'
import { judge, ownHeadline } from '../../lib/rubric/judge'
import { parseSnapshot } from '../../lib/snapshot/schema'
import { allRubrics, rubricById } from '../../rubrics'
import { sampleById } from '../../scripts/samples'

const messages: Record<string, { message: string }> = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../public/_locales/en/messages.json'), 'utf8'),
)

const texts: Texts = {
  t: (key, ...words) =>
    (messages[key]?.message ?? key).replace(/\$(\d)/g, (_, index: string) =>
      String(words[Number(index) - 1] ?? ''),
    ),
  maybe: (key) => messages[key]?.message ?? null,
  number: (value) => value.toLocaleString('en'),
  region: (code) => code,
}

const mof = rubricById('mof')

function factsFor(id: string, extra: Record<string, unknown> = {}): Facts {
  const sample = sampleById(id)
  return factsOf(
    parseSnapshot({
      site: 'huggingface',
      id,
      api: sample?.api,
      card: sample?.card,
      texts: sample?.texts,
      ...extra,
    }),
  )
}

const root = () => document.getElementById('root') as HTMLElement

function panel(facts: Facts, props: Partial<Parameters<typeof Panel>[0]> = {}) {
  const none = () => {}
  render(
    <TextContext.Provider value={texts}>
      <Panel
        facts={facts}
        assessment={judge(facts, [mof])}
        rubric={mof}
        compared={[]}
        policy={null}
        baseHeadlines={{}}
        ownHeadline={null}
        derivatives="strict"
        following={false}
        pending={false}
        shownRevision={null}
        onClose={none}
        onOptions={none}
        onLegend={none}
        {...props}
      />
    </TextContext.Provider>,
    root(),
  )
}

describe('the views', () => {
  it('tell the adapter from the system: what is open of it, and what its base makes of the whole', () => {
    const base = {
      site: 'huggingface',
      id: 'a/base',
      card: '---\nlicense: cc-by-nc-4.0\n---\n',
      files: ['model.safetensors'],
    }
    const page = factsOf(
      parseSnapshot({
        site: 'huggingface',
        id: 'acme/lora',
        api: { id: 'acme/lora', library_name: 'peft', tags: ['base_model:adapter:a/base'] },
        card: '---\nlicense: apache-2.0\nbase_model: a/base\n---\n# Lora\n',
        files: ['adapter_config.json', 'adapter_model.safetensors'],
        linked: { 'https://huggingface.co/a/base': base },
      }),
    )
    panel(page, { ownHeadline: ownHeadline(mof, page, undefined) })
    const text = root().textContent ?? ''
    expect(text).toMatch(/The adapter alone: Open weights[^.]*\. The whole system: Restricted weights\./)
    const drives = root().querySelector('.rubrics details')?.textContent ?? ''
    for (const words of [mof.publisher, mof.sourceLicense ?? '', 'drives the badge', ...mof.cannotDecide])
      expect(drives).toContain(words)
  })

  beforeEach(() => {
    document.body.innerHTML = '<div id="root"></div>'
  })

  it('badge says verdict and licence in one sentence to a screen reader', () => {
    const facts = factsFor('CohereForAI/c4ai-command-r-plus')
    const { headline, license } = judge(facts, [mof])
    render(
      <Badge
        texts={texts}
        policy={null}
        headline={headline}
        license={license}
        rubric={mof.id}
        open={false}
        onClick={() => {}}
        onWanted={() => {}}
      />,
      root(),
    )
    const button = root().querySelector('button')
    expect(button?.getAttribute('aria-label')).toBe('Openness: Restricted weights. Licence: CC-BY-NC-4.0.')
    expect(button?.getAttribute('aria-haspopup')).toBe('dialog')
    expect(button?.getAttribute('aria-expanded')).toBe('false')
    expect(root().querySelector('.meter')?.getAttribute('aria-hidden')).toBe('true')
  })

  it('badge warns in words when licence sources disagree', () => {
    const facts = factsFor('Qwen/Qwen3-Coder-30B-A3B-Instruct')
    const license = {
      ...facts.license,
      conflicts: [
        {
          kind: 'tag-vs-file' as const,
          severity: 'conflict' as const,
          between: ['a', 'b'],
          explanation: 'x',
          evidence: [],
        },
      ],
    }
    render(
      <Badge
        texts={texts}
        policy={null}
        headline={judge(facts, [mof]).headline}
        license={license}
        rubric={mof.id}
        open={false}
        onClick={() => {}}
        onWanted={() => {}}
      />,
      root(),
    )
    expect(root().querySelector('button')?.getAttribute('aria-label')).toContain('Licence sources disagree.')
    expect(root().querySelector('.warning')).not.toBeNull()
  })

  it('panel is a dialog named by its verdict, and Escape closes it', () => {
    const onClose = vi.fn()
    panel(factsFor('allenai/OLMo-7B'), { onClose })
    const dialog = root().querySelector('[role="dialog"]')
    const name = document.getElementById(dialog?.getAttribute('aria-labelledby') ?? '')
    expect(name?.textContent).toContain('Open weights')
    dialog?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('panel says what is looked at, what failed, and which revision', () => {
    const facts = { ...factsFor('allenai/OLMo-7B'), faults: [{ id: 'rate-limit' as const, detail: 'api' }] }
    panel(facts, { pending: true, shownRevision: 'step1000-tokens4B' })
    const words = root().textContent ?? ''
    expect(words).toContain('Looking at the model')
    expect(words).toContain('asks for patience')
    expect(words).toContain('Assessed is revision 46fba0d')
  })

  it('panel tells "says: not released" from "not found"', () => {
    const facts = factsFor('allenai/OLMo-7B', { card: '# OLMo\n\nThe evaluation code is not released.\n' })
    panel(facts)
    const rows = [...root().querySelectorAll('li.row')].map((row) => row.textContent ?? '')
    expect(rows.find((row) => row.startsWith('Evaluation code'))).toContain('not released')
    expect(rows.find((row) => row.startsWith('Training code'))).toContain('not found')
  })

  it('panel puts what the next step needs first, and folds the rest', () => {
    panel(factsFor('Qwen/Qwen3-Coder-30B-A3B-Instruct'))
    const sections = [...root().querySelectorAll('section.section')]
    const missing = sections.find(
      (section) => section.querySelector('h3')?.textContent === 'Missing for the next step',
    )
    const names = (list: Element | null | undefined) =>
      [...(list?.querySelectorAll('.row-name') ?? [])].map((name) => name.textContent)
    expect(names(missing?.querySelector(':scope > ul'))).toContain('Data card')
    expect(names(missing?.querySelector(':scope > ul'))).not.toContain('Training code')
    expect(names(missing?.querySelector('details'))).toContain('Training code')
    expect(missing?.querySelector('summary')?.textContent).toMatch(/^For the steps after it: \d+$/)
  })

  it('panel leaves out what no criterion turns on', () => {
    panel(factsFor('allenai/OLMo-7B'))
    const names = [...root().querySelectorAll('.row-name')].map((name) => name.textContent)
    expect(names).toContain('Data card')
    expect(names).not.toContain('Adapter weights')
    expect(names).not.toContain('Optimizer states')
  })

  it('panel shows hostile text as text and links to https only', () => {
    const evil = '<img src=x onerror=alert(1)>'
    const facts = factsFor('allenai/OLMo-7B')
    facts.components.weights_final.evidence = [
      {
        claim: evil,
        quote: evil,
        url: 'javascript:alert(1)',
        locator: evil,
        method: 'm',
        strength: 'artefact',
      },
    ]
    facts.license = { ...facts.license, label: evil, url: 'data:text/html,x' }
    panel(facts)
    expect(root().querySelector('img')).toBeNull()
    expect(root().textContent).toContain(evil)
    const links = [...root().querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '')
    expect(links.length).toBeGreaterThan(3)
    expect(links.filter((href) => !href.startsWith('https://'))).toEqual([])
    for (const link of root().querySelectorAll('a[target]'))
      expect(link.getAttribute('rel')).toContain('noopener')
  })

  it('popup shows the legend first, once', () => {
    const onWelcomed = vi.fn()
    const shared = {
      texts,
      check: null,
      query: '',
      answered: null,
      question: 'commercial' as const,
      policy: null,
      recent: [],
      onQuery: () => {},
      onSubmit: () => {},
      onQuestion: () => {},
      onForget: () => {},
      repository: null,
      onCheckRepository: () => {},
      onRepositoryChoice: () => {},
      canOpenPanel: false,
      onWelcomed,
      onOpenPanel: () => {},
      onOptions: () => {},
    }
    render(<PopupView {...shared} notice={null} welcomed={false} />, root())
    expect(root().querySelector('h1')?.textContent).toBe('How open is a model?')
    root().querySelector('button')?.click()
    expect(onWelcomed).toHaveBeenCalledOnce()
    render(<PopupView {...shared} notice={null} welcomed check="elsewhere" />, root())
    expect(root().querySelector('h1')?.textContent).toBe('No model here')
  })

  it('options offer every rubric and its options as named controls', () => {
    const onOption = vi.fn()
    const none = () => {}
    render(
      <OptionsView
        texts={texts}
        rubrics={allRubrics()}
        rubric={mof}
        chosen={{ mof: { datasetsLicense: 'mot' } }}
        badge
        lists
        hasToken={false}
        onToken={() => {}}
        derivatives="strict"
        onDerivatives={none}
        policy={{
          policy: null,
          families: [],
          terms: [],
          faults: [],
          onPolicy: none,
          onStart: none,
          onExport: none,
          onImport: none,
        }}
        preview={mof}
        compared={['lessig']}
        own={[]}
        editor={{
          text: null,
          faults: [],
          onText: none,
          onSave: none,
          onCancel: none,
          onNew: none,
          onImport: none,
        }}
        onCompared={none}
        onCopy={none}
        onExport={none}
        onRemove={none}
        examples={[]}
        message=""
        onRubric={none}
        onOption={onOption}
        onBadge={none}
        onLists={none}
        onLegend={none}
      />,
      root(),
    )
    const radios = [...root().querySelectorAll<HTMLInputElement>('input[type="radio"]')]
    expect(radios.filter(({ name }) => name === 'rubric').map(({ value }) => value)).toEqual(
      allRubrics().map(({ id }) => id),
    )
    expect(radios.find(({ name, checked }) => name === 'mof.datasetsLicense' && checked)?.value).toBe('mot')
    for (const radio of radios) expect(radio.closest('label')?.textContent?.trim()).not.toBe('')
    radios.find(({ name, value }) => name === 'mof.datasetsLicense' && value === 'paper')?.click()
    expect(onOption).toHaveBeenCalledWith('mof', 'datasetsLicense', 'paper')
    // Of a rubric that only stands in the panel as well.
    radios.find(({ name, value }) => name === 'lessig.mapping' && value === 'data')?.click()
    expect(onOption).toHaveBeenCalledWith('lessig', 'mapping', 'data')
    // Where each comes from, and what it cannot decide, stands beside it.
    const about = [...root().querySelectorAll('details.about')].map((item) => item.textContent ?? '')
    expect(about).toHaveLength(allRubrics().length)
    for (const [index, { publisher, sourceLicense, cannotDecide }] of allRubrics().entries()) {
      for (const words of [publisher, sourceLicense ?? '', ...cannotDecide])
        expect(about[index]).toContain(words)
    }
  })
})
