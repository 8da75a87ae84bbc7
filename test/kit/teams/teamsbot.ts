// Runs the Teams adapter against the stand-in, on a real server with real tokens, with an app of the test's own or the
// real one.
import { startServer } from '../../../adapters/server.ts'
import { connectTeams, type TeamsConnection } from '../../../adapters/teams/connect.ts'
import type { TeamsVariables } from '../../../adapters/teams/variables.ts'
import { checkTeamsSettings, type TeamsSettings } from '../../../adapters/teams/settings.ts'
import type { ChatEvent } from '../../../src/chat/events.ts'
import { here, type Reply } from '../../../src/chat/replies.ts'
import type { Directory, SeenPerson, Meeting } from '../../../src/ports/people.ts'
import type { Addresses, Log, Store } from '../../../src/ports/ports.ts'
import { memoryDirectory, plainCard, meetingOver } from '../slackbot.ts'
import type { Memberships } from '../../../src/ports/memberships.ts'
import type { Thumbs } from '../../../src/ports/thumbs.ts'
import { memoryMemberships } from '../memberships.ts'
import { memoryAddresses, memoryThumbs } from './memory.ts'
import { startTeams } from './teams.ts'
import type { Teams, TeamsOptions } from './types.ts'
import { takenBy } from '../taking.ts'
import { createWaits, type Waits } from '../waits.ts'
import type { Take } from '../../../src/ports/outbox.ts'

export interface Teamsbot {
  readonly teams: Teams
  readonly connection: TeamsConnection
  /** Every event that the app was asked about. */
  readonly heard: ChatEvent[]
  readonly people: Map<string, SeenPerson>
  /** Addresses kept for writing to people and places later, by account or place id. */
  readonly kept: Map<string, string>
  readonly logged: string[]
  readonly waits: Waits
  /** Where the bot listens. */
  readonly url: string
  stop(): Promise<void>
}

export interface TeamsbotOptions {
  readonly hear?: (event: ChatEvent) => Promise<readonly Reply[]> | readonly Reply[]
  /** Replaces the default, which passes each event to `hear` without keeping it. */
  readonly take?: Take
  readonly clock?: () => Date
  readonly directory?: Directory
  /** Replaces the default, which has no list, and to which everybody at the school belongs. */
  readonly meeting?: Meeting
  readonly addresses?: Addresses
  readonly memberships?: Memberships
  readonly thumbs?: Thumbs
  readonly store?: Pick<Store, 'claim'>
  readonly log?: Log
  readonly teams?: TeamsOptions
  /** Settings to use instead of an app with a password in the school's tenant. */
  readonly variables?: TeamsVariables
  /** Prepares the stand-in before the bot connects. */
  readonly before?: (teams: Teams) => void
}

export async function teamsbot(options: TeamsbotOptions = {}): Promise<Teamsbot> {
  const { clock = () => new Date() } = options
  const teams = await startTeams({ clock, ...options.teams })
  options.before?.(teams)
  const heard: ChatEvent[] = []
  const memory = memoryDirectory()
  const book = memoryAddresses()
  const logged: string[] = []
  const log = options.log ?? logTo(logged)
  const waits = createWaits()
  const closing: (() => Promise<void>)[] = [() => teams.close()]
  const stop = async () => {
    for (const close of closing.toReversed()) await close()
  }
  try {
    const connection = await connectTeams({
      settings: settingsFor(teams, options.variables),
      take:
        options.take ??
        takenBy(async (event) => {
          heard.push(event)
          return (await options.hear?.(event)) ?? [here(plainCard('An answer'))]
        }),
      meeting: options.meeting ?? meetingOver(options.directory ?? memory.directory),
      addresses: options.addresses ?? book.addresses,
      memberships: options.memberships ?? memoryMemberships().memberships,
      thumbs: options.thumbs ?? memoryThumbs(),
      store: options.store ?? { claim: claimOnce() },
      clock,
      log,
      wait: waits.wait,
    })
    closing.push(() => connection.close())
    const mount = connection.mount.bind(connection)
    const server = await startServer({ host: '127.0.0.1', port: 0, log, mount })
    // The server closes last but one, so that requests in progress are still answered.
    closing.splice(1, 0, () => server.close())
    const url = `${server.url}/api/messages`
    teams.deliverTo(url)
    teams.idleBy(() => connection.idle())
    return { teams, connection, heard, people: memory.people, kept: book.kept, logged, waits, url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

export function settingsFor(teams: Teams, variables: TeamsVariables = {}): TeamsSettings {
  const { appId, appPassword, tenant: tenantId, endpoints } = teams
  const checked = checkTeamsSettings({ appId, appPassword, tenantId, ...endpoints, ...variables })
  if (checked.kind === 'settings') return checked.settings
  throw new Error(`These settings are no settings: ${JSON.stringify(checked)}`)
}

function claimOnce(): Store['claim'] {
  const claimed = new Set<string>()
  return (key) => Promise.resolve(!claimed.has(key) && claimed.add(key).has(key))
}

function logTo(logged: string[]): Log {
  const line = (about: Readonly<Record<string, unknown>>, what: string) => {
    const { error, ...rest } = about
    const said = error instanceof Error ? (error.stack ?? error.message) : ''
    logged.push(`${what} ${JSON.stringify(rest)} ${said}`)
  }
  return { info: line, warn: line, error: line }
}
