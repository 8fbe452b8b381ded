import { render } from 'preact'
import { PageBadge } from '../../components/PageBadge'
import type { Assessment, Facts, Headline } from '../assessment'
import { collectGlance } from '../evidence/glance'
import { texts } from '../platform/i18n'
import { ask, LOOK, MARK, OPEN_PAGE } from '../platform/messages'
import type { Settings } from '../platform/settings'
import type { Rubric } from '../rubric/schema'
import type { Glimpse, Place, Site } from '../sites/site'
import { readGlance } from '../snapshot/glance'
import { createHost, type Host } from './host'
import { judgeBy } from './judge-by'
import { placePanel } from './popover'

/** One model's page while it is shown: what is known of the model, judged anew whenever more is known or an option changes. */
export class ModelPage {
  private facts: Facts
  private pending = false
  private open = false
  private host: Host | null = null
  private left = false
  private rendered = ''

  constructor(
    private readonly site: Site,
    private readonly place: Place,
    private readonly glimpse: Glimpse,
    private settings: Settings,
  ) {
    this.facts = collectGlance(readGlance(glimpse.id, glimpse.model))
    this.draw()
    this.look()
  }

  /** Whether this is still the page for what the site shows now. */
  shows(place: Place, glimpse: Glimpse): boolean {
    return (
      place.id === this.place.id &&
      place.revision === this.place.revision &&
      glimpse.id === this.glimpse.id &&
      glimpse.lastModified === this.glimpse.lastModified
    )
  }

  /** Puts the badge back where the page dropped it, and follows the page's theme. */
  keep(): void {
    const anchor = this.settings.badge ? this.site.anchor(document) : null
    if (!anchor || !this.host) return
    this.host.place(anchor)
    this.host.setTheme(this.site.theme(document))
  }

  apply(settings: Settings): void {
    this.settings = settings
    this.draw()
  }

  current(): { id: string; lastModified: string | null; facts: Facts } {
    return { id: this.glimpse.id, lastModified: this.glimpse.lastModified, facts: this.facts }
  }

  openPanel(): boolean {
    if (!this.host) return false
    this.open = true
    this.draw()
    return true
  }

  leave(): void {
    this.left = true
    this.unmount()
  }

  private unmount(): void {
    if (!this.host) return
    render(null, this.host.root)
    this.host.remove()
    this.host = null
  }

  private async look(): Promise<void> {
    this.pending = true
    try {
      const { id, lastModified } = this.glimpse
      this.facts = await ask(LOOK, { id, lastModified, renderedCard: await this.renderedCard() })
    } catch {
      // Nobody answers: the extension was updated under the open page. What the page itself says still stands.
      this.facts = { ...this.facts, faults: [...this.facts.faults, { id: 'network', detail: 'worker' }] }
    }
    this.pending = false
    if (!this.left) this.draw()
  }

  /** Only a gated model's card has to be read off the page, and only its card tab shows it. */
  private async renderedCard(): Promise<string | null> {
    const gated = readGlance(this.glimpse.id, this.glimpse.model).model?.gated
    if (this.place.tab !== 'card' || gated === null || gated === false || gated === undefined) return null
    if (document.readyState === 'loading') {
      await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }))
    }
    return this.site.renderedCard(document)
  }

  private draw(): void {
    const { rubric, assessment } = judgeBy(this.settings, this.facts)
    this.mark(assessment.headline)
    if (!this.settings.badge) {
      this.unmount()
      return
    }
    const first = this.host === null
    this.host ??= createHost()
    this.view(this.host, rubric, assessment)
    if (!first) return
    this.keep()
    this.host.reserve()
  }

  private view(host: Host, rubric: Rubric, assessment: Assessment): void {
    const setOpen = (open: boolean) => {
      if (this.open === open) return
      this.open = open
      this.draw()
    }
    render(
      <PageBadge
        texts={texts}
        facts={this.facts}
        assessment={assessment}
        rubric={rubric}
        pending={this.pending}
        shownRevision={this.place.revision}
        open={this.open}
        place={placeInWindow}
        onOpen={setOpen}
        onOptions={() => void ask(OPEN_PAGE, 'options').catch(() => {})}
        onLegend={() => void ask(OPEN_PAGE, 'welcome').catch(() => {})}
      />,
      host.root,
    )
  }

  private mark({ label, meter, high }: Headline): void {
    const title = high.meter === meter && high.label === label ? label : `${label} – ${high.label}`
    const mark = { low: meter, high: high.meter, title: `${this.facts.subject.id}: ${title}` }
    const key = JSON.stringify(mark)
    if (key === this.rendered) return
    this.rendered = key
    ask(MARK, mark).catch(() => {})
  }
}

const placeInWindow = (badge: DOMRect) =>
  placePanel(
    badge,
    { width: document.documentElement.clientWidth, height: window.innerHeight },
    { x: window.scrollX, y: window.scrollY },
  )
