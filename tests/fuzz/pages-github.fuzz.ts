// @vitest-environment happy-dom
import { github } from '../../lib/sites/github'
import { plainPage, repositoryPage } from '../../scripts/lib/offline/github-page'
import { REPOSITORIES } from '../../scripts/samples/sources'
import { fuzzPages, recordedPages } from './lib/pages'

/** Repositories on GitHub, ours and recorded ones, changed while they are shown. */

const HOME = 'https://github.com'
const query = new URLSearchParams()
const react = new URLSearchParams({ header: 'react', metas: 'none' })

fuzzPages('pages-github', github, [
  ...REPOSITORIES.slice(0, 5).map((repository) => ({
    url: `${HOME}/${repository.id}`,
    html: repositoryPage(repository, null, query),
  })),
  ...REPOSITORIES.slice(0, 3).map((repository) => ({
    url: `${HOME}/${repository.id}`,
    html: repositoryPage(repository, null, react),
  })),
  ...REPOSITORIES.slice(0, 1).map((repository) => ({
    url: `${HOME}/${repository.id}/issues`,
    html: repositoryPage(repository, 'Issues', query),
  })),
  { url: `${HOME}/topics`, html: plainPage('/topics') },
  ...recordedPages('gh_repo', `${HOME}/acme/rocket`),
  ...recordedPages('gh_tree', `${HOME}/acme/rocket/tree/main`),
])
