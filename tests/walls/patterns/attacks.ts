import { type AST, RegExpParser } from '@eslint-community/regexpp'

/**
 * Text on which a pattern that backtracks too much shows it: what one of its repetitions repeats, many times, behind
 * what leads there, and an end that fits nothing. Made from the pattern alone.
 */

export interface Attack {
  start: string
  piece: string
  end: string
}

const CANDIDATES = [
  'a',
  '7',
  ' ',
  '.',
  '-',
  ',',
  '/',
  'é',
  'A',
  '_',
  ':',
  '"',
  '(',
  '<',
  '*',
  '#',
  '\n',
  '§',
  '¤',
  '的',
  '의',
  ';',
  '[',
  '=',
  '…',
]
const ENDS = ['', '\u0000\n']
/** How often what is repeated within a repetition is repeated there. */
const WITHIN = [1, 9]
const MOST_ATTACKS = 400

const parser = new RegExpParser({ ecmaVersion: 2024 })

export function attacksOn({ source, flags }: RegExp): Attack[] {
  const unicode = flags.includes('u') || flags.includes('v')
  const tree = parser.parsePattern(source, 0, source.length, { unicode, unicodeSets: flags.includes('v') })
  const found = new Map<string, Attack>()
  for (const repetition of repetitionsIn(tree)) {
    const start = leadTo(repetition, flags)
    for (const way of waysThrough(repetition.element)) {
      for (const within of WITHIN) {
        const piece = wordOf(repetition.element, way, within, flags)
        if (piece === '') continue
        for (const end of ENDS) {
          for (const attack of [
            { start, piece, end },
            { start: '', piece: start + piece, end },
          ])
            found.set(JSON.stringify(attack), attack)
        }
      }
    }
    if (found.size > MOST_ATTACKS) break
  }
  return [...found.values()]
}

export const textOf = ({ start, piece, end }: Attack, length: number): string =>
  start + piece.repeat(Math.max(1, Math.ceil(length / piece.length))) + end

function childrenOf(node: AST.Node): AST.Node[] {
  switch (node.type) {
    case 'Pattern':
    case 'Group':
    case 'CapturingGroup':
      return node.alternatives
    case 'Assertion':
      return node.kind === 'lookahead' || node.kind === 'lookbehind' ? node.alternatives : []
    case 'Alternative':
      return node.elements
    case 'Quantifier':
      return [node.element]
    default:
      return []
  }
}

function allIn(node: AST.Node): AST.Node[] {
  return [node, ...childrenOf(node).flatMap(allIn)]
}

const repetitionsIn = (tree: AST.Pattern): AST.Quantifier[] =>
  allIn(tree).filter((node): node is AST.Quantifier => node.type === 'Quantifier' && node.max > 1)

type Way = ReadonlySet<AST.Node>

/** For each part that may be chosen or repeated: the nodes from the outside to it. */
function waysThrough(node: AST.Node): Way[] {
  const ways: Way[] = [new Set()]
  for (const inner of allIn(node)) {
    if (inner.type !== 'Alternative' && inner.type !== 'Quantifier') continue
    const way = new Set<AST.Node>()
    for (let at: AST.Node | null = inner; at !== null && at !== node.parent; at = at.parent) way.add(at)
    ways.push(way)
  }
  return ways
}

/** The shortest text before a part, from the start of the pattern. */
function leadTo(node: AST.Node, flags: string): string {
  let before = ''
  for (let at: AST.Node = node; at.parent !== null; at = at.parent) {
    const { parent } = at
    if (parent.type !== 'Alternative') continue
    const elements: readonly AST.Node[] = parent.elements
    const place = elements.indexOf(at)
    before =
      parent.elements
        .slice(0, place)
        .map((element) => wordOf(element, new Set(), 1, flags))
        .join('') + before
  }
  return before
}

function wordOf(node: AST.Node, way: Way, within: number, flags: string): string {
  switch (node.type) {
    case 'Group':
    case 'CapturingGroup': {
      const chosen = node.alternatives.find((alternative) => way.has(alternative)) ?? node.alternatives[0]
      return chosen ? wordOf(chosen, way, within, flags) : ''
    }
    case 'Alternative':
      return node.elements.map((element) => wordOf(element, way, within, flags)).join('')
    case 'Quantifier': {
      const wanted = way.has(node) ? Math.max(1, within) : 0
      const count = Math.max(node.min, Math.min(node.max, wanted))
      return wordOf(node.element, way, within, flags).repeat(Math.min(count, 40))
    }
    case 'Character':
      return String.fromCodePoint(node.value)
    case 'CharacterSet':
    case 'CharacterClass': {
      const one = new RegExp(`^${node.raw}$`, flags.replace(/[gy]/g, ''))
      return CANDIDATES.find((candidate) => one.test(candidate)) ?? ''
    }
    default:
      return ''
  }
}
