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
  /** The time of activities. Real time when absent; tokens are valid by it and by the machine's own, which the SDK reads. */
  readonly clock?: () => Date
  readonly appId?: string
  readonly appPassword?: string
  /** PEM of the certificate that the bot may log in with as well. */
  readonly certificate?: string
  /** At most so many members a page; 200 when absent, as Teams has it. */
  readonly memberPage?: number
  /** Milliseconds that the bot may take to answer: 15,000, as Teams has it. */
  readonly answerWithin?: number
  /** A client asks for its own view of a card that says `refresh`; on when absent. */
  readonly refreshes?: boolean
}

export interface Teams {
  /** As activities carry it; ends in a slash. */
  readonly serviceUrl: string
  readonly appId: string
  readonly appPassword: string
  readonly tenant: string
  readonly bot: { readonly id: string; readonly name: string }
  /** Where tokens come from, for the bot to be pointed at. */
  readonly endpoints: Endpoints

  /** Where the bot listens: `…/api/messages`. */
  deliverTo(url: string): void

  /** The person of that name, added with an email address when new. */
  user(name: string, about?: Partial<Profile>): User
  /** The group chat of that name, created when new; the bot is in it, and everybody named in `members`. */
  group(name: string, options?: RoomOptions): Place
  /** The channel of that name in that team (“Staff” when absent); the bot is installed in the team. */
  channel(name: string, options?: ChannelOptions): Place
  /** Installs the bot in a team or group chat by somebody’s hand, or takes it out. The bot is told. */
  adds(to: Place, by: User): Promise<void>
  removes(from: Place, by: User): Promise<void>

  /** Any activity at all, filled in with what every activity carries. */
  sends(
    activity: Fields,
    how?: { readonly forge?: Forgery; readonly from?: User; readonly in?: Place },
  ): Promise<Delivery>
  /** The same activity once more, as Teams does when it saw no answer in time. */
  redelivers(delivery: Delivery): Promise<Delivery>
  /** All that is sent from now on carries such a token, until `honest()`. */
  forges(forgery: Forgery): void
  honest(): void
  /** The header that a delivery would carry, for requests of a test’s own. */
  authorization(forgery?: Forgery): Promise<string | undefined>

  /** Microsoft Graph in the school's tenant. */
  readonly graph: GraphControl
  readonly faults: FaultControl
  /** Every call to the connector, in the order of arrival, refused ones too. */
  readonly calls: readonly Call[]
  callsOf(operation: Operation): readonly Call[]
  /** Everything that was sent to the bot, in order. */
  readonly deliveries: readonly Delivery[]
  /** Things that Teams takes and a careful bot avoids: a card without fallbackText, a button without a fallback, … */
  readonly warnings: readonly string[]
  /** What stands in a conversation now, oldest first. */
  messagesIn(place: Place | User): readonly Message[]

  /** Called by the test that owns the bot: resolves when the bot has nothing in hand. Makes `settled` exact. */
  idleBy(idle: () => Promise<void>): void
  /** Nothing is under way: every delivery answered, every call finished, and the bot idle. Rejects after 10 s. */
  settled(): Promise<void>
  /** Resolves when `seen()` first returns something, looked at after every call and delivery. Rejects after 10 s. */
  until<T>(seen: () => T | undefined): Promise<T>
  close(): Promise<void>
}

export interface Profile {
  readonly email: string
  /** Another one than the school’s: somebody of another school, whose activities carry their own tenant. */
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
  /** It has members of its own. */
  readonly own?: 'shared' | 'private'
}

/** A conversation that several people share. */
export interface Place {
  readonly id: string
  readonly name: string
  /** The team’s id, of a channel. */
  readonly team: string | undefined
}

export interface Message {
  readonly id: string
  /** The conversation’s id, without `;messageid=`. */
  readonly room: string
  /** The message that the thread hangs on, in a channel; its own id when it began the thread. */
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
  /** 0 when the connection was lost. */
  readonly status: number
  readonly answer: Json | undefined
}

/** One activity on its way to the bot. */
export interface Delivery {
  readonly activity: Fields
  readonly attempts: readonly Attempt[]
  /** Of the last attempt; 0 when there was no answer. */
  readonly status: number
  readonly answer: Json | undefined
}

export interface Attempt {
  readonly status: number
  readonly answer: Json | undefined
}

export type { Seen, User, Fields, Json, Forgery }
