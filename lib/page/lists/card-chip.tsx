import { ChipView, chipSentence } from '../../../components/lists/ChipView'
import type { Facts } from '../../assessment'
import type { Chip } from '../../chip'
import { texts } from '../../platform/i18n'
import { ask, LOOK, OPEN_PAGE } from '../../platform/messages'
import type { Settings } from '../../platform/settings'
import type { ListCard, ListSite } from '../../sites/lists'
import { draw } from '../draw'
import { createLayer, type Layer } from '../layer'
import { loadPanel, sayPlainly } from '../load-script'
import { lookAgain } from '../look-again'
import type { LookRequest, MountedPanel, PanelState } from '../panel-slot'
import { type ChipHost, createChipHost } from './chip-host'
import { offerTip } from './tip'

/** A page that takes a chip away every time has its way in the end. */
const MAX_MOUNTS = 30

/** One card's chip while it is shown, and the panel that it opens in place. */
export class CardChip {
  private readonly end = new AbortController()
  private readonly host: ChipHost
  private layer: Layer | null = null
  private panel: MountedPanel | null = null
  private facts: Facts | null = null
  private pending = false
  private mounts = 0
  private looks = 0
  private readonly again = lookAgain(() => {
    if (!this.panel) return
    this.pending = true
    this.update()
    void this.look()
  }, this.end.signal)

  constructor(
    private readonly site: ListSite,
    readonly card: ListCard,
    private word: { chip: Chip; rubric: string },
    private settings: () => Settings,
    /** More was found out about the model than the list tells. */
    private readonly looked: (id: string) => void,
  ) {
    this.host = createChipHost(site.id)
    offerTip(
      this.host,
      () => (this.panel ? '' : chipSentence(texts, this.word.chip, this.word.rubric)),
      this.end.signal,
    )
    this.draw()
  }

  /** Puts the chip back where the page dropped it, and follows its theme. */
  keep(theme: 'light' | 'dark'): void {
    if (!this.host.element.isConnected && this.mounts < MAX_MOUNTS) {
      this.mounts += 1
      this.site.mount(this.card, this.host.element)
    }
    this.host.setTheme(theme)
  }

  show(chip: Chip, rubric: string): void {
    this.word = { chip, rubric }
    this.draw()
  }

  apply(): void {
    this.update()
  }

  remove(): void {
    this.closePanel()
    this.end.abort()
    this.host.element.remove()
  }

  private draw(): void {
    const { chip, rubric } = this.word
    draw(
      this.host.slot,
      <ChipView
        texts={texts}
        chip={chip}
        rubric={rubric}
        open={this.panel !== null}
        onClick={() => (this.panel ? this.closePanel() : void this.openPanel())}
      />,
    )
  }

  private async openPanel(): Promise<void> {
    // What is known already comes at once; nothing is asked of the site before the panel is there.
    const [loaded, known] = await Promise.all([
      loadPanel(),
      ask(LOOK, { ...this.request(), knownOnly: true }).catch(() => null),
    ])
    if (this.panel || this.end.signal.aborted) return
    this.facts = known
    this.layer ??= createLayer(this.host.root, () => this.closePanel(), this.end.signal)
    this.pending = known?.depth !== 'look'
    const state = this.panelState()
    this.panel =
      loaded && state
        ? loaded(this.layer.element, state)
        : sayPlainly(this.layer.element, texts.t('fault_network_worker'))
    this.layer.show()
    this.layer.element.querySelector<HTMLElement>('[role="dialog"]')?.focus()
    this.draw()
    if (this.pending) await this.look()
  }

  private async look(): Promise<void> {
    try {
      this.facts = await ask(LOOK, this.request())
      this.looked(this.card.id)
    } catch {
      if (this.facts) this.facts = { ...this.facts, faults: [{ id: 'network', detail: 'worker' }] }
    }
    this.pending = false
    this.looks += 1
    if (this.end.signal.aborted) return
    this.update()
    this.again(this.facts?.faults ?? [])
  }

  private update(): void {
    const state = this.panelState()
    if (state) this.panel?.update(state)
  }

  private closePanel(): void {
    if (!this.panel) return
    const { panel } = this
    this.panel = null
    this.layer?.hide()
    panel.unmount()
    this.draw()
  }

  private request(): LookRequest {
    const { id, home } = this.card
    return { site: home, id, lastModified: null, renderedCard: null, knownOnly: false }
  }

  private panelState(): PanelState | null {
    const { facts } = this
    if (!facts) return null
    return {
      facts,
      settings: this.settings(),
      pending: this.pending,
      looks: this.looks,
      shownRevision: null,
      request: this.request(),
      onFacts: (found) => {
        this.facts = found
        this.update()
        this.again(found.faults)
      },
      onClose: () => this.closePanel(),
      onOptions: () => void ask(OPEN_PAGE, 'options').catch(() => {}),
      onLegend: () => void ask(OPEN_PAGE, 'welcome').catch(() => {}),
    }
  }
}
