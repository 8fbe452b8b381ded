import { leanRubrics } from 'virtual:lean-rubrics'
import { render } from 'preact'
import { Badge } from '../../components/Badge'
import type { Facts, Headline } from '../assessment'
import { collectGlance } from '../evidence/glance'
import { texts } from '../platform/i18n'
import { ask, HEADLINE, LOOK, MARK, OPEN_PAGE, POLICY } from '../platform/messages'
import type { Settings } from '../platform/settings'
import { quickHeadline } from '../rubric/headline'
import type { Glimpse, Place, Site } from '../sites/site'
import { readGlance } from '../snapshot/glance'
import { createHost, type Host } from './host'
import { createLayer, type Layer } from './layer'
import { loadPanel, sayPlainly } from './load-panel'
import type { CurrentModel } from './page-port'
import type { MountedPanel, PanelState } from './panel-slot'

const PENDING_STEP = { id: 'pending', label: '…', meter: 0 }
const PENDING: Headline = { ...PENDING_STEP, high: PENDING_STEP }

/** One model's page while it is shown: what is known of the model, judged anew whenever more is known or an option changes. */
export class ModelPage {
  private readonly end = new AbortController()
  private facts: Facts
  private pending = false
  private host: Host | null = null
  private layer: Layer | null = null
  private panel: MountedPanel | null = null
  private marked = ''
  /** The reader's policy on the licence, and what was asked for it. */
  private policy: 'allow' | 'review' | 'deny' | null = null
  private policyAsked = ''
  /** What the worker judged, and what it was asked. */
  private judged: Headline = PENDING
  private headlineAsked = ''
  /** Read while it can be: after an update of the extension the browser gives no more messages to this page. */
  private readonly updated = texts.t('fault_network_worker')

  constructor(
    private readonly site: Site,
    private readonly place: Place,
    private readonly glimpse: Glimpse,
    private settings: Settings,
  ) {
    this.facts = collectGlance(readGlance(glimpse.id, glimpse.model))
    if (glimpse.unreadable) this.fault('page', '')
    this.pending = true
    this.draw()
    void this.look()
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
    const anchor = this.host && this.site.anchor(document)
    if (!anchor || !this.host) return
    this.host.place(anchor)
    this.host.setTheme(this.site.theme(document))
  }

  /** `first`: these are the settings that the page should have begun with, so the room for the badge is measured anew. */
  apply(settings: Settings, when: 'first' | 'later' = 'later'): void {
    if (JSON.stringify(settings) === JSON.stringify(this.settings)) return
    this.settings = settings
    this.draw()
    if (when === 'first') this.host?.reserve('again')
  }

  current(): CurrentModel {
    return { id: this.glimpse.id, lastModified: this.glimpse.lastModified, facts: this.facts }
  }

  /** Shows the panel; its script is fetched the first time. Answers whether there is a panel now. */
  async openPanel(): Promise<boolean> {
    if (!this.host) return false
    const loaded = await loadPanel()
    if (!this.host || this.panel) return this.panel !== null
    this.layer ??= createLayer(this.host.root, () => this.closePanel(), this.end.signal)
    this.panel = loaded
      ? loaded(this.layer.element, this.panelState())
      : sayPlainly(this.layer.element, this.updated)
    this.layer.show()
    this.layer.element.querySelector<HTMLElement>('[role="dialog"]')?.focus()
    this.draw()
    return loaded !== null
  }

  leave(): void {
    this.end.abort()
    this.unmount()
  }

  private closePanel(): void {
    if (!this.panel) return
    const { panel } = this
    this.panel = null
    this.layer?.hide()
    panel.unmount()
    this.draw()
  }

  private unmount(): void {
    if (!this.host) return
    this.closePanel()
    render(null, this.host.badge)
    this.host.remove()
    this.host = null
    this.layer = null
  }

  private fault(id: Facts['faults'][number]['id'], detail: string): void {
    if (this.facts.faults.some((fault) => fault.id === id && fault.detail === detail)) return
    this.facts = { ...this.facts, faults: [...this.facts.faults, { id, detail }] }
  }

