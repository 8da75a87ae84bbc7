// The control interface of the Teams stand-in: what a test can do to it, and what it can ask it afterwards.
// Usage:
//   const teams = await startTeams()                                   // test/kit/teams/teams.ts
//   teams.deliverTo('http://127.0.0.1:…/api/messages')                  // where the bot listens
//   const ada = teams.user('Ada Teacher'); await ada.installs()
//   await ada.says('may I post a photo?'); await teams.settled(); ada.sees()
import type { Fields, Json } from '../json.ts'
import type { FaultControl } from './faults.ts'
import type { GraphControl } from './graph.ts'
import type { Endpoints, Forgery } from './issuer.ts'
import type { Seen } from './seen.ts'
import type { User } from './user.ts'

export interface TeamsOptions {
  /**
   * The time of activities. Real time by default; tokens are valid by it and by the machine's own, which the SDK reads.
   */
  readonly clock?: () => Date
  readonly appId?: string
  readonly appPassword?: string
  /** PEM of a certificate that the bot may log in with as well. */
  readonly certificate?: string
  /** The largest number of members on a page; 200 by default, as in Teams. */
  readonly memberPage?: number
  /**
   * The time for the bot's answer, in milliseconds; by default as long as a test may take, since a busy machine may need
   * longer than the 15,000 of Teams.
   */
  readonly answerWithin?: number
  /** Whether clients ask for their own view of a card with `refresh`; on by default. */
  readonly refreshes?: boolean
}

export interface Teams {
  /** As activities have it, with a slash at the end. */
  readonly serviceUrl: string
  readonly appId: string
  readonly appPassword: string
  readonly tenant: string
  readonly bot: { readonly id: string; readonly name: string }
  /** Where the bot gets and checks tokens. */
  readonly endpoints: Endpoints

  /** Where the bot listens: `…/api/messages`. */
  deliverTo(url: string): void

  /** Returns the person of that name, created with an email address if needed. */
  user(name: string, about?: Partial<Profile>): User
  /** Returns the group chat of that name, created if needed with the bot and everybody in `members`. */
  group(name: string, options?: RoomOptions): Place
  /** Returns the channel of that name in that team (“Staff” by default); the bot is installed in the team. */
  channel(name: string, options?: ChannelOptions): Place
  /** Installs the bot in a team or group chat on somebody's behalf, or removes it. The bot is told. */
  adds(to: Place, by: User): Promise<void>
  removes(from: Place, by: User): Promise<void>

  /** Sends any activity, with the fields of every activity filled in. */
  sends(
    activity: Fields,
    how?: { readonly forge?: Forgery; readonly from?: User; readonly in?: Place },
  ): Promise<Delivery>
  /** Sends the same activity again, as Teams does if it saw no answer in time. */
  redelivers(delivery: Delivery): Promise<Delivery>
  /** Sends this kind of token with everything until `honest()`. */
  forges(forgery: Forgery): void
  honest(): void
  /** The header of a delivery, for a test's own requests. */
  authorization(forgery?: Forgery): Promise<string | undefined>

  /** Microsoft Graph in the school's tenant. */
  readonly graph: GraphControl
  readonly faults: FaultControl
  /** All calls to the connector in the order of arrival, including refused ones. */
  readonly calls: readonly Call[]
  callsOf(operation: Operation): readonly Call[]
  /** Everything that was sent to the bot, in order. */
  readonly deliveries: readonly Delivery[]
  /** What Teams accepts and a careful bot avoids: a card without fallbackText, a button without a fallback, … */
  readonly warnings: readonly string[]
  /** The messages of a conversation now, oldest first. */
  messagesIn(place: Place | User): readonly Message[]

  /** Called by the test that owns the bot: `idle` resolves when the bot has nothing in hand. Makes `settled` exact. */
  idleBy(idle: () => Promise<void>): void
  /**
   * Resolves when every delivery is answered, every call has ended, and the bot is idle. Rejects after the `patience`
   * of flight.ts.
   */
  settled(): Promise<void>
  /** Resolves when `seen()` first returns a value, tried after every call and delivery. Rejects after the same time. */
  until<T>(seen: () => T | undefined): Promise<T>
  close(): Promise<void>
}

export interface Profile {
  readonly email: string
  /** The tenant that the person's activities have; another one for somebody of another school. */
  readonly tenant: string
  readonly guest: boolean
}

export interface RoomOptions {
  readonly members?: readonly { readonly id: string }[]
  /** False: the bot was not added. */
  readonly withBot?: boolean
}

export interface ChannelOptions extends RoomOptions {
  readonly team?: string
  /** Set for a channel with members of its own. */
  readonly own?: 'shared' | 'private'
}

/** A conversation shared by several people. */
export interface Place {
  readonly id: string
  readonly name: string
  /** The id of a channel's team. */
  readonly team: string | undefined
}

export interface Message {
  readonly id: string
  /** The conversation's id, without `;messageid=`. */
  readonly room: string
  /** The first message of the thread, in a channel; its own id if it began the thread. */
  readonly root: string | undefined
  readonly from: string
  readonly byBot: boolean
  readonly text: string
  readonly summary: string | undefined
  readonly cards: readonly Fields[]
  readonly edited: boolean
}

export type Operation =
  | 'token'
  | 'create'
  | 'send'
  | 'update'
  | 'delete'
  | 'members'
  | 'member'
  | 'pagedmembers'
  | 'team'
  | 'channels'
  | 'group'

export interface Call {
  readonly operation: Operation
  readonly path: string
  readonly body: Fields
  /** The HTTP status; 0 if the connection was lost. */
  readonly status: number
  readonly answer: Json | undefined
}

/** One activity on its way to the bot. */
export interface Delivery {
  readonly activity: Fields
  readonly attempts: readonly Attempt[]
  /** The status of the last attempt; 0 without an answer. */
  readonly status: number
  readonly answer: Json | undefined
}

export interface Attempt {
  readonly status: number
  readonly answer: Json | undefined
}

export type { Seen, User, Fields, Json, Forgery }
