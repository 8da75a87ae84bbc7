// What Teams sends, parsed on arrival: the fields that are used, and nothing else.
import { z } from 'zod'
import { CarriedForm } from './form.ts'

/** Half a surrogate can stand in JSON, but in no address, and every id comes into one. */
const id = z
  .string()
  .min(1)
  .max(1_000)
  .refine((text) => !/\p{Surrogate}/u.test(text))
/** Teams also writes missing values as null. */
const some = <T extends z.ZodType>(type: T) =>
  type
    .nullish()
    .transform((value) => value ?? undefined)
    .optional()

const User = z.object({
  id,
  name: some(z.string()),
  /** The Entra object id. */
  aadObjectId: some(id),
  role: some(z.string()),
})
export type TeamsUser = z.infer<typeof User>

/** What says where something comes from, whatever it is; it is checked before anything else. */
export const Envelope = z.looseObject({
  type: z.string().min(1),
  channelId: z.string().min(1),
  serviceUrl: z.url(),
  conversation: z.looseObject({ tenantId: some(id) }).nullish(),
  channelData: z.looseObject({ tenant: some(z.looseObject({ id: some(id) })) }).nullish(),
})
export type Envelope = z.infer<typeof Envelope>

const common = {
  id,
  serviceUrl: z.url(),
  from: User,
  recipient: User,
  conversation: z.object({
    id,
    conversationType: some(z.string()),
    isGroup: some(z.boolean()),
    tenantId: some(id),
  }),
  channelData: some(
    z.object({
      tenant: some(z.object({ id: some(id) })),
      team: some(z.object({ id: some(id) })),
      channel: some(z.object({ type: some(z.string()) })),
      eventType: some(z.string()),
    }),
  ),
  replyToId: some(id),
  entities: some(z.array(z.unknown())),
}

/** What one of our buttons or forms sends back. Inputs come as texts beside what the button carries. */
const Data = z.preprocess(
  picked,
  z.looseObject({
    a: some(z.string()),
    own: some(z.boolean()),
    /** Names a view that is kept for somebody. */
    view: some(z.string()),
    form: some(CarriedForm),
  }),
)
export type Data = z.infer<typeof Data>

/** With a menu, the chosen entry is what the press means; `menu` names the input that holds it. */
function picked(data: unknown): unknown {
  const carried = z.looseObject({ menu: z.string() }).safeParse(data)
  if (!carried.success) return data
  const { menu, ...rest } = carried.data
  const { [menu]: pick, ...others } = rest
  return { ...others, a: pick }
}

const Mention = z.object({ type: z.literal('mention'), mentioned: z.object({ id }), text: z.string().min(1) })

const members = some(z.array(User))

const Activity = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message'),
    ...common,
    text: some(z.string()),
    attachments: some(z.array(z.unknown())),
    value: z.unknown().optional(),
  }),
  z.object({ type: z.literal('invoke'), ...common, name: z.string(), value: z.unknown().optional() }),
  z.object({ type: z.literal('conversationUpdate'), ...common, membersAdded: members, membersRemoved: members }),
  z.object({ type: z.literal('installationUpdate'), ...common, action: z.string() }),
])
export type Activity = z.infer<typeof Activity>
export type Of<T extends Activity['type']> = Extract<Activity, { type: T }>

/** Undefined for something that this app does not use, and for something that is not an activity of Teams's at all. */
export function parseActivity(body: unknown): Activity | undefined {
  const read = Activity.safeParse(body)
  return read.success ? read.data : undefined
}

const Kind = z.object({ type: z.string().optional(), name: z.string().optional() })

/** The little that can be said about something that could not be parsed. */
export function parseKind(body: unknown): z.infer<typeof Kind> {
  const read = Kind.safeParse(body)
  return read.success ? read.data : {}
}

/** The mentions in a message, as they stand in its text. */
export function mentionsIn(entities: readonly unknown[] | undefined): { readonly id: string; readonly text: string }[] {
  return (entities ?? []).flatMap((entity) => {
    const read = Mention.safeParse(entity)
    return read.success ? [{ id: read.data.mentioned.id, text: read.data.text }] : []
  })
}

const ClientInfo = z.object({ type: z.literal('clientInfo'), platform: z.string() })

/** The client in which somebody did something, such as Windows, Web or iOS; undefined where Teams does not say. */
export function clientIn(entities: readonly unknown[] | undefined): string | undefined {
  const found = (entities ?? []).flatMap((entity) => ClientInfo.safeParse(entity).data ?? [])
  return found[0]?.platform
}

/** Undefined where it is not one of ours. */
export function parseData(value: unknown): Data | undefined {
  const read = Data.safeParse(value)
  return read.success ? read.data : undefined
}

const Card = z.object({ action: z.object({ verb: some(z.string()), data: Data }) })
const Dialog = z.object({ data: Data })
const Search = z.object({
  commandId: some(z.string()),
  parameters: some(z.array(z.object({ name: z.string(), value: z.unknown().optional() }))),
})
const Command = z.object({
  commandId: some(z.string()),
  messagePayload: some(
    z.object({
      body: some(z.object({ content: some(z.string()), contentType: some(z.string()) })),
      attachments: some(z.array(z.unknown())),
    }),
  ),
})

export function parseCardAction(
  value: unknown,
): { readonly verb: string | undefined; readonly data: Data } | undefined {
  const read = Card.safeParse(value)
  return read.success ? { verb: read.data.action.verb, data: read.data.action.data } : undefined
}

export function parseDialog(value: unknown): Data | undefined {
  const read = Dialog.safeParse(value)
  return read.success ? read.data.data : undefined
}

/** A thumb, and the words that somebody may write in Teams's own form beside it. */
const Thumb = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({ reaction: z.enum(['like', 'dislike']), feedback: z.unknown().optional() }),
})

export function parseThumb(
  value: unknown,
): { readonly reaction: 'like' | 'dislike'; readonly words: string } | undefined {
  const read = Thumb.safeParse(value)
  if (!read.success) return undefined
  const { reaction, feedback } = read.data.actionValue
  return { reaction, words: wordsIn(feedback).join('\n\n') }
}

/** Teams writes the form as JSON in a text. Whatever its fields are called, somebody has filled them in. */
function wordsIn(feedback: unknown): string[] {
  if (typeof feedback === 'string') {
    const form = parseJson(feedback)
    return typeof form === 'object' ? wordsIn(form) : feedback.trim() === '' ? [] : [feedback]
  }
  if (typeof feedback !== 'object' || feedback === null) return []
  return Object.values(feedback).flatMap((each) => (typeof each === 'string' && each.trim() !== '' ? [each] : []))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function parseSearch(value: unknown): z.infer<typeof Search> | undefined {
  const read = Search.safeParse(value)
  return read.success ? read.data : undefined
}

export function parseCommand(value: unknown): z.infer<typeof Command> | undefined {
  const read = Command.safeParse(value)
  return read.success ? read.data : undefined
}

/** A member of a team or chat, as `TeamsInfo.getPagedMembers` gives them. */
export const Member = z.object({
  id,
  name: some(z.string()),
  aadObjectId: some(id),
  /** Some answers use this name for it. */
  objectId: some(id),
  email: some(z.string()),
  userPrincipalName: some(z.string()),
  userRole: some(z.string()),
  tenantId: some(id),
})
export type Member = z.infer<typeof Member>
