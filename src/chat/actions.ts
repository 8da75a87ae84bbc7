// What a button means. A button carries its whole meaning, so a restart loses nothing and an old card still works.
import { z } from 'zod'

const id = z.string().min(1).max(80)
const citation = { policy: id, edition: id, section: id }
const answers = z.record(id, id)

/** A person's way through a scenario, as its card carries it: what they chose, and what a draft was seen to hold. */
const way = {
  scenario: id,
  answers,
  /** Detector ids. Never a draft's text. */
  found: z.array(id),
}

export const Action = z.discriminatedUnion('do', [
  z.object({ do: z.literal('help') }),
  /** Sent with a form whose field `question` holds the question. */
  z.object({ do: z.literal('ask') }),
  z.object({ do: z.literal('sections'), policy: id }),
  z.object({ do: z.literal('read'), ...citation, page: z.number().int().min(0).max(500).optional() }),
  z.object({ do: z.literal('whom'), policy: id }),
  /** `question` is the id of the kept question that the answer belongs to. */
  z.object({ do: z.literal('rate'), question: id, helpful: z.boolean() }),
  /** Shows a section to everybody in the place; `card` is the card that offered it, which shares once. */
  z.object({ do: z.literal('share'), card: id, ...citation }),
  z.object({ do: z.literal('check'), scenario: id }),
  z.object({ do: z.literal('draft'), scenario: id }),
  z.object({ do: z.literal('answer'), ...way, question: id, choice: id }),
  /** Asks a question again; the other answers stay. */
  z.object({ do: z.literal('revisit'), ...way, question: id }),
  /** Shows the check's current step again, as after a revisit that changed nothing. */
  z.object({ do: z.literal('resume'), ...way }),
])
export type Action = z.infer<typeof Action>

const version = '1'

/** An action as text that any platform can carry in a button. */
export function pack(action: Action): string {
  return version + JSON.stringify(action)
}

/** The action that `packed` carries, or undefined when it is stale, foreign or forged. */
export function unpack(packed: string): Action | undefined {
  if (!packed.startsWith(version) || packed.length > 10_000) return undefined
  let value: unknown
  try {
    value = JSON.parse(packed.slice(version.length))
  } catch {
    return undefined
  }
  const action = Action.safeParse(value)
  return action.success ? action.data : undefined
}
