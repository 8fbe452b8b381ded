import type { Detector } from '../collector'

/** Detectors that read the card's prose. */
export const textDetectors: readonly Detector[] = []
