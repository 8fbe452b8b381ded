/**
 * How deep foreign text nests, told before a parser sees it. YAML's and JSON's readers descend once per level, and a
 * stack that is nearly full takes the whole process with it where V8 then compiles a regular expression: no catch helps.
 */

/** Deepest nesting that is read. Real front matter nests four or five levels, the deepest shipped rubric six. */
const MAX_DEPTH = 100
/** Signs that may each open a level within one line ("- - -", "a: b: c:"); people write dozens at most. */
const MAX_SIGNS = 400

const [OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP] = [0x5b, 0x5d, 0x7b, 0x7d]
const [COMMA, NEWLINE, SPACE, COLON, DASH, QUESTION] = [0x2c, 0x0a, 0x20, 0x3a, 0x2d, 0x3f]

/** Offset at which text nests too deep for a parser, or -1. Brackets within quotes count too. Linear. */
export function tooDeepAt(text: string): number {
  let depth = 0
  let signs = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === OPEN_LIST || code === OPEN_MAP) depth += 1
    else if (code === CLOSE_LIST || code === CLOSE_MAP) depth = Math.max(0, depth - 1)
    else if (code === COMMA || code === NEWLINE) signs = 0
    else if (code === COLON) signs += 1
    else if ((code === DASH || code === QUESTION) && text.charCodeAt(at + 1) === SPACE) signs += 1
    if (depth > MAX_DEPTH || signs > MAX_SIGNS) return at
  }
  return -1
}
