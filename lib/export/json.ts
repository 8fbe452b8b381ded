import type { Assessment } from '../assessment'

/** The assessment as the command line prints it: one line, or indented by two for people. */
export function toJson(assessment: Assessment, pretty = false): string {
  return JSON.stringify(assessment, null, pretty ? 2 : undefined)
}
