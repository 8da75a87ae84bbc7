// What Slack sends, as far as it is used: one schema for each kind of delivery. Anything else is left alone.
import { compact } from '../../src/kit/defined.ts'
import { memo } from '../../src/kit/memo.ts'
import { z } from 'zod'

const id = z.string().min(1)
const user = z.object({ id })

const option = z.object({ value: z.string() })

const FormState = z.object({
  values: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        value: z.string().nullish(),
        selected_option: option.nullish(),
        selected_options: z.array(option).nullish(),
      }),
    ),
  ),
})

const text = z.string().catch('')
const Blocks = z.array(z.unknown()).catch([])

/** What a message holds besides the typed text. A part that cannot be read must not keep anybody from an answer. */
const content = {
  text: z.string().default(''),
  blocks: Blocks,
  attachments: z
    .array(
      z
        .object({
          title: text,
          text,
          fallback: text,
          image_url: text,
          blocks: Blocks,
          message_blocks: z.unknown().optional(),
        })
        .transform((each) => ({ ...each, message_blocks: [each.message_blocks] })),
    )
    .catch([]),
  files: z.array(z.object({ name: z.string().catch('a file'), mimetype: text })).catch([]),
}
const Content = z.object(content)
export type Content = z.infer<typeof Content>

const message = {
  ...content,
  user: id.optional(),
  ts: id,
  channel: id,
  thread_ts: id.optional(),
  subtype: z.string().optional(),
  bot_id: z.string().nullish(),
  edited: z.unknown().optional(),
  /** Only the agent pane sends it. */
  app_context: z.unknown().optional(),
}

const SlackUser = z.object({
  id,
  name: z.string().default(''),
  deleted: z.boolean().default(false),
  is_bot: z.boolean().default(false),
  is_workflow_bot: z.boolean().default(false),
  is_restricted: z.boolean().default(false),
  is_ultra_restricted: z.boolean().default(false),
  is_stranger: z.boolean().default(false),
  team_id: z.string().optional(),
  enterprise_user: z.object({ enterprise_id: z.string().optional() }).optional(),
  real_name: z.string().optional(),
  profile: z
    .object({
      real_name: z.string().optional(),
      display_name: z.string().optional(),
      email: z.string().optional(),
      api_app_id: z.string().optional().catch(undefined),
    })
    .default({}),
})
export type SlackUser = z.infer<typeof SlackUser>

const Event = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message'), channel_type: z.string().optional(), ...message }),
  z.object({ type: z.literal('app_mention'), ...message }),
  z.object({ type: z.literal('app_home_opened'), user: id, channel: id, tab: z.enum(['home', 'messages']) }),
  z.object({
    type: z.literal('assistant_thread_started'),
    assistant_thread: z.object({ user_id: id, channel_id: id, thread_ts: id }),
  }),
  z.object({ type: z.literal('user_change'), user: SlackUser }),
  z.object({ type: z.literal('team_join'), user: SlackUser }),
  z.object({ type: z.literal('subteam_members_changed'), subteam_id: id }),
])
export type SlackEvent = z.infer<typeof Event>

const Interaction = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('block_actions'),
    user,
    trigger_id: id.optional(),
    response_url: z.url().optional(),
    container: z.object({
      message_ts: id.optional(),
      channel_id: id.optional(),
      thread_ts: id.optional(),
      is_ephemeral: z.boolean().default(false),
    }),
    message: z.object({ thread_ts: id.optional() }).optional(),
    view: z
      .object({ id, type: z.enum(['modal', 'home']), hash: id.optional(), state: FormState.optional() })
      .optional(),
    state: FormState.optional(),
    actions: z
      .array(
        z.object({
          block_id: z.string().default(''),
          value: z.string().optional(),
          /** A choice from a menu carries its meaning as a button does. */
          selected_option: option.nullish(),
          action_ts: z.string().default(''),
        }),
      )
      .min(1),
  }),
  z.object({
    type: z.literal('view_submission'),
    user,
    trigger_id: id.optional(),
    view: z.object({
      id,
      hash: id.optional(),
      callback_id: z.string().default(''),
      private_metadata: z.string().default(''),
      state: FormState.optional(),
    }),
  }),
  z.object({ type: z.literal('shortcut'), user, trigger_id: id, callback_id: z.string() }),
  z.object({
    type: z.literal('message_action'),
    user,
    trigger_id: id,
    callback_id: z.string(),
    message: Content,
  }),
])
export type Interaction = z.infer<typeof Interaction>

