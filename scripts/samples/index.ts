import { DERIVED } from './derived'
import { OPEN } from './open'
import { RESTRICTED } from './restricted'
import type { Sample } from './sample'
import { SPECIAL } from './special'

/** Recorded models of different openness, and two addresses that lead elsewhere. */
export const samples: readonly Sample[] = [...OPEN, ...RESTRICTED, ...SPECIAL, ...DERIVED]

/** A model that moved: the Hub answers 307 (recorded 2026-10). */
export const RENAMED: Readonly<Record<string, string>> = {
  'runwayml/stable-diffusion-v1-5': 'stable-diffusion-v1-5/stable-diffusion-v1-5',
}

export const sampleById = (id: string): Sample | undefined =>
  samples.find((sample) => sample.id.toLowerCase() === id.toLowerCase())