  private async look(): Promise<void> {
    try {
      const { id, lastModified } = this.glimpse
      const looked = await ask(LOOK, { id, lastModified, renderedCard: await this.renderedCard() })
      // A look that failed knows less than the page does: only why it failed is taken over.
      this.facts = looked.depth === 'look' ? looked : { ...this.facts, faults: looked.faults }
    } catch {
      // Nobody answers: the extension was updated under the open page. What the page itself says still stands.
      this.fault('network', 'worker')
    }
    if (this.glimpse.unreadable) this.fault('page', '')
    this.pending = false
    if (!this.end.signal.aborted) this.draw()
  }

  /** Only a gated model's card has to be read off the page, and only its card tab shows it. */
  private async renderedCard(): Promise<string | null> {
    const gated = readGlance(this.glimpse.id, this.glimpse.model).model?.gated ?? false
    if (this.place.tab !== 'card' || gated === false) return null
    if (document.readyState === 'loading') {
      await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }))
    }
    return this.site.renderedCard(document)
  }

  private draw(): void {
    const headline = this.headline()
    this.mark(headline)
    void this.askPolicy()
    if (!this.settings.badge) {
      this.unmount()
      return
    }
    const first = this.host === null
    this.host ??= createHost()
    render(
      <Badge
        texts={texts}
        headline={headline}
        license={this.facts.license}
        rubric={this.settings.rubric}
        policy={this.policy}
        open={this.panel !== null}
        onWanted={() => void loadPanel()}
        onClick={() => (this.panel ? this.closePanel() : void this.openPanel())}
      />,
      this.host.badge,
    )
    this.host.setState(this.pending ? 'looking' : 'done')
    this.panel?.update(this.panelState())
    if (!first) return
    this.keep()
    this.host.reserve()
  }

  /** By the default rubric at once; by any other as the worker says, and until it has said, as it said last. */
  private headline(): Headline {
    const { rubric: id, rubricOptions } = this.settings
    const rubric = leanRubrics.find((known) => known.id === id)
    const own = rubric && quickHeadline(rubric, this.facts, rubricOptions[id])
    // What bases add is weighed by the worker; until it has answered, the page's own word stands.
    if (own && !this.facts.lineage.ancestors) return own
    const asked = JSON.stringify([this.settings, this.facts])
    if (asked !== this.headlineAsked) {
      this.headlineAsked = asked
      if (own) this.judged = own
      ask(HEADLINE, this.facts)
        .then((headline) => {
          if (this.headlineAsked !== asked || this.end.signal.aborted) return
          this.judged = headline
          this.draw()
        })
        .catch(() => {})
    }
    return this.judged
  }

  /** The worker reads the policy: its rules are too much to carry on every page. Nothing is asked without one. */
  private async askPolicy(): Promise<void> {
    const { class: kind, parts, operator } = this.facts.license
    const subject = { class: kind, parts, operator }
    const asked = JSON.stringify([this.settings.policy, subject])
    if (asked === this.policyAsked) return
    this.policyAsked = asked
    const word = this.settings.policy === null ? null : await ask(POLICY, subject).catch(() => null)
    if (word === this.policy || this.policyAsked !== asked || this.end.signal.aborted) return
    this.policy = word
    this.draw()
  }

  private panelState(): PanelState {
    return {
      facts: this.facts,
      settings: this.settings,
      pending: this.pending,
      shownRevision: this.place.revision,
      onClose: () => this.closePanel(),
      onOptions: () => void ask(OPEN_PAGE, 'options').catch(() => {}),
      onLegend: () => void ask(OPEN_PAGE, 'welcome').catch(() => {}),
    }
  }

  private mark({ label, meter, high }: Headline): void {
    const title = high.label === label ? label : `${label} – ${high.label}`
    const mark = { low: meter, high: high.meter, title: `${this.facts.subject.id}: ${title}` }
    const key = JSON.stringify(mark)
    if (key === this.marked) return
    this.marked = key
    ask(MARK, mark).catch(() => {})
  }
}
