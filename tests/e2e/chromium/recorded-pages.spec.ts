import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, HUB, SHOTS, test } from './extension'

/**
 * Whole pages of the real site, kept beside the project as reference material and not part of it. Where they are
 * missing this file reports itself skipped: `npm test` counts only that reason as no failure.
 */

const PAGES = resolve(import.meta.dirname, '../../../../shared/corpus/pages')
const HERE = existsSync(PAGES)

/** File, and the address that it was saved from (owner names as scrubbed in the files). */
const MODELS: [string, string][] = [
  ['hf_blob_qwen3coder.html', '/Qwen/Qwen3-Coder-30B-A3B-Instruct/blob/main/qwen3coder_tool_parser.py'],
  ['hf_blob_model_json.html', '/example-user/wav2vec2-t5-Vietnamese/blob/main/config.json'],
  ['hf_blob_model_py2.html', '/example-user/wav2vec2-t5-Vietnamese/blob/main/modeling.py'],
  [
    'reconstructed/hf-model-card.RECONSTRUCTED.gated.meta-llama__Llama-3.2-1B-Instruct.html',
    '/meta-llama/Llama-3.2-1B-Instruct',
  ],
  [
    'reconstructed/hf-model-card.RECONSTRUCTED.license-other.black-forest-labs__FLUX.1-dev.html',
    '/black-forest-labs/FLUX.1-dev',
  ],
  [
    'reconstructed/hf-model-card.RECONSTRUCTED.quantized.dark.ggml-org__gemma-3-1b-it-GGUF.html',
    '/ggml-org/gemma-3-1b-it-GGUF',
  ],
]

const OTHERS: [string, string][] = [
  ['hf_spaces_listing.html', '/spaces'],
  ['hf_spaces_listing_trending.html', '/spaces?sort=trending'],
  ['hf_docs_jslibs.html', '/docs/huggingface.js/index'],
  ['hf_space_edit_2026.html', '/spaces/example-user/aircraft_postgres_project/edit/main/README.md'],
]

/** The saved pages come without the site's stylesheet; these are the utilities that its title row and cards stand on. */
const LAYOUT = `<style>.contents{display:contents}.flex{display:flex}.inline-flex{display:inline-flex}.flex-col{flex-direction:column}
.flex-wrap{flex-wrap:wrap}.items-center{align-items:center}.relative{position:relative}.absolute{position:absolute}.hidden{display:none}
.w-full{width:100%}.truncate{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.overflow-hidden{overflow:hidden}
.whitespace-nowrap{white-space:nowrap}.text-sm{font-size:14px}.leading-tight{line-height:1.25}
svg{width:16px;height:16px}</style>`

/** The page with that layout, as the recorded Hub answers it. */
const saved = (file: string) => ({
  status: 200,
  type: 'html' as const,
  body: readFileSync(resolve(PAGES, file), 'utf8').replace('</head>', () => `${LAYOUT}</head>`),
})

const escaped = (path: string) => path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

test.describe('on pages as the site served them', () => {
  test.skip(!HERE, 'reference pages are not here')

  for (const [file, address] of MODELS) {
    test(`one badge stands in the title row of ${file}`, async ({ page, hub, badge, errors }) => {
      const { pathname } = new URL(address, HUB)
      const pattern = new RegExp(`^${escaped(pathname)}$`)
      hub.fault(pattern, saved(file))
      await page.goto(HUB + address)
      hub.fault(pattern, null)
      await expect(badge).toBeVisible()
      await expect(page.locator('openmark-badge')).toHaveCount(1)
      const [box, row] = await Promise.all([
        badge.boundingBox(),
        page.locator('[data-target="ModelHeader"] h1').boundingBox(),
      ])
      expect(box && row && box.y >= row.y - 1 && box.y + box.height <= row.y + row.height + 1).toBe(true)
      expect(errors.filter((error) => /openmark|chrome-extension/i.test(error))).toEqual([])
    })
  }

  for (const [file, address] of OTHERS) {
    test(`nothing of ours is in ${file}`, async ({ page, hub }) => {
      const { pathname } = new URL(address, HUB)
      const pattern = new RegExp(`^${escaped(pathname)}$`)
      hub.fault(pattern, saved(file))
      await page.goto(HUB + address)
      hub.fault(pattern, null)
      await page.waitForTimeout(400)
      await expect(page.locator('openmark-badge')).toHaveCount(0)
      expect(await page.evaluate(() => document.documentElement.dataset.openmark)).toBeUndefined()
      expect(hub.log.filter(({ path }) => path.startsWith('/api/models/'))).toEqual([])
    })
  }

  test('thirty chips stand in the list as the site served it, from one request, and nothing moves', async ({
    page,
    hub,
  }) => {
    // The saved page comes without its styles and pictures: its own head moves while it is put together.
    const whole = saved('hf_models_listing.html')
    const still = '<style>[data-target="MainHeader"]{display:none}</style></head>'
    const list = { ...whole, body: whole.body.replace('</head>', () => still) }
    const ids = [...list.body.matchAll(/<header[^>]* title="([\w.-]+\/[\w.-]+)"/g)].map(([, id]) => id)
    expect(ids).toHaveLength(30)
    const licenses = ['mit', 'apache-2.0', 'llama2', 'cc-by-nc-4.0', 'other']
    const rows = ids.map((id, index) => ({
      id,
      gated: false,
      tags: ['safetensors', `license:${licenses[index % licenses.length]}`],
    }))
    hub.fault(/^\/models$/, list)
    hub.fault(/^\/api\/models$/, { status: 200, type: 'json', body: JSON.stringify(rows) })
    await page.addInitScript(() => {
      const inList = (entry: PerformanceEntry) =>
        'sources' in entry &&
        Array.isArray(entry.sources) &&
        entry.sources.some(({ node }) => {
          // No node: it is in a shadow of ours, or gone.
          const element = node instanceof Text ? node.parentElement : node
          return !(element instanceof Element) || element.closest('main section article') !== null
        })
      new PerformanceObserver((entries) => {
        const { dataset } = document.documentElement
        const moved = entries.getEntries().filter(inList).length
        dataset.shifts = `${Number(dataset.shifts ?? 0) + moved}`
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(`${HUB}/models?other=finance`)
    await expect(page.locator('openmark-chip').first()).toBeVisible()
    for (const card of await page.locator('article.overview-card-wrapper').all()) {
      await card.scrollIntoViewIfNeeded()
      await expect(card.locator('openmark-chip')).toBeVisible()
    }
    hub.fault(/^\/models$/, null)
    hub.fault(/^\/api\/models$/, null)
    expect(
      hub.log.filter(({ path }) => path.startsWith('/api/')).map(({ path }) => path.slice(0, 12)),
    ).toEqual(['/api/models?'])
    expect(await page.evaluate(() => document.documentElement.dataset.shifts ?? '0')).toBe('0')
    await page.evaluate(() => scrollTo(0, 0))
    await page.screenshot({ path: `${SHOTS}/list-recorded.png` })
  })
})
