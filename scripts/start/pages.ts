import { samples } from '../samples'

const HUB = 'https://huggingface.co'

/** Real pages for a tour with a network: few, because the site counts what a stranger asks. */
const REAL = [
  'allenai/OLMo-7B',
  'EleutherAI/gpt-j-6b',
  'Qwen/Qwen3-Coder-30B-A3B-Instruct',
  'meta-llama/Llama-3.1-8B',
  'black-forest-labs/FLUX.1-dev',
  'ggml-org/gemma-3-1b-it-GGUF',
]

/** What a tour visits. */
export function tourPages(recorded: boolean, asked: string | undefined): string[] {
  if (asked !== undefined) return [asked]
  return (recorded ? samples.map(({ id }) => id) : REAL).map((id) => `${HUB}/${id}`)
}

/** What a window opens on: a model's page, or the list of recorded ones. */
export const firstPage = (recorded: boolean, asked: string | undefined): string =>
  asked ?? (recorded ? `${HUB}/` : `${HUB}/${REAL[0]}`)

/** `https://huggingface.co/allenai/OLMo-7B?x` as a file name: `allenai__OLMo-7B`. */
export function fileName(url: string): string {
  const path = new URL(url).pathname.split('/').filter(Boolean).join('__')
  return path.replace(/[^\w.-]/g, '_').slice(0, 120) || 'front'
}
