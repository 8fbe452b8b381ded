import type { ComputeRange } from './flop'

/** Estimates of training compute from public figures, each with the error that its method has. */

/** The tolerance that the Commission's guidelines allow an estimate by architecture. */
const ARCHITECTURE_ERROR = 1.3
/** Hardware figures are good to a factor of about two: nobody publishes how busy the machines were. */
const HARDWARE_ERROR = 2
const UTILISATION = 0.4
/** Tokens per parameter below which nobody trains on purpose (Hoffmann et al. 2022, arXiv 2203.15556). */
const CHINCHILLA = 20

/** Peak FLOP per second, dense, 16 bit, from the makers' data sheets. */
export const PEAK: Readonly<Record<string, number>> = {
  H100: 989e12,
  H800: 989e12,
  H200: 989e12,
  GH200: 989e12,
  A100: 312e12,
  A800: 312e12,
  V100: 125e12,
  MI250X: 383e12,
  MI300X: 1307e12,
  TPUv4: 275e12,
  TPUv5e: 197e12,
  TPUv5p: 459e12,
}

/** 6·P·D: `parameters` that are active for a token, `tokens` seen, epochs counted (Kaplan et al. 2020, arXiv 2001.08361). */
export function byArchitecture(parameters: number, tokens: number): ComputeRange {
  const estimate = 6 * parameters * tokens
  return { estimate, low: estimate / ARCHITECTURE_ERROR, high: estimate * ARCHITECTURE_ERROR }
}

/** Device hours times peak times use. Null for hardware whose peak is not known here. */
export function byHardware(device: string, hours: number): ComputeRange | null {
  const peak = Object.hasOwn(PEAK, device) ? PEAK[device] : undefined
  if (peak === undefined) return null
  const estimate = peak * UTILISATION * hours * 3_600
  return { estimate, low: estimate / HARDWARE_ERROR, high: estimate * HARDWARE_ERROR }
}

/** Only a bound: what training must have cost at least if it was worth its parameters. */
export function lowerBound(parameters: number): ComputeRange {
  return { estimate: null, low: 6 * parameters * CHINCHILLA * parameters, high: null }
}
