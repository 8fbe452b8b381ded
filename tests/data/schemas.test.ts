import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SCHEMAS, SCHEMAS_FOLDER } from '../../scripts/schemas'

describe('the published schemas', () => {
  it.each(Object.keys(SCHEMAS))(
    '%s is the one that files are read with (npx tsx scripts/schemas.ts)',
    (name) => {
      expect(JSON.parse(readFileSync(resolve(SCHEMAS_FOLDER, name), 'utf8'))).toEqual(
        JSON.parse(JSON.stringify(SCHEMAS[name]?.())),
      )
    },
  )
})
