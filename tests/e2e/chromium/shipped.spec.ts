import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'

/** What is shipped, as it lies in `.output` for either browser. */

const OUTPUT = resolve(import.meta.dirname, '../../../.output')
const BUILDS = ['chrome-mv3', 'firefox-mv3'] as const

const files = (build: string, ending: string): string[] =>
  readdirSync(join(OUTPUT, build), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => join(OUTPUT, build, path))

const HOSTS = ['https://huggingface.co/*', 'https://github.com/*']

const CSP = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'connect-src':
    "'self' https://huggingface.co https://github.com https://api.github.com https://raw.githubusercontent.com",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'object-src': "'none'",
  'require-trusted-types-for': "'script'",
}

for (const build of BUILDS) {
  test.describe(`what is shipped for ${build}`, () => {
    const manifest = JSON.parse(readFileSync(join(OUTPUT, build, 'manifest.json'), 'utf8'))

    test('asks for these permissions and no other', () => {
      expect(manifest.permissions.sort()).toEqual(['contextMenus', 'scripting', 'storage'])
      expect(manifest.host_permissions.sort()).toEqual([...HOSTS].sort())
      expect(
        manifest.content_scripts.flatMap(({ matches }: { matches: string[] }) => matches).sort(),
      ).toEqual([...HOSTS].sort())
      for (const key of [
        'optional_permissions',
        'optional_host_permissions',
        'web_accessible_resources',
        'externally_connectable',
        'sandbox',
        'devtools_page',
        'update_url',
        'key',
      ])
        expect([key, manifest[key]]).toEqual([key, undefined])
      for (const script of manifest.content_scripts)
        expect([script.all_frames, script.match_about_blank, script.world]).toEqual([
          undefined,
          undefined,
          undefined,
        ])
    })

    test('lets its own pages load its own files and ask four hosts, nothing else', () => {
      const policies = manifest.content_security_policy
      expect(Object.keys(policies)).toEqual(['extension_pages'])
      const rules = policies.extension_pages.split('; ').map((rule: string) => {
        const [name, ...values] = rule.split(' ')
        return [name, values.join(' ')]
      })
      expect(Object.fromEntries(rules)).toEqual(CSP)
      expect(rules).toHaveLength(Object.keys(CSP).length)
    })

    test('holds no code that makes code or markup of text, and none from elsewhere', () => {
      const scripts = files(build, '.js')
      expect(scripts.length).toBeGreaterThan(5)
      const forbidden = {
        // `eval(?:` is a word in a pattern.
        eval: /\beval\s*\((?!\?)|\beval\s*`|\(\s*0\s*,\s*eval\s*\)/,
        function: /\bnew Function\b|\bFunction\s*\(|\b(?:Async|Generator)Function\b/,
        timer: /\bset(?:Timeout|Interval)\s*\(\s*["'`]/,
        markup:
          /\b(?:inner|outer)HTML\b|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|parseHTMLUnsafe|\bsrcdoc\b|DOMParser|document\.write/,
        load: /\bimportScripts\b|\bimport\s*\(\s*["'`]https?:|["'`]https?:\/\/[^"'`\s]+\.m?js["'`?]|\bnew (?:Shared)?Worker\b/,
      }
      const found = scripts.flatMap((path) =>
        Object.entries(forbidden).flatMap(([name, pattern]) => {
          const hit = pattern.exec(readFileSync(path, 'utf8'))
          return hit
            ? [`${path.slice(OUTPUT.length)} ${name}: …${hit.input.slice(hit.index - 40, hit.index + 60)}…`]
            : []
        }),
      )
      expect(found).toEqual([])
      for (const path of files(build, '.html')) {
        const html = readFileSync(path, 'utf8')
        expect(html).not.toMatch(
          /<script(?![^>]*\ssrc="\/)|\son\w+=|<style|\sstyle=|(?:src|href)="(?:https?:)?\/\//,
        )
      }
    })
  })
}
