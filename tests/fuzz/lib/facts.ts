import { factsOf } from '../../../lib/assess'
import type { Facts } from '../../../lib/assessment'
import { collectGlance } from '../../../lib/evidence/glance'
import { readGlance } from '../../../lib/snapshot/glance'
import { parseSnapshot } from '../../../lib/snapshot/schema'
import { samples } from '../../../scripts/samples'

/** Facts of our samples, with and without bases: what rubrics are tried on and views are shown with. */

const linked = {
  'https://huggingface.co/acme/seed': {
    site: 'huggingface',
    id: 'acme/seed',
    api: {
      id: 'acme/seed',
      cardData: { license: 'llama3.1', base_model: 'acme/root' },
      siblings: [{ rfilename: 'model.safetensors' }],
    },
  },
}

export const FACTS: readonly Facts[] = [
  ...samples
    .slice(0, 8)
    .map(({ id, api, card, texts }) => factsOf(parseSnapshot({ site: 'huggingface', id, api, card, texts }))),
  factsOf(
    parseSnapshot({
      site: 'huggingface',
      id: 'acme/rocket',
      api: {
        id: 'acme/rocket',
        cardData: { license: 'mit', base_model: 'acme/seed', datasets: ['acme/web'] },
        tags: ['base_model:finetune:acme/seed'],
      },
      card: '# Rocket\n\nTrained on 64 A100 for 30 days on [Web](https://huggingface.co/datasets/acme/web).',
      linked,
    }),
  ),
  collectGlance(readGlance('acme/rocket', null)),
]
