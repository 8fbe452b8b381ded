import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as z from 'zod/mini'
import { policySchema } from '../lib/licenses/policy'
import { rubricSchema } from '../lib/rubric/schema'

/** The JSON Schemas that editors check files of ours with, made from the schemas that the extension reads them with. */

export const SCHEMAS: Readonly<Record<string, () => unknown>> = {
  'rubric.json': () => ({ title: 'Openmark rubric', ...z.toJSONSchema(rubricSchema, { io: 'input' }) }),
  'policy.json': () => ({
    title: 'Openmark licence policy',
    ...z.toJSONSchema(policySchema, { io: 'input' }),
  }),
}

export const SCHEMAS_FOLDER = resolve(import.meta.dirname, '../public/schemas')

if (process.argv[1] === import.meta.filename) {
  for (const [name, make] of Object.entries(SCHEMAS)) {
    writeFileSync(resolve(SCHEMAS_FOLDER, name), `${JSON.stringify(make(), null, 2)}\n`)
  }
}
