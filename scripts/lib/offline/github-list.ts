import { REPOSITORIES } from '../../samples/sources'
import { toText } from './text'

/**
 * Lists of an owner's repositories: a user's tab (`li[itemprop="owns"]`) and an organisation's
 * (`a[data-testid="listitem-title-link"]`), structure as other tools read it in 2026, words our own.
 */

interface Row {
  id: string
  description: string
}

/** Besides the samples: rows whose words link a model of the Hub that bears their name, or somebody else's. */
const FURTHER: readonly Row[] = [
  {
    id: 'example-org/meadow',
    description: 'Training of meadow, see https://huggingface.co/example-org/meadow-7b',
  },
  { id: 'example-org/garden-tools', description: 'Runs https://huggingface.co/allenai/OLMo-7B among others' },
]

const rowsOf = (owner: string): Row[] => [
  ...REPOSITORIES.filter(({ id, visibility }) => id.startsWith(`${owner}/`) && visibility === 'Public'),
  ...FURTHER.filter(({ id }) => id.startsWith(`${owner}/`)),
]

/** The list on an owner's page by its path; null for paths that are none. */
export function githubList(path: string): string | null {
  const [first, second, third, fourth] = path.split('/').filter(Boolean)
  if (first === 'orgs' && second !== undefined && third === 'repositories' && fourth === undefined)
    return organisation(second)
  if (first === undefined || second !== undefined) return null
  const rows = rowsOf(first)
  return rows.length === 0 ? null : user(first, rows)
}

const nameOf = (id: string): string => id.slice(id.indexOf('/') + 1)

const user = (owner: string, rows: readonly Row[]): string =>
  `<h1>${toText(owner)}</h1><ul>${rows
    .map(
      ({ id, description }) =>
        `<li class="col-12 d-flex public source" itemprop="owns" itemscope><div><h3 class="wb-break-all"><a href="/${id}" itemprop="name codeRepository">${toText(nameOf(id))}</a> <span class="Label">Public</span></h3><p itemprop="description">${toText(description)}</p></div></li>`,
    )
    .join('')}</ul>`

const organisation = (owner: string): string =>
  `<h1>${toText(owner)}</h1><ul>${rowsOf(owner)
    .map(
      ({ id, description }) =>
        `<li><div class="d-flex flex-items-center"><h4><a data-testid="listitem-title-link" href="/${id}"><span>${toText(nameOf(id))}</span></a></h4> <span class="Label">Public</span></div><p>${toText(description)}</p></li>`,
    )
    .join('')}</ul>`
