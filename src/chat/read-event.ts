// An event as JSON, read again: what waited in the database may be from a version of this program before this one.
import { z } from 'zod'
import type { ChatEvent } from './events.ts'

const Platform = z.enum(['web', 'slack', 'teams'])
const happened = {
  id: z.string(),
  account: z.object({ platform: Platform, id: z.string() }),
  place: z.object({
    platform: Platform,
    id: z.string(),
    kind: z.enum(['private', 'shared']),
    thread: z.string().exactOptional(),
  }),
}
const Seen = z.object({
  quoted: z.array(z.string()),
  pictures: z.number(),
  files: z.array(z.string()),
  emoji: z.array(z.string()),
})

/** A way in that is limited to signing is the web page's, of which nothing waits. */
const Event = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('said'),
    ...happened,
    text: z.string(),
    quietly: z.boolean().exactOptional(),
    seen: Seen.exactOptional(),
  }),
  z.object({ kind: z.literal('pressed'), ...happened, packed: z.string(), fields: z.record(z.string(), z.string()) }),
  z.object({ kind: z.literal('opened'), ...happened, surface: z.enum(['chat', 'home']) }),
  z.object({
    kind: z.literal('began-check'),
    ...happened,
    draft: z.string().exactOptional(),
    seen: Seen.exactOptional(),
  }),
  z.object({ kind: z.literal('joined'), ...happened }),
  z.object({ kind: z.literal('searched'), ...happened, query: z.string() }),
])

/** Undefined for what is no event. */
export function readEvent(json: string): ChatEvent | undefined {
  try {
    return Event.safeParse(JSON.parse(json)).data
  } catch {
    return undefined
  }
}
