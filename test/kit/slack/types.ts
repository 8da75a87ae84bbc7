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
  /**
   * Slack's own time, for message timestamps, the expiry of triggers and response_urls, and rate limits. Real time by
   * default.
   */
  readonly clock?: () => Date
  /** The time in signatures, which Bolt compares with the machine's own clock. Real time by default. */
  readonly signingClock?: () => Date
  /** What the app's manifest would grant. By default, everything that is used; see `settingsOf` (settings.ts). */
  readonly settings?: Partial<AppSettings>
  /** Whether to send unacknowledged events again, at once each time (Slack: at once, 1 min, 5 min). Default: no. */
  readonly redelivers?: boolean
  /**
   * The time for an acknowledgement, in milliseconds; by default as long as a test may take, since a busy machine may
   * need longer than the 3,000 of Slack.
   */
  readonly ackWithin?: number
  /** Called with every call when it ends. */
  readonly watch?: (call: Call) => void
  /** The least number of calls, deliveries and messages of a conversation to remember. All by default. */
  readonly keeps?: number
}

/** What the app was granted at installation. Slack and the stand-in refuse everything else. */
export interface AppSettings {
  readonly scopes: readonly string[]
  /** Event types, as in the manifest's `bot_events`: `app_mention`, `message.im`, `app_home_opened` … */
  readonly events: readonly string[]
  /** Names of commands, with their slash. */
  readonly commands: readonly string[] | 'any'
  readonly shortcuts: readonly { readonly type: 'global' | 'message'; readonly callbackId: string }[] | 'any'
  readonly interactivity: boolean
  readonly homeTab: boolean
  readonly messagesTab: boolean
  /** `agent` is the manifest's agent_view, `assistant` the older assistant_view. */
  readonly pane: 'none' | 'agent' | 'assistant'
  /** The app of the bot token, where somebody copied the two tokens from two apps. */
  readonly botOfApp?: string
  /** The organisation of the workspace, on Enterprise Grid. */
  readonly enterprise?: string
}

/** A conversation: `dm` (with the app), `#staff-room`, or a channel id. */
export type ChannelName = string

export interface Slack {
  /** For `clientOptions.slackApiUrl`; ends in `/api/`. */
  readonly apiUrl: string
  readonly signingSecret: string
  readonly tokens: { readonly bot: string; readonly app: string }
  readonly ids: { readonly team: string; readonly app: string; readonly bot: string; readonly botUser: string }

  /** Where the app listens in HTTP mode: one address for everything, as with Bolt, or one for each kind of payload. */
  deliverTo(url: string | { readonly events: string; readonly interactivity: string; readonly commands: string }): void

  /** Returns the person of that name, created with an email address if needed. */
  user(name: string, about?: Partial<Profile>): User
  /** Does the same, and tells the app with team_join. */
  joins(name: string, about?: Partial<Profile>): Promise<User>
  /** Returns the channel of that name (`#staff-room`), created if needed with the app and everybody in `members`. */
  channel(name: string, options?: ChannelOptions): Channel
  usergroup(handle: string, members: readonly string[]): { readonly id: string }
  /** Gives the group these members; the app is told with subteam_members_changed. */
  changesUsergroup(handle: string, members: readonly string[]): Promise<void>

  /**
   * Sends an event that no person causes. Resolves when it is acknowledged or given up; its `type` may be unknown here.
   */
  sends(event: Fields & { readonly type: string }, forge?: Forgery): Promise<Delivery>
  /** Performs the handshake of a new request URL. Resolves to what the app answered. */
  verifiesUrl(): Promise<Attempt>
  /** Sends an event again with the same event_id, as Slack does if it saw no answer in time. */
  redeliver(eventId: string, reason?: RetryReason): Promise<Delivery>
  /** Forges all deliveries until `honest()`. */
  forges(forgery: Forgery): void
  honest(): void
  /**
   * Revokes the bot token: calls answer `token_revoked`, and the app is told with tokens_revoked and app_uninstalled.
   */
  uninstalls(): Promise<void>

  readonly socket: SocketControl
  readonly faults: FaultControl

  /** All Web API and response_url calls in the order of arrival, including refused ones. */
  readonly calls: readonly Call[]
  callsOf(method: string): readonly Call[]
  /** Everything that was sent to the app, in order. */
  readonly deliveries: readonly Delivery[]
  /** What Slack accepts and a careful app avoids: blocks without `text`, a text that was cut off, … */
  readonly warnings: readonly Warning[]
  /** The messages of a channel now, oldest first, without ephemeral ones. */
  messagesIn(channel: ChannelName, of?: User): readonly Message[]

