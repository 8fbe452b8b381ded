import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import { factsSchema } from '../assessment-schema'
import { isAlive } from './alive'

/** Every message of the extension: what is asked and what is answered, both parsed where they arrive. */

export interface Message<Request, Answer> {
  name: string
  request: z.ZodMiniType<Request>
  answer: z.ZodMiniType<Answer>
}

export function message<Request, Answer>(
  name: string,
  request: z.ZodMiniType<Request>,
  answer: z.ZodMiniType<Answer>,
): Message<Request, Answer> {
  return { name, request, answer }
}

/** No content: browsers carry it as null or leave it out. */
const nothing: z.ZodMiniType<null> = z.pipe(
  z.unknown(),
  z.transform(() => null),
)

const lookRequest = z.object({
  site: z.enum(['huggingface', 'github']),
  id: z.string(),
  lastModified: z.nullable(z.string()),
  /** The card's HTML as the open page shows it, where the stored one may be behind a gate. */
  renderedCard: z.nullable(z.string()),
  /** Only what was looked at before is wanted: nobody is asked. */
  knownOnly: z.boolean(),
})

/** Page or popup to worker: what the site's API, card and files say about a model. */
export const LOOK = message('look', lookRequest, factsSchema)

/** Panel or popup to worker: the next sources of a model; asked again while there are `more`. */
export const FOLLOW = message('follow', lookRequest, z.object({ facts: factsSchema, more: z.boolean() }))

/** Page to worker: what the toolbar icon of its tab shows; null takes the mark away. */
export const MARK = message(
  'mark',
  z.nullable(z.object({ low: z.number(), high: z.number(), title: z.string() })),
  nothing,
)

/** Page to worker: put one of the scripts that are loaded when they are wanted into this page. */
export const LOAD_SCRIPT = message('load-script', z.enum(['panel', 'lists']), nothing)

const step = { id: z.string(), label: z.string(), meter: z.number() }
/** A `Headline`. */
export const headlineSchema = z.object({ ...step, high: z.object(step) })

const word = z.object({
  headline: headlineSchema,
  /** What the reader's policy says of the licence; null without a policy. */
  policy: z.nullable(z.enum(['allow', 'review', 'deny'])),
})
export type Word = z.output<typeof word>

/** Page to worker: what the badge says, by rules that a page does not carry. */
export const JUDGE = message('judge', factsSchema, word)

/** Page to worker: open one of the extension's own pages in a tab. */
export const OPEN_PAGE = message('open-page', z.enum(['options', 'welcome']), nothing)

/** Who sent a message: the tab, where a page did. */
export interface Sender {
  tab?: { id?: number | undefined } | undefined
}

const envelope = z.object({ openmark: z.string(), payload: z.unknown() })

/** Milliseconds until a worker that was ended while it answered, or is just starting, is asked once more. */
const AGAIN_AFTER = 250

/**
 * Sends to the worker.
 * @throws when nobody answers (the extension was updated or removed under an open page) or the answer is not readable.
 */
export async function ask<Request, Answer>(to: Message<Request, Answer>, payload: Request): Promise<Answer> {
  const send = () => browser.runtime.sendMessage({ openmark: to.name, payload })
  const answer = await send().catch(async (error: unknown) => {
    if (!isAlive()) throw error
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER))
    return send()
  })
  return z.parse(to.answer, answer)
}

interface Handler {
  name: string
  handle(payload: unknown, sender: Sender): Promise<unknown> | undefined
}

/** A handler for one message; a payload of another shape is left alone. */
export function on<Request, Answer>(
  of: Message<Request, Answer>,
  handler: (payload: Request, sender: Sender) => Promise<Answer>,
): Handler {
  return {
    name: of.name,
    handle(payload, sender) {
      const request = z.safeParse(of.request, payload)
      return request.success ? handler(request.data, sender) : undefined
    },
  }
}

/** Answers messages until the signal ends it. */
export function answer(handlers: readonly Handler[], signal?: AbortSignal): void {
  const listener = (input: unknown, sender: Sender): Promise<unknown> | undefined => {
    const parsed = z.safeParse(envelope, input)
    if (!parsed.success) return undefined
    const handler = handlers.find((candidate) => candidate.name === parsed.data.openmark)
    return handler?.handle(parsed.data.payload, sender)
  }
  browser.runtime.onMessage.addListener(listener)
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener), { once: true })
}
