import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { PAGE_HEADERS } from '../../scripts/lib/offline/github'
import type { Reply } from '../../scripts/lib/offline/routes'
import type { Hub } from '../../scripts/lib/offline/server'

/**
 * Pages of github.com as they were saved, kept beside the project as reference material and not part of it; and answers
 * that make any repository one that can be looked at.
 */

const PAGES = resolve(import.meta.dirname, '../../../shared/corpus/pages')
export const RECORDED = existsSync(PAGES)

/** File, the address that it was saved from, and what kind of page it is. */
export const WITH_HEADER: readonly [file: string, path: string][] = [
  ['gh-repo.2026-08.microsoft__playwright.html', '/microsoft/playwright'],
  ['gh_tree_2026-08-24.excerpt.html', '/git/git/tree/master/builtin'],
  ['gh_issue_defuddle.html', '/kepano/defuddle/issues/56'],
  ['gh_repo_header_rails_2026-03.excerpt.html', '/kepano/defuddle'],
  ['gh_postlight.html', '/steventroughtonsmith/marzipanify'],
  ['gh_repo_yapapi.html', '/golemfactory/yapapi'],
  ['gh_metascraper.html', '/microlinkhq/mql'],
  [
    'gh_blob_octolinker.html',
    '/OctoLinker/testrepo/blob/89f13651df126efdb4f1e3ae40183c9fdccdb4d3/sourcereader/popular-rabbit-names.js',
  ],
  ['gh_commit_octolinker.html', '/OctoLinker/testrepo/commit/b0775a93ea27ee381858ddd9fa2bb953d5b74acb'],
  ['gh_issue_octolinker.html', '/OctoLinker/testrepo/issues/2'],
  ['gh_pull_octolinker.html', '/OctoLinker/testrepo/pull/1'],
  ['gh_pulldiff_octolinker.html', '/OctoLinker/testrepo/pull/1/files'],
]

export const WITHOUT: readonly [file: string, path: string][] = [
  ['gh-search-repositories.2026-04.html', '/search'],
  ['gh-trending.2026-03.html', '/trending'],
  ['gh_gist_octolinker.html', '/stefanbuck/cbc01d87dca84a6e0b118b73a2d49927'],
  // Pages that were cut: their header is left out, or nothing on them says whether the repository is public.
  ['gh_repo_home_2026-03.excerpt.html', '/togethercomputer/together-py'],
  ['gh_pull_defuddle.html', '/test-owner/test-repo/pull/42'],
  ['gh_globalnav_2026-04.excerpt.html', '/octo/demo'],
  ['gh_repo_sidebar_2026-08-05.excerpt.html', '/huanglizhuo/OctoCounts'],
]

/** As whoever is signed in sees it where the metas are there as well. */
export const SIGNED_IN: [file: string, path: string, head: string] = [
  'gh_globalnav_2026-04.excerpt.html',
  '/octo/demo',
  '<meta name="octolytics-dimension-repository_nwo" content="octo/demo"><meta name="octolytics-dimension-repository_public" content="true">',
]

export const OWNERS = [...WITH_HEADER, ...WITHOUT, SIGNED_IN].map(([, path]) => path.split('/')[1] ?? '')

/** The saved pages come without the site's stylesheets; these are what its title rows stand on. */
const LAYOUT =
  '<style>.d-flex{display:flex}.flex-wrap{flex-wrap:wrap}.flex-items-center{align-items:center}.flex-auto{flex:auto}.min-width-0{min-width:0}.d-none{display:none}svg{width:16px;height:16px}ol{list-style:none;display:flex}</style>'

const reply = (body: string, headers: Record<string, string>, type: Reply['type'] = 'text'): Reply => ({
  status: 200,
  type,
  body,
  headers,
})

const escaped = (path: string) => path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Serves the saved page at its address, under the rules that the real site sends; undone by what it answers. */
export function serve(hub: Hub, [file, path]: readonly [string, string, string?], head = ''): () => void {
  const pattern = new RegExp(`^${escaped(path)}$`)
  const page = readFileSync(resolve(PAGES, file), 'utf8')
  const body = page.includes('</head>')
    ? page.replace('</head>', () => `${head}${LAYOUT}</head>`)
    : `<!doctype html>${head}${LAYOUT}${page}`
  hub.fault(pattern, reply(body, PAGE_HEADERS, 'html'))
  return () => hub.fault(pattern, null)
}

const SHA = 'e'.repeat(40)
const OPEN = { 'access-control-allow-origin': '*' }

/** Every repository answers as a small one under the MIT License. */
export function answerForAll(hub: Hub): void {
  const refs = `001e# service=git-upload-pack\n00000153${SHA} HEAD\0multi_ack\n003d${SHA} refs/heads/main\n0000`
  const tree = { tree: ['README.md', 'LICENSE'].map((path) => ({ path, type: 'blob', size: 9 })) }
  hub.fault(/\.git\/info\/refs$/, reply(refs, {}))
  hub.fault(/\/git\/trees\//, reply(JSON.stringify(tree), OPEN, 'json'))
  hub.fault(/\/e{40}\/README\.md$/, reply('# A project\n', OPEN))
  hub.fault(/\/e{40}\/LICENSE$/, reply('MIT License\n', OPEN))
}
