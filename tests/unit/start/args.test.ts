import { describe, expect, test } from 'vitest'
import { parseStartArguments } from '../../../scripts/start/args'

const value = (...argv: string[]) => {
  const parsed = parseStartArguments(argv)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.value
}
const message = (...argv: string[]) => {
  const parsed = parseStartArguments(argv)
  return parsed.ok ? undefined : parsed.message
}

describe('the command line of npm start', () => {
  test('without words everything is left to the program', () => {
    expect(value()).toEqual({ url: undefined, browser: undefined, headless: false, help: false })
  })

  test('every option is read', () => {
    expect(
      value('--url', 'https://huggingface.co/gpt2', '--browser', 'Firefox', '--headless', '--help'),
    ).toEqual({ url: 'https://huggingface.co/gpt2', browser: 'firefox', headless: true, help: true })
  })

  test('a browser nobody knows is wrong usage that names the known ones', () => {
    expect(message('--browser', 'netscape')).toMatch(/netscape.*chromium, brave, edge, firefox, chrome/)
  })

  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'not an address'])(
    'the address %s is refused',
    (url) => {
      expect(message('--url', url)).toContain(url)
    },
  )

  test.each([[['--nonsense']], [['--url']], [['stray']]])('%j is wrong usage in one line', (argv) => {
    expect(message(...argv)).toMatch(/^[^\n]+$/)
  })
})