const Command = z.object({
  command: z.string().startsWith('/'),
  text: z.string().default(''),
  user_id: id,
  channel_id: id,
  trigger_id: id,
  response_url: z.url(),
})
export type Command = z.infer<typeof Command>

export type Delivery =
  | {
      readonly kind: 'event'
      readonly id: string
      readonly event: SlackEvent
      /** Also in a channel that another organisation reads. */
      readonly abroad: boolean
    }
  | { readonly kind: 'interaction'; readonly interaction: Interaction }
  | { readonly kind: 'command'; readonly command: Command }

const Envelope = z.object({
  type: z.literal('event_callback'),
  event_id: id,
  event: Event,
  /** The channel also belongs to another organisation. */
  is_ext_shared_channel: z.boolean().default(false),
})

const Kind = z.object({ type: z.string().optional(), command: z.string().optional() })

/**
 * Undefined for what this app has no use for, and for what is no delivery of Slack's at all. Read once for each body: the way
 * in asks whether it is of use, and the inbox what it says.
 */
export function parseDelivery(body: unknown): Delivery | undefined {
  return typeof body === 'object' && body !== null ? readOnce(body) : undefined
}

const readOnce = memo(readDelivery)

function readDelivery(body: object): Delivery | undefined {
  const kind = Kind.safeParse(body)
  if (!kind.success) return undefined
  if (kind.data.command !== undefined) {
    const command = Command.safeParse(body)
    return command.success ? { kind: 'command', command: command.data } : undefined
  }
  if (kind.data.type === 'event_callback') {
    const envelope = Envelope.safeParse(body)
    if (!envelope.success) return undefined
    const { event_id, event, is_ext_shared_channel: abroad } = envelope.data
    return { kind: 'event', id: event_id, event, abroad }
  }
  const interaction = Interaction.safeParse(body)
  return interaction.success ? { kind: 'interaction', interaction: interaction.data } : undefined
}

/** A page of users.list or the answer of users.info; people that cannot be read are left out. */
export function parseUsers(answer: unknown): {
  readonly users: readonly SlackUser[]
  readonly next: string | undefined
} {
  const read = z
    .object({
      members: z.array(z.unknown()).optional(),
      user: z.unknown().optional(),
      response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
    })
    .safeParse(answer)
  if (!read.success) return { users: [], next: undefined }
  const { members, user, response_metadata: more } = read.data
  const users = compact([...(members ?? []), user]).flatMap((one) => {
    const parsed = SlackUser.safeParse(one)
    return parsed.success ? [parsed.data] : []
  })
  return { users, next: more?.next_cursor === '' ? undefined : more?.next_cursor }
}

/** usergroups.list as handle → id. */
export function parseGroups(answer: unknown): ReadonlyMap<string, string> {
  const read = z.object({ usergroups: z.array(z.object({ id, handle: z.string() })) }).safeParse(answer)
  return new Map(read.success ? read.data.usergroups.map((group) => [group.handle, group.id]) : [])
}

/** usergroups.users.list as user ids. */
export function parseMembers(answer: unknown): readonly string[] {
  const read = z.object({ users: z.array(id) }).safeParse(answer)
  return read.success ? read.data.users : []
}

/** The id of a view that was opened. */
export function parseView(answer: unknown): string | undefined {
  const read = z.object({ view: z.object({ id }) }).safeParse(answer)
  return read.success ? read.data.view.id : undefined
}
