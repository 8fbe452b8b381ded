import * as z from 'zod/mini'

/** What a step of `npm test` came to. A step that counts nothing itself is one test. */
export interface Outcome {
  passed: number
  failed: number
  skipped: { title: string; reason: string }[]
  /** Sentences about failures that are no single test's. */
  reasons: string[]
}

export const one = (passed: boolean): Outcome => ({
  passed: passed ? 1 : 0,
  failed: passed ? 0 : 1,
  skipped: [],
  reasons: [],
})

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
})

const REASON = /\(skipped where ([^()]{1,80})\)/

/** Counts a report of `vitest --reporter=json`. A file that could not even be loaded is one failure. @throws on another shape. */
export function readVitest(report: unknown): Outcome {
  const outcome: Outcome = { passed: 0, failed: 0, skipped: [], reasons: [] }
  for (const file of z.parse(vitestReport, report).testResults) {
    if (file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed')) {
      outcome.failed += 1
      outcome.reasons.push(`${file.name} could not be run.`)
    }
    for (const { fullName, status } of file.assertionResults) {
      if (status === 'passed') outcome.passed += 1
      else if (status === 'failed') outcome.failed += 1
      // The report names no reason; a title that may be skipped says it: "(skipped where …)".
      else outcome.skipped.push({ title: fullName.trim(), reason: REASON.exec(fullName)?.[1] ?? status })
    }
  }
  return outcome
}

interface Suite {
  title: string
  specs: z.output<typeof spec>[]
  suites?: Suite[] | undefined
}

const spec = z.object({
  title: z.string(),
  tests: z.array(
    z.object({
      status: z.string(),
      annotations: z.array(z.object({ type: z.string(), description: z.optional(z.string()) })),
    }),
  ),
})

const suite: z.ZodMiniType<Suite> = z.object({
  title: z.string(),
  specs: z.array(spec),
  suites: z.optional(z.array(z.lazy(() => suite))),
})

const playwrightReport = z.object({
  suites: z.array(suite),
  errors: z.array(z.object({ message: z.optional(z.string()) })),
})

/** Counts a report of Playwright's `json` reporter. @throws on another shape. */
export function readPlaywright(report: unknown): Outcome {
  const parsed = z.parse(playwrightReport, report)
  const outcome: Outcome = { passed: 0, failed: 0, skipped: [], reasons: [] }
  const walk = ({ title, specs, suites = [] }: Suite) => {
    for (const { title: name, tests } of specs) {
      for (const { status, annotations } of tests) {
        if (status === 'expected') outcome.passed += 1
        else if (status === 'flaky') {
          outcome.passed += 1
          outcome.reasons.push(`passed only when it was run again: ${title} › ${name}`)
        } else if (status === 'skipped') {
          const reason = annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given'
          outcome.skipped.push({ title: `${title} › ${name}`, reason })
        } else outcome.failed += 1
      }
    }
    for (const inner of suites) walk(inner)
  }
  for (const outer of parsed.suites) walk(outer)
  for (const { message } of parsed.errors) {
    outcome.failed += 1
    outcome.reasons.push(message?.split('\n')[0] ?? 'the run broke off')
  }
  return outcome
}
