// Runs the Slack adapter against the stand-in, connected in either way, with an app of the test's own or the real one.
import { readFileSync } from 'node:fs'
import { connectSlack, type SlackConnection } from '../../adapters/slack/connect.ts'
import type { SlackSettings } from '../../adapters/slack/settings.ts'
import { startServer } from '../../adapters/server.ts'
import type { Card } from '../../src/chat/cards.ts'
import type { ChatEvent } from '../../src/chat/events.ts'
import { here, type Reply } from '../../src/chat/replies.ts'
import { text } from '../../src/chat/cards.ts'
import type { Memberships } from '../../src/ports/memberships.ts'
import type { Directory, SeenPerson, Meeting, People } from '../../src/ports/people.ts'
import type { Log } from '../../src/ports/ports.ts'
import type { Belongings } from '../../src/people/belongs.ts'
import { meeting } from '../../src/turn/meeting.ts'
import { settingsOf } from './slack/settings.ts'
import { memoryMemberships } from './memberships.ts'
import { startSlack } from './slack/slack.ts'
import type { Json } from './json.ts'
import type { AppSettings, Slack, SlackOptions } from './slack/types.ts'
import { takenBy } from './taking.ts'
import { createWaits, type Waits } from './waits.ts'
import type { Take } from '../../src/ports/outbox.ts'

export type Mode = 'http' | 'socket'
export const modes: readonly Mode[] = ['http', 'socket']

export interface Slackbot {
  readonly slack: Slack
  readonly connection: SlackConnection
  /** Every event that the app was asked about. */
  readonly heard: ChatEvent[]
  readonly people: Map<string, SeenPerson>
  readonly logged: string[]
  readonly waits: Waits
  /** Where the bot listens, in HTTP mode. */
  readonly url: string
  stop(): Promise<void>
}

export interface SlackbotOptions {
  readonly hear?: (event: ChatEvent) => Promise<readonly Reply[]> | readonly Reply[]
  /** Replaces the default, which passes each event to `hear` without keeping it. */
  readonly take?: Take
  readonly mode?: Mode
  readonly clock?: () => Date
  readonly directory?: Directory
  /** Replaces the default, which has no list, and to which everybody at the school belongs. */
  readonly meeting?: Meeting
  readonly memberships?: Memberships
  readonly log?: Log
  readonly sltGroups?: readonly string[]
  readonly granted?: Partial<AppSettings>
  readonly slack?: Omit<SlackOptions, 'mode' | 'settings'>
  /** Prepares the stand-in before the bot connects. */
  readonly before?: (slack: Slack) => void
}

export async function slackbot(options: SlackbotOptions = {}): Promise<Slackbot> {
  const { mode = 'http', clock = () => new Date() } = options
  const slack = await startSlack({ ...options.slack, mode, settings: { ...installed(), ...options.granted } })
  options.before?.(slack)
  const heard: ChatEvent[] = []
  const { directory, people } =
    options.directory === undefined
      ? memoryDirectory()
      : { directory: options.directory, people: new Map<string, SeenPerson>() }
  const { log, logged } = memoryLog(options.log)
  const waits = createWaits()
  const settings = settingsFor(slack, mode, options.sltGroups)
  let connection: SlackConnection
  try {
    const hear = async (event: ChatEvent) => {
      heard.push(event)
      return (await options.hear?.(event)) ?? [here(plainCard('An answer'))]
    }
    connection = await connectSlack({
      settings,
      hear,
      take: options.take ?? takenBy(hear),
      meeting: options.meeting ?? meetingOver(directory),
      memberships: options.memberships ?? memoryMemberships().memberships,
      clock,
      log,
      wait: waits.wait,
    })
  } catch (error) {
    await slack.close()
    throw error
  }
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    log,
    mount: (_, programs) => connection.mount(programs),
  })
  const url = `${server.url}/slack/events`
  slack.deliverTo(url)
  slack.idleBy(() => connection.idle())
  return {
    slack,
    connection,
    heard,
    people,
    logged,
    waits,
    url,
    stop: async () => {
      await connection.close()
      await server.close()
      await slack.close()
    },
  }
}

export function settingsFor(slack: Slack, mode: Mode, sltGroups: readonly string[] = []): SlackSettings {
  return {
    botToken: slack.tokens.bot,
    apiUrl: slack.apiUrl,
    sltGroups,
    mode:
      mode === 'socket'
        ? { kind: 'socket', appToken: slack.tokens.app }
        : { kind: 'http', signingSecret: slack.signingSecret },
  }
}

/** What an installation from our own manifest is granted, so that tests run with exactly that. */
export function installed(): AppSettings {
  return settingsOf(JSON.parse(readFileSync('manifest/slack.json', 'utf8')) as Json)
}

export function plainCard(title: string, ...blocks: Card['blocks']): Card {
  return { title, tone: 'plain', summary: `${title}.`, blocks: blocks.length > 0 ? blocks : [text(title)] }
}

const nobody = {
  group: undefined,
  manager: undefined,
  startsOn: undefined,
  leavesOn: undefined,
  away: [],
  weekdays: undefined,
  listed: false,
  practice: false,
} as const

/** Without a list unless one is given. */
export function meetingOver(
  directory: Directory,
  { listing = () => Promise.resolve('no-list'), rules = everybodyBelongs }: Partial<Listed> = {},
): Meeting {
  return meeting({ directory, people: { listing } }, rules)
}

interface Listed {
  readonly listing: People['listing']
  readonly rules: Belongings
}

export const everybodyBelongs: Belongings = { slack: { kind: 'everybody' }, teams: { kind: 'everybody' } }

export function memoryDirectory(): { directory: Directory; people: Map<string, SeenPerson> } {
  const people = new Map<string, SeenPerson>()
  return {
    people,
    directory: {
      find: ({ id }) => {
        const seen = people.get(id)
        return Promise.resolve(seen && { ...nobody, id, name: seen.name, email: seen.email, roles: seen.roles })
      },
      names: () => Promise.resolve([...people.values()].map(({ name }) => name)),
      keep: ({ id }, seen) => Promise.resolve(void people.set(id, seen)),
      close: ({ id }) => Promise.resolve(void people.delete(id)),
    },
  }
}

function memoryLog(given: Log | undefined): { log: Log; logged: string[] } {
  const logged: string[] = []
  if (given !== undefined) return { log: given, logged }
  const line = (about: Readonly<Record<string, unknown>>, what: string) => {
    const { error, ...rest } = about
    logged.push(
      `${what} ${JSON.stringify(rest)} ${error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error)}`,
    )
  }
  return { log: { info: line, warn: line, error: line }, logged }
}
