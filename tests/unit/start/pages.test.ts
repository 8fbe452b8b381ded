import { describe, expect, test } from 'vitest'
import { samples } from '../../../scripts/samples'
import { fileName, firstPage, tourPages } from '../../../scripts/start/pages'

describe('the pages that npm start shows', () => {
  test('a page that was asked for is the only one', () => {
    const asked = 'https://huggingface.co/gpt2'
    expect(tourPages(true, asked)).toEqual([asked])
    expect(tourPages(false, asked)).toEqual([asked])
    expect(firstPage(false, asked)).toBe(asked)
  })

  test('without a network every recorded model is visited, and a window opens on their list', () => {
    expect(tourPages(true, undefined)).toHaveLength(samples.length)
    expect(firstPage(true, undefined)).toBe('https://huggingface.co/')
  })

  test('with a network a window opens on a model page, and a tour asks for a handful', () => {
    expect(firstPage(false, undefined)).toBe('https://huggingface.co/allenai/OLMo-7B')
    expect(tourPages(false, undefined).length).toBeLessThan(10)
  })

  test.each([
    ['https://huggingface.co/allenai/OLMo-7B?theme=dark', 'allenai__OLMo-7B'],
    ['https://huggingface.co/', 'front'],
    ['https://huggingface.co/..%2f..%2fetc/x y', '.._2f.._2fetc__x_20y'],
  ])('the picture of %s is named %s', (url, name) => {
    expect(fileName(url)).toBe(name)
  })
})
