// The control interface of the Slack stand-in: what a test can do to it, and what it can ask it afterwards.
// Usage:
//   const slack = await startSlack({ mode: 'http' })            // test/kit/slack/slack.ts
//   new App({ token: slack.tokens.bot, signingSecret: slack.signingSecret, clientOptions: { slackApiUrl: slack.apiUrl } })
//   slack.deliverTo('http://127.0.0.1:…/slack/events')
//   const ada = slack.user('Ada Teacher')
//   await ada.says('may I post a photo?', { in: 'dm' }); await slack.settled(); ada.sees()

import type { Fields, Json } from '../json.ts'
import type { FaultControl, SocketControl } from './controls.ts'
import type { Seen } from './seen.ts'

export interface SlackOptions {
  /** `http` (the default) signs and posts to `deliverTo`; `socket` serves a WebSocket to `apps.connections.open`. */
  readonly mode?: 'http' | 'socket'
  /** Slack's own time: message timestamps, trigger and response_url expiry, rate limits. Real time when absent. */
  readonly clock?: () => Date
  /** The time in signatures, which Bolt compares with the machine's own clock. Real time when absent. */
  readonly signingClock?: () => Date
  /** What the app's manifest would grant. Everything that is used when absent; see `settingsOf` (settings.ts). */
  readonly settings?: Partial<AppSettings>
  /** Whether unacknowledged events are sent again by themselves, at once (Slack: at once, 1 min, 5 min). Default: no. */
  readonly redelivers?: boolean
  /** Milliseconds that an acknowledgement may take: 3,000, as Slack has it. */
  readonly ackWithin?: number
  /** Told every call as it ends. */
  readonly watch?: (call: Call) => void
  /** How many calls, deliveries and messages of a conversation are remembered at least. All of them when absent. */
  readonly keeps?: number
}

/** What an app was allowed at installation. What is not here is refused, as Slack refuses it. */
export interface AppSettings {
  readonly scopes: readonly string[]
  /** Event types as in the manifest's `bot_events`: `app_mention`, `message.im`, `app_home_opened` … */
  readonly events: readonly string[]
  /** With the slash. */
  readonly commands: readonly string[] | 'any'
  readonly shortcuts: readonly { readonly type: 'global' | 'message'; readonly callbackId: string }[] | 'any'
  readonly interactivity: boolean
  readonly homeTab: boolean
  readonly messagesTab: boolean
  /** `agent` is the manifest's agent_view, `assistant` the older assistant_view. */
  readonly pane: 'none' | 'agent' | 'assistant'
  /** On Enterprise Grid: the organisation of which the workspace is part. */
  readonly enterprise?: string
}

/** Where something is said: `dm` (with the app), `#staff-room`, or a channel id. */
export type ChannelName = string

export interface Slack {
  /** For `clientOptions.slackApiUrl`; ends in `/api/`. */
  readonly apiUrl: string
  readonly signingSecret: string
  readonly tokens: { readonly bot: string; readonly app: string }
  readonly ids: { readonly team: string; readonly app: string; readonly bot: string; readonly botUser: string }

  /** Where the app listens in HTTP mode: one address for everything, as Bolt has it, or one for each kind. */
  deliverTo(url: string | { readonly events: string; readonly interactivity: string; readonly commands: string }): void

  /** The person of that name, added with an email address when new. */
  user(name: string, about?: Partial<Profile>): User
  /** The same, and the app is told with team_join. */
  joins(name: string, about?: Partial<Profile>): Promise<User>
  /** The channel of that name (`#staff-room`), created when new; the app is in it, and everybody named in `members`. */
  channel(name: string, options?: ChannelOptions): Channel
  usergroup(handle: string, members: readonly string[]): { readonly id: string }
  /** The same group with other members; the app is told with subteam_members_changed. */
  changesUsergroup(handle: string, members: readonly string[]): Promise<void>

  /** Events that no person's hand causes. Resolves when acknowledged or given up; `type` need not be known here. */
  sends(event: Fields & { readonly type: string }, forge?: Forgery): Promise<Delivery>
  /** The one-off handshake when a request URL is set. Resolves to what the app answered. */
  verifiesUrl(): Promise<Attempt>
  /** Sends an event once more, with the same event_id, as Slack does when it saw no answer in time. */
  redeliver(eventId: string, reason?: RetryReason): Promise<Delivery>
  /** The next deliveries (all when no `times`) are forged until `honest()`. */
  forges(forgery: Forgery): void
  honest(): void
  /** Revokes the bot token: calls answer `token_revoked`, and the app is told with tokens_revoked and app_uninstalled. */
  uninstalls(): Promise<void>

  readonly socket: SocketControl
  readonly faults: FaultControl

  /** Every Web API and response_url call, in the order of arrival, refused ones too. */
  readonly calls: readonly Call[]
  callsOf(method: string): readonly Call[]
  /** Everything that was sent to the app, in order. */
  readonly deliveries: readonly Delivery[]
  /** Things that Slack accepts and a careful app avoids: blocks without `text`, a text that was cut off, … */
  readonly warnings: readonly Warning[]
  /** What stands in a channel now, oldest first; ephemeral ones are not in it. */
  messagesIn(channel: ChannelName, of?: User): readonly Message[]

  /** What the app says under messages there while it is busy, by the message’s ts. */
  statusesIn(channel: ChannelName, of?: User): ReadonlyMap<string, string>
  /** Every file whose upload was begun. */
  files(): readonly UploadedFile[]
  /** From now on so many calls that show a new picture come too early for it. */
  processesSlowly(looks: number): void

