// Reads an event back from JSON. What waited in the database may have been written by an earlier version of this
// program.
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

/** Limited ways in, for signing only, exist on the web page alone, and none of its events wait in the database. */
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
  z.object({ kind: z.literal('wondered'), ...happened }),
])

/** Undefined where it is not an event. */
export function readEvent(json: string): ChatEvent | undefined {
  try {
    return Event.safeParse(JSON.parse(json)).data
  } catch {
    return undefined
  }
}
