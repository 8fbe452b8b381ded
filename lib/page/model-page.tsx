import { Badge } from '../../components/Badge'
import type { Facts, Headline } from '../assessment'
import { collectGlance } from '../evidence/glance'
import { texts } from '../platform/i18n'
import { ask, JUDGE, LOOK, MARK, OPEN_PAGE, type Word } from '../platform/messages'
import { loadSettings, repositoryChoice, type Settings } from '../platform/settings'
import { quickHeadline } from '../rubric/headline'
import type { Glimpse, Place, Site } from '../sites/site'
import { readGlance } from '../snapshot/glance'
import { draw } from './draw'
import { createHost, type Host, removeStrays } from './host'
import { createLayer, type Layer } from './layer'
import { carriedRubric } from './lean-rubric'
import { loadPanel, sayPlainly } from './load-script'
import { lookAgain } from './look-again'
import type { CurrentModel } from './page-port'
import type { LookRequest, MountedPanel, PanelState } from './panel-slot'

const PENDING_STEP = { id: 'pending', label: '…', meter: 0 }
const PENDING: Headline = { ...PENDING_STEP, high: PENDING_STEP }

/** One model's page while it is shown: what is known of the model, judged anew whenever more is known or an option changes. */
export class ModelPage {
  private readonly end = new AbortController()
  private facts: Facts
  private readonly request: LookRequest
  private pending = false
  /** How often the site was looked at. */
  private looks = 0
  private host: Host | null = null
  private layer: Layer | null = null
  private panel: MountedPanel | null = null
  private marked = ''
  private word: Word = { headline: PENDING, policy: null }
  /** What the worker was asked to judge. */
  private asked = ''
  private readonly again = lookAgain(() => void this.look(), this.end.signal)
  /** Read while it can be: after an update of the extension the browser gives no more messages to this page. */
  private readonly updated = texts.t('fault_network_worker')

  constructor(
    private readonly site: Site,
    private readonly place: Place,
    private readonly glimpse: Glimpse,
    private settings: Settings,
  ) {
    const { id, lastModified } = glimpse
    const knownOnly = !glimpse.certain && !glimpse.worth
    this.request = { site: glimpse.home, id, lastModified, renderedCard: null, knownOnly }
    this.facts = collectGlance(readGlance(id, glimpse.model, glimpse.home))
    if (glimpse.unreadable) this.fault('page', '')
    void this.look()
  }

  /** Whether this is still the page for what the site shows now. */
  shows(place: Place, glimpse: Glimpse): boolean {
    return (
      place.id === this.place.id &&
      place.revision === this.place.revision &&
      glimpse.id === this.glimpse.id &&
      glimpse.lastModified === this.glimpse.lastModified &&
      // Signs that come later are worth asking for; those that a page of talk does not repeat still stand.
      (this.glimpse.worth || !glimpse.worth)
    )
  }

  /** Puts the badge back where the page dropped it, and follows the page's theme. */
  keep(): void {
    if (!this.host) {
      removeStrays()
      return
    }
    const anchor = this.site.anchor(document, this.place)
    if (!anchor) return
    this.host.place(anchor)
    this.host.setTheme(this.site.theme(document))
  }

  /** Nothing of ours is missing from the page. */
  stands(): boolean {
    return this.host === null || this.host.isPlaced()
  }

  /** `first`: these are the settings that the page should have begun with, so the room for the badge is measured anew. */
  apply(settings: Settings, when: 'first' | 'later' = 'later'): void {
    if (JSON.stringify(settings) === JSON.stringify(this.settings)) return
    const before = this.choice()
    this.settings = settings
    this.draw()
    // Wanted now, and not asked for until now.
    if (this.choice() === 'on' && before !== 'on' && this.facts.depth !== 'look') void this.look()
    if (when === 'first' && this.site.holdsRoom) this.host?.reserve('again')
  }

  current(): CurrentModel {
    const { id, lastModified } = this.glimpse
    return { site: this.glimpse.home, id, lastModified, facts: this.facts }
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
    this.host.remove()
    this.host = null
    this.layer = null
  }

  private fault(id: Facts['faults'][number]['id'], detail: string): void {
    if (this.facts.faults.some((fault) => fault.id === id && fault.detail === detail)) return
    this.facts = { ...this.facts, faults: [...this.facts.faults, { id, detail }] }
  }

