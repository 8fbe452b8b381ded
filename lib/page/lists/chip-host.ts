import badgeCss from '../../../components/badge.css?inline'
import chipCss from '../../../components/lists/chip.css?inline'
import { createShadow, createSlot, type Shadow } from '../shadow'

/** The element of ours in a card: the chip, its line and, once opened, the panel's layer. */
export interface ChipHost extends Shadow {
  /** Where the chip is drawn. */
  slot: HTMLElement
}

export const CHIP = 'openmark-chip'

const STYLE = badgeCss + chipCss

export function createChipHost(site: 'huggingface' | 'github'): ChipHost {
  const shadow = createShadow(CHIP, site, STYLE)
  return { ...shadow, slot: createSlot(shadow.root) }
}