  /** Called by the test that owns the app: resolves when the app has nothing in hand. Makes `settled` exact. */
  idleBy(idle: () => Promise<void>): void
  /** Nothing is under way: every delivery answered, every call finished, and the app idle. Rejects after 10 s. */
  settled(): Promise<void>
  /** Resolves when `seen()` first returns something, looked at after every call and delivery. Rejects after 10 s. */
  until<T>(seen: () => T | undefined): Promise<T>

  close(): Promise<void>
}

export interface Profile {
  readonly id: string
  readonly email: string
  readonly title: string
  readonly isBot: boolean
  readonly isGuest: boolean
  readonly deleted: boolean
  readonly isAdmin: boolean
  /** The workspace and the organisation whose account it is; the app's own where absent. */
  readonly team?: string
  readonly enterprise?: string
}

export interface ChannelOptions {
  readonly private?: boolean
  readonly members?: readonly User[]
  /** False: the app was not invited, so posting answers `not_in_channel`. */
  readonly withApp?: boolean
  readonly archived?: boolean
}

export interface Channel {
  readonly id: string
  readonly name: string
}

/** One person at their Slack. Verbs resolve when the app has acknowledged (or failed to); reply messages come later: `settled`. */
export interface User {
  readonly id: string
  readonly name: string

  says(text: string, where: { readonly in: ChannelName; readonly thread?: string }): Promise<Message>
  /** Says `@app text` in a channel. */
  mentions(text: string, where: { readonly in: ChannelName; readonly thread?: string }): Promise<Message>
  edits(message: Message, text: string): Promise<void>
  deletes(message: Message): Promise<void>
  joins(channel: ChannelName): Promise<void>
  command(command: string, text: string, where: { readonly in: ChannelName }): Promise<Delivery>
  /** Presses the newest visible button (or choice) with that label, spoken label or action_id, or throws with what can be seen. */
  presses(label: string, on?: Seen, forge?: Forgery): Promise<Delivery>
  /** Picks in a menu: select, radio buttons, checkboxes, date. The label is the option's own, or the date. */
  chooses(actionId: string, option: string, on?: Seen): Promise<Delivery | undefined>
  /** Fills in fields (by label or action_id) of a message's inputs and presses the button of that label. */
  fills(values: Readonly<Record<string, string>>, press: string, on?: Seen): Promise<Delivery>
  /** Sends the topmost modal, its fields named by label or action_id; what is required and missing stops it here. */
  submits(values: Readonly<Record<string, string>>): Promise<Delivery>
  closesModal(all?: boolean): Promise<Delivery | undefined>
  opensHome(): Promise<void>
  /** Opens the app's Messages tab. */
  opensMessages(): Promise<void>
  usesShortcut(callbackId: string): Promise<Delivery>
  usesMessageShortcut(callbackId: string, message: Message): Promise<Delivery>
  opensAssistant(context?: { readonly channel: ChannelName }): Promise<{ readonly thread: string }>
  changesProfile(profile: Partial<Omit<Profile, 'id'>>): Promise<void>

  /** Everything on this person's screen, oldest first: messages of their channels and direct messages, their ephemerals,
   *  then their Home when opened, then the topmost modal. */
  sees(): readonly Seen[]
  newest(): Seen | undefined
  modal(): Seen | undefined
  /** All modals that lie on each other, the topmost last. */
  modals(): readonly Seen[]
  home(): Seen | undefined
  /** Field errors of the last submission: by block_id. */
  errors(): Readonly<Record<string, string>>
  /** The pane's status line ("is thinking…") and its offered prompts. */
  assistant(): {
    readonly status: string
    readonly title: string
    readonly prompts: readonly { title: string; message: string }[]
  }
}

export interface Message {
  readonly ts: string
  readonly channel: string
  readonly thread: string | undefined
  /** A user id; the app's own messages carry the bot user's. */
  readonly user: string
  readonly byApp: boolean
  readonly subtype: string | undefined
  readonly text: string
  readonly blocks: readonly Fields[]
  readonly metadata: Fields | undefined
  readonly files: readonly Fields[]
  readonly edited: boolean
}

export interface UploadedFile {
  readonly name: string
  readonly title: string
  /** Undefined until the bytes came. */
  readonly content: Buffer | undefined
  readonly completed: boolean
  /** Ids of the conversations that it stands in. */
  readonly sharedIn: readonly string[]
}

export interface Call {
  readonly method: string
  readonly args: Fields
  readonly at: Date
  readonly answer: Fields
  /** HTTP status; 0 when the connection was dropped. */
  readonly status: number
}

export interface Delivery {
  readonly kind: 'event' | 'command' | 'interaction' | 'verification'
  /** event_id of an event; otherwise an id of this stand-in. */
  readonly id: string
  /** As the app received it. */
  readonly body: Fields
  readonly attempts: readonly Attempt[]
  /** Answered 2xx (or with an envelope) in time, at the last attempt. */
  readonly acknowledged: boolean
}

export interface Attempt {
  readonly at: Date
  /** HTTP status, 200 for an acknowledged envelope; 0 without an answer. */
  readonly status: number
  /** What the acknowledgement carried: a command's text, a view's response_action … */
  readonly answer: Json | undefined
  readonly retry: { readonly num: number; readonly reason: RetryReason } | undefined
}

export type RetryReason = 'http_timeout' | 'http_error' | 'connection_failed' | 'timeout'
export type Forgery = 'bad-signature' | 'no-signature' | 'old-timestamp' | 'future-timestamp' | 'no-timestamp'

export interface Warning {
  readonly method: string
  readonly what: string
}
