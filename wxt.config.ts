import { resolve } from 'node:path'
import { defineConfig } from 'wxt'
import { leanRubrics } from './scripts/lib/lean-rubrics'
import { licenseFiles } from './scripts/lib/license-texts'
import { rulesOnly } from './scripts/lib/rules-only'
import { textOnly } from './scripts/lib/text-only'

/** What the extension's own pages and its worker may do; enforced by the browser, whatever runs there. */
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self' https://huggingface.co https://github.com https://api.github.com https://raw.githubusercontent.com",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

// Firefox defaults to Manifest V2; both stores get V3. Explicit imports keep tsc, vitest and Biome honest.
export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({
    plugins: [leanRubrics(), textOnly()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { target: 'es2022', cssTarget: ['chrome125', 'firefox140'] },
  }),
  hooks: {
    'prepare:publicPaths': (_, paths) => {
      paths.push('license-texts/ai.json', 'license-texts/spdx.json', 'license-texts/terms.json')
    },
    // What is known of licences' texts: hashes, loaded when a text is to be recognised, and terms.
    'build:publicAssets': (_, assets) => {
      const { ai, spdx, terms } = licenseFiles()
      assets.push(
        { relativeDest: 'license-texts/ai.json', contents: ai },
        { relativeDest: 'license-texts/spdx.json', contents: spdx },
        { relativeDest: 'license-texts/terms.json', contents: terms },
      )
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      const has = (type: string) => entrypoints.some((entrypoint) => entrypoint.type === type)
      if (has('background')) config.plugins = [...(config.plugins ?? []), rulesOnly()]
      // Whatever runs in a page goes without the polyfill; what every page carries, without Preact and WXT's context as well.
      if (!has('content-script') && !has('unlisted-script')) return
      const inPages = {
        find: 'webextension-polyfill',
        replacement: resolve(import.meta.dirname, 'lib/platform/native-browser.ts'),
      }
      const onEveryPage = [
        {
          find: 'preact/jsx-runtime',
          replacement: resolve(import.meta.dirname, 'lib/page/view-jsx.ts'),
        },
        {
          find: 'wxt/utils/content-script-context',
          replacement: resolve(import.meta.dirname, 'lib/page/content-context.ts'),
        },
      ]
      config.resolve = {
        ...config.resolve,
        alias: has('content-script') ? [inPages, ...onEveryPage] : [inPages],
      }
    },
  },
  zip: { name: 'openmark', excludeSources: ['screenshots/**', 'test-results/**'] },
  manifest: ({ browser, command }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'contextMenus'],
    omnibox: { keyword: 'om' },
    // The model's own pages; github.com for the refs of a linked source repository, which it lists for no other origin.
    host_permissions: ['https://huggingface.co/*', 'https://github.com/*'],
    // `wxt dev` connects to its own server, which no shipped page may.
    ...(command === 'build' ? { content_security_policy: { extension_pages: CSP } } : {}),
    action: { default_title: '__MSG_action_title__' },
    commands: {
      'open-panel': {
        suggested_key: { default: 'Alt+Shift+O' },
        description: '__MSG_command_open_panel__',
      },
    },
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'openmark@openmark.dev',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '125' }),
  }),
})