  /** The app's statuses under messages while it is busy, by the message's ts. */
  statusesIn(channel: ChannelName, of?: User): ReadonlyMap<string, string>
  /** Every file whose upload was begun. */
  files(): readonly UploadedFile[]
  /** From now on the first `looks` calls that show a new picture come too early for it. */
  processesSlowly(looks: number): void

  /** Called by the test that owns the app: `idle` resolves when the app has nothing in hand. Makes `settled` exact. */
  idleBy(idle: () => Promise<void>): void
  /**
   * Resolves when every delivery is answered, every call has ended, and the app is idle. Rejects after the `patience`
   * of flight.ts.
   */
  settled(): Promise<void>
  /** Resolves when `seen()` first returns a value, tried after every call and delivery. Rejects after the same time. */
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
  /** The workspace and the organisation of the account; the app's own by default. */
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

/** One person in Slack. Verbs resolve when the app has acknowledged or failed to; replies come later: `settled`. */
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
  /**
   * Presses the newest visible button or choice with that label, spoken label or action_id; throws with what is visible
   * if there is none.
   */
  presses(label: string, on?: Seen, forge?: Forgery): Promise<Delivery>
  /** Chooses in a menu: select, radio buttons, checkboxes or date. `option` is the option's label, or the date. */
  chooses(actionId: string, option: string, on?: Seen): Promise<Delivery | undefined>
  /** Fills in inputs of a message (by label or action_id), and presses the button with that label. */
  fills(values: Readonly<Record<string, string>>, press: string, on?: Seen): Promise<Delivery>
  /** Submits the topmost modal, with its fields by label or action_id; throws if a required field is empty. */
  submits(values: Readonly<Record<string, string>>): Promise<Delivery>
  closesModal(all?: boolean): Promise<Delivery | undefined>
  opensHome(): Promise<void>
  /** Opens the app's Messages tab. */
  opensMessages(): Promise<void>
  usesShortcut(callbackId: string): Promise<Delivery>
  usesMessageShortcut(callbackId: string, message: Message): Promise<Delivery>
  opensAssistant(context?: { readonly channel: ChannelName }): Promise<{ readonly thread: string }>
  changesProfile(profile: Partial<Omit<Profile, 'id'>>): Promise<void>

  /**
   * Everything on this person's screen, oldest first: messages in their conversations, with their ephemeral ones, then
   * their Home once opened, then the topmost modal.
   */
  sees(): readonly Seen[]
  newest(): Seen | undefined
  modal(): Seen | undefined
  /** All stacked modals, the topmost last. */
  modals(): readonly Seen[]
  home(): Seen | undefined
  /** The field errors of the last submission, by block_id. */
  errors(): Readonly<Record<string, string>>
  /** The pane's status line ("is thinking…") and the prompts that it offers. */
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
  /** A user id; messages of the app have the bot user's. */
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
  /** Undefined until the bytes arrive. */
  readonly content: Buffer | undefined
  readonly completed: boolean
  /** Ids of the conversations that it was shared in. */
  readonly sharedIn: readonly string[]
}

export interface Call {
  readonly method: string
  readonly args: Fields
  readonly at: Date
  readonly answer: Fields
  /** The HTTP status; 0 if the connection was dropped. */
  readonly status: number
}

export interface Delivery {
  readonly kind: 'event' | 'command' | 'interaction' | 'verification'
  /** The event_id of an event; otherwise an id of the stand-in's own. */
  readonly id: string
  /** As the app received it. */
  readonly body: Fields
  readonly attempts: readonly Attempt[]
  /** Whether the last attempt was answered in time, with 2xx or an envelope. */
  readonly acknowledged: boolean
}

export interface Attempt {
  readonly at: Date
  /** The HTTP status, 200 for an acknowledged envelope; 0 without an answer. */
  readonly status: number
  /** What the acknowledgement contained: the text for a command, the response_action for a view, … */
  readonly answer: Json | undefined
  readonly retry: { readonly num: number; readonly reason: RetryReason } | undefined
}

export type RetryReason = 'http_timeout' | 'http_error' | 'connection_failed' | 'timeout'
export type Forgery = 'bad-signature' | 'no-signature' | 'old-timestamp' | 'future-timestamp' | 'no-timestamp'

export interface Warning {
  readonly method: string
  readonly what: string
}