  /** What only this page knows: the site's own answer holds no such fault. */
  private faultOfPage(): void {
    if (this.glimpse.unreadable) this.fault('page', '')
  }

  /** What the reader has said of this repository; nothing on the Hub, where every model is one. */
  private choice(): 'on' | 'off' | null {
    return this.glimpse.certain ? null : repositoryChoice(this.settings, this.glimpse.id)
  }

  private isShown(): boolean {
    const choice = this.choice()
    if (choice === 'off') return false
    // A model of the Hub is one once the Hub has answered for it.
    if (this.glimpse.home === 'huggingface' && !this.glimpse.certain) return this.facts.depth === 'look'
    return (
      this.glimpse.certain ||
      this.facts.subject.isModel === true ||
      (choice === 'on' && this.facts.depth === 'look')
    )
  }

  private async look(): Promise<void> {
    this.pending = true
    this.draw()
    try {
      if (!this.glimpse.certain) {
        // Nobody is asked about a repository that the reader has said is none of a model's.
        this.settings = await loadSettings()
        const choice = this.choice()
        if (choice === 'off') return
        this.request.knownOnly = choice !== 'on' && !this.glimpse.worth
      }
      this.request.renderedCard = await this.renderedCard()
      const looked = await ask(LOOK, this.request)
      // A look that failed knows less than the page does: only why it failed is taken over.
      this.facts = looked.depth === 'look' ? looked : { ...this.facts, faults: looked.faults }
    } catch {
      // Nobody answers: the extension was updated under the open page. What the page itself says still stands.
      this.fault('network', 'worker')
    }
    this.faultOfPage()
    this.pending = false
    this.looks += 1
    if (this.end.signal.aborted) return
    this.draw()
    this.again(this.facts.faults)
  }

  /** Only a gated model's card has to be read off the page, and only its card tab shows it. */
  private async renderedCard(): Promise<string | null> {
    const gated = readGlance(this.glimpse.id, this.glimpse.model, this.glimpse.home).model?.gated ?? false
    if (this.place.tab !== 'card' || gated === false) return null
    if (document.readyState === 'loading') {
      await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }))
    }
    return this.site.renderedCard(document)
  }

  private draw(): void {
    this.judge()
    const shown = this.isShown()
    if (shown && this.settings.badge) this.show()
    else this.unmount()
    // Nothing is said to the worker before the badge stands.
    if (shown) this.mark(this.word.headline)
  }

  private show(): void {
    const { headline, policy } = this.word
    const first = this.host === null
    this.host ??= createHost(this.site.id)
    draw(
      this.host.badge,
      <Badge
        texts={texts}
        headline={headline}
        license={this.facts.license}
        rubric={this.settings.rubric}
        policy={policy}
        open={this.panel !== null}
        onWanted={() => void loadPanel()}
        onClick={() => (this.panel ? this.closePanel() : void this.openPanel())}
      />,
    )
    this.host.setState(this.pending ? 'looking' : 'done')
    this.panel?.update(this.panelState())
    if (!first) return
    this.keep()
    if (this.site.holdsRoom) this.host.reserve()
  }

  /**
   * By the default rubric at once. Bases, other rubrics and options, and the reader's policy are weighed by the worker:
   * their rules are too much to carry on every page. Until it has answered, what was known stands.
   */
  private judge(): void {
    const rubric = carriedRubric(this.settings)
    const own = rubric && quickHeadline(rubric, this.facts, undefined)
    const alone = own && this.settings.policy === null && !this.facts.lineage.ancestors
    const asked = alone ? '' : JSON.stringify([this.settings, this.facts])
    if (alone || (own && asked !== this.asked)) this.word = { ...this.word, headline: own }
    if (asked === this.asked) return
    this.asked = asked
    if (alone) {
      this.word.policy = null
      return
    }
    ask(JUDGE, this.facts)
      .then((word) => {
        if (this.asked !== asked || this.end.signal.aborted) return
        this.word = word
        this.draw()
      })
      .catch(() => {})
  }

  private panelState(): PanelState {
    return {
      facts: this.facts,
      settings: this.settings,
      pending: this.pending,
      looks: this.looks,
      shownRevision: this.place.revision,
      request: this.request,
      onFacts: (facts) => {
        this.facts = facts
        this.faultOfPage()
        this.draw()
        this.again(facts.faults)
      },
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
