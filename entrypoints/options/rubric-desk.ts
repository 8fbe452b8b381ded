import type { RubricEditorProps } from '../../components/options/RubricEditor'
import { texts } from '../../lib/platform/i18n'
import { keepOwnRubric, ownRubric, ownRubricIds, removeOwnRubric } from '../../lib/platform/own-rubrics'
import type { Settings } from '../../lib/platform/settings'
import {
  MAX_RUBRIC_LENGTH,
  type RubricFileFault,
  readRubricFile,
  writeRubricFile,
} from '../../lib/rubric/rubric-file'
import type { Rubric } from '../../lib/rubric/schema'
import { RUBRIC_IDS, shippedSource } from '../../rubrics'
import { download } from './download'

/** A first rubric for somebody who starts from nothing. */
const START = {
  id: 'my-rubric',
  title: 'My rubric',
  version: '1',
  publisher: 'Me',
  licenseSets: { open: { label: 'an open licence', classes: ['open'] } },
  criteria: [
    { id: 'weights', label: 'Weights', components: ['weights_final'], license: 'open' },
    { id: 'code', label: 'Training code', components: ['training_code'], license: 'open' },
  ],
  tiers: [
    { id: 'no', label: 'Not enough' },
    { id: 'yes', label: 'Good enough', requires: ['weights', 'code'] },
  ],
  headline: [
    { id: 'good', label: 'Good enough', meter: 4, tier: 'yes' },
    { id: 'not', label: 'Not enough', meter: 0 },
  ],
}

/** What the options page knows of one's own rubrics while it is open: the editor, its faults, and what is asked of it. */
export class RubricDesk {
  private text: string | null = null
  private faults: RubricFileFault[] = []
  /** The rubric in the editor while it is valid: the examples are judged by it. */
  edited: Rubric | null = null

  constructor(
    private readonly draw: () => void,
    /** Answers whether it was stored. */
    private readonly store: (save: () => Promise<void>) => Promise<boolean>,
  ) {}

  props(): RubricEditorProps {
    return {
      text: this.text,
      faults: this.faults,
      onText: (text) => this.open(text),
      onNew: () => this.open(writeRubricFile(START)),
      onSave: () => void this.save(),
      onCancel: () => this.close(),
      onImport: async (file) =>
        this.open((await file.text().catch(() => '')).slice(0, MAX_RUBRIC_LENGTH + 1)),
    }
  }

  /** Opens one's own rubric, or a copy of a shipped one under another id. */
  copy(settings: Settings, id: string): void {
    const own = ownRubric(settings, id)
    if (own !== null) {
      this.open(writeRubricFile(own))
      return
    }
    const source = shippedSource(id)
    if (typeof source !== 'object' || source === null) return
    const taken = new Set([...RUBRIC_IDS, ...ownRubricIds(settings)])
    let name = `my-${id}`
    for (let count = 2; taken.has(name); count += 1) name = `my-${id}-${count}`
    this.open(writeRubricFile({ ...source, id: name }))
  }

  export(settings: Settings, id: string): void {
    download(`${id}.json`, writeRubricFile(ownRubric(settings, id) ?? shippedSource(id)))
  }

  remove(id: string): void {
    void this.store(() => removeOwnRubric(id))
  }

  private open(text: string): void {
    const read = readRubricFile(text)
    this.text = text
    this.edited = read.ok ? read.rubric : null
    this.faults = read.ok ? [] : read.faults
    if (read.ok && RUBRIC_IDS.includes(read.rubric.id)) {
      this.faults = [{ line: 1, column: 1, path: 'id', message: texts.t('own_rubrics_taken') }]
    }
    this.draw()
  }

  private async save(): Promise<void> {
    const read = readRubricFile(this.text ?? '')
    if (!read.ok || this.faults.length > 0) return
    // What storage refuses stays in the editor: it may be all that there is of it.
    if (await this.store(() => keepOwnRubric(read.input))) this.close()
  }

  private close(): void {
    this.text = null
    this.faults = []
    this.edited = null
    this.draw()
  }
}
