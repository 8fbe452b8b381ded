/** How long and from where to fuzz, as `npm run fuzz` hands it on. */

const number = (name: string, otherwise: number): number => {
  const given = Number(process.env[name] ?? '')
  return process.env[name] && Number.isFinite(given) ? given : otherwise
}

export const SETTINGS = {
  /** For each target. */
  seconds: number('FUZZ_SECONDS', 1),
  seed: number('FUZZ_SEED', 1),
  /** One case alone, as a failure named it. */
  path: process.env.FUZZ_PATH || null,
  /** Where a line is written for each target. */
  log: process.env.FUZZ_LOG || null,
}

/** The command that runs one case again. */
export const command = (target: string, path: string): string =>
  `npm run fuzz -- --only ${target} --seed ${SETTINGS.seed} --path ${path}`
