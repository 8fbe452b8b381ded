import { render } from 'preact'
import badgeCss from '../../../components/badge.css?inline'
import barCss from '../../../components/lists/bar.css?inline'
import { FilterBar, type FilterCount } from '../../../components/lists/FilterBar'
import { texts } from '../../platform/i18n'
import type { Settings } from '../../platform/settings'
import type { ListSite } from '../../sites/lists'
import { createShadow, type Shadow } from '../shadow'
import type { Filter } from './filter'

/** The bar above a list's cards: one per group of cards, all saying the same. */

const NAME = 'openmark-bar'
const STYLE = badgeCss + barCss

export interface BarState {
  filter: Filter
  active: boolean
  count: FilterCount
  /** The site does not answer for now. */
  refused: boolean
  settings: Settings
}

export class Bars {
  private readonly hosts = new Map<HTMLElement, Shadow>()
  private drawn = ''

  constructor(
    private readonly site: ListSite,
    private readonly choose: (filter: Filter) => void,
    signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => this.remove(), { once: true })
  }

  draw(state: BarState): void {
    const places = this.site.barPlaces(document)
    let changed = false
    for (const [place, host] of this.hosts) {
      if (places.includes(place)) continue
      drop(host)
      this.hosts.delete(place)
    }
    for (const place of places) {
      let host = this.hosts.get(place)
      if (!host) {
        host = createShadow(NAME, this.site.id, STYLE)
        this.hosts.set(place, host)
        changed = true
      }
      if (host.element.parentElement !== place) {
        for (const stray of place.querySelectorAll(`:scope > ${NAME}`)) stray.remove()
        place.append(host.element)
      }
      host.setTheme(this.site.theme(document))
    }
    const { settings, ...shown } = state
    const key = JSON.stringify([shown, settings.policy !== null, settings.rubric])
    if (!changed && key === this.drawn) return
    this.drawn = key
    for (const { root } of this.hosts.values()) {
      render(
        <FilterBar
          texts={texts}
          filter={state.filter}
          active={state.active}
          count={state.count}
          refused={state.refused}
          hasPolicy={settings.policy !== null}
          onFilter={this.choose}
        />,
        root,
      )
    }
  }

  remove(): void {
    for (const host of this.hosts.values()) drop(host)
    this.hosts.clear()
    this.drawn = ''
  }
}

function drop({ element, root }: Shadow): void {
  render(null, root)
  element.remove()
}
