// Connects Teams: one address for everything that the bot service sends; each request is checked before it is read, and
// answered in the order of its conversation.
import express, { type Express, type RequestHandler } from 'express'
import { createPace } from '../../src/kit/pace.ts'
import { sleep, within, type Wait } from '../../src/kit/wait.ts'
import type { Memberships } from '../../src/ports/memberships.ts'
import type { Take } from '../../src/ports/outbox.ts'
import type { Meeting } from '../../src/ports/people.ts'
import type { Thumbs } from '../../src/ports/thumbs.ts'
import type { Addresses, Chat, Connection, Log, Store } from '../../src/ports/ports.ts'
import { createAddressBook } from './addresses.ts'
import { createApi } from './api.ts'
import { createBot, type Bot } from './bot.ts'
import { sayTrouble, tokenRow } from './doctor.ts'
import { lookAt } from './door.ts'
import { graphOver } from './graph.ts'
import { createGroups, type Groups } from './groups.ts'
import type { TeamsEndpoints } from './endpoints.ts'
import { createInbox } from './inbox.ts'
import { limits } from './limits.ts'
import { messagesPath } from './names.ts'
import { Envelope, type Member } from './payloads.ts'
import { createPeople, type People } from './people.ts'
import type { TeamsSettings } from './settings.ts'
import { overwrite, post, type Voice } from './speak.ts'
import { createTokens } from './tokens.ts'
import { createViews } from './views.ts'

export interface TeamsOptions {
  readonly settings: TeamsSettings
  readonly take: Take
  readonly meeting: Meeting
  readonly addresses: Addresses
  readonly memberships: Memberships
  readonly thumbs: Thumbs
  readonly store?: Pick<Store, 'claim'>
  readonly clock: () => Date
  readonly log: Log
  readonly wait?: Wait
  /** In place of those in the settings. */
  readonly endpoints?: TeamsEndpoints
}

export interface TeamsConnection extends Connection {
  /** Adds /api/messages. */
  mount(server: Express): void
  /** Resolves when nothing is in progress. */
  idle(): Promise<void>
}

/** Throws an `Error` that says what is wrong and what to do where Entra refuses the bot. */
export async function connectTeams(options: TeamsOptions): Promise<TeamsConnection> {
  const { clock, log, meeting, wait = sleep } = options
  const settings = { ...options.settings, ...(options.endpoints && { endpoints: options.endpoints }) }
  const { identity } = settings
  const tokens = createTokens({ ...settings, clock, wait })
  const state: State = { trouble: undefined, heard: undefined }
  const token = await tokens.get()
  if (token.kind === 'refused') throw new Error(sayTrouble([tokenRow(token)]))
  // Teams may reach us meanwhile; the next answer asks again.
  if (token.kind === 'silent')
    log.warn({ why: token.why }, 'entra cannot be reached, trying again with the next answer')

  const api = createApi({ tokens, log, wait, trusted: (trouble) => (state.trouble = trouble) })
  const voice = { api, log, book: createAddressBook(options.addresses, log) }
  const bot: Bot = createBot({ ...settings, tokens, log, hear: (turn) => inbox.receive(turn) })
  const groups = groupsOf({ ...options, settings, wait }, () => people.forget())
  const people: People = createPeople({
    membersOf: async (spot): Promise<readonly Member[]> => {
      const members = await within(wait, rosterLimit, bot.membersOf(spot))
      if (members === undefined) throw new Error('the roster did not come in time')
      return members
    },
    speakerIn: (spot) => within(wait, rosterLimit, bot.speakerIn(spot)),
    wait,
    groups,
    meeting,
    book: voice.book,
    log,
    tenant: identity.kind === 'app' ? identity.tenant : undefined,
  })
  const inbox = createInbox({
    take: options.take,
    voice,
    people,
    views: createViews(),
    wait,
    thumbs: options.thumbs,
    clock,
  })
  const daily = setInterval(people.forget, 24 * 60 * 60_000).unref()
  void groups.refresh()
  const hourly = setInterval(() => void groups.refresh(), readGroupsEvery).unref()

  return {
    platform: 'teams',
    chat: {
      post: postWith(voice, wait),
      // A bot may not read messages in Teams, including its own.
      find: () => Promise.resolve({ kind: 'cannot-tell', what: 'Teams shows a bot no messages' }),
      replace: (place, message, card) => overwrite(voice, { place: place.id, message }, card),
    },
    health: () => healthOf(settings, state),
    mount: (server) => {
      const answer: RequestHandler = (request, response) => bot.run(request, response)
      server.post(messagesPath, ...letIn({ bot, settings, clock, log, state }), answer)
    },
    idle: inbox.idle,
    close: async () => {
      clearInterval(daily)
      clearInterval(hourly)
      await Promise.race([inbox.idle(), wait(closingLimit)])
    },
  }
}

/** Milliseconds. */
const readGroupsEvery = 60 * 60_000

function groupsOf(
  options: Pick<TeamsOptions, 'settings' | 'meeting' | 'memberships' | 'clock' | 'log'> & { readonly wait: Wait },
  whenChanged: () => void,
): Groups {
  const { settings } = options
  const { identity, leaders } = settings
  const graph = identity.kind === 'local' ? undefined : graphOver(settings, options)
  return createGroups({ ...options, leaders, graph, whenChanged })
}

/** What nobody waits for is paced, so that answers are not held up by it. */
function postWith(voice: Voice, wait: Wait): Chat['post'] {
  const pace = createPace(wait, () => performance.now())
  return (place, card) =>
    pace.run((limited) =>
      post({ ...voice, api: { call: (call) => voice.api.call({ ...call, limited, patience: 'short' }) } }, place, card),
    )
}

/** Milliseconds. */
const rosterLimit = 20_000
const closingLimit = 10_000

interface State {
  trouble: string | undefined
  heard: Date | undefined
}

function healthOf(
  { identity }: TeamsSettings,
  { trouble, heard }: State,
): { readonly ok: boolean; readonly what: string } {
  if (trouble !== undefined) return { ok: false, what: trouble }
  const last = heard === undefined ? `waiting at ${messagesPath}` : `last heard ${heard.toISOString()}`
  return { ok: true, what: identity.kind === 'local' ? `LOCAL, NOBODY IS CHECKED: ${last}` : last }
}

interface LettingIn {
  readonly bot: Bot
  readonly settings: TeamsSettings
  readonly clock: () => Date
  readonly log: Log
  readonly state: State
}

/** Anybody can send requests, so one line a minute is enough, with how many there were, for as long as it goes on. */
function alarmOver(clock: () => Date, log: Log): (why: string) => void {
  let warned: number | undefined
  let turned = 0
  return (why) => {
    const now = clock().getTime()
    turned += 1
    // A clock that was set back must not silence it.
    if (warned !== undefined && Math.abs(now - warned) < 60_000) return
    log.warn({ why, requests: turned }, 'turned away a request that does not come from teams')
    warned = now
    turned = 0
  }
}

/** The steps before a turn: a request without any token is not even read. */
function letIn({ bot, settings, clock, log, state }: LettingIn): RequestHandler[] {
  const turnAway = alarmOver(clock, log)
  const knock: RequestHandler = (request, response, next) => {
    if (settings.identity.kind === 'local' || request.get('authorization') !== undefined) {
      next()
      return
    }
    turnAway('no token')
    response.status(401).end()
  }
  const check: RequestHandler = async (request, response, next) => {
    const body: unknown = request.body
    const envelope = Envelope.safeParse(body)
    if (!envelope.success || typeof body !== 'object' || body === null) {
      response.status(400).end()
      return
    }
    const authorization = request.get('authorization') ?? ''
    const look = lookAt({ authorization, envelope: envelope.data }, settings)
    if (look.kind === 'refused') {
      turnAway(look.why)
      response.status(look.status).end()
      return
    }
    const verdict = await bot.check(body, look)
    if (verdict === 'genuine') {
      state.heard = clock()
      next()
      return
    }
    turnAway(verdict === 'unsure' ? 'the keys of teams cannot be had' : 'a token that teams did not sign')
    response.status(verdict === 'unsure' ? 503 : 401).end()
  }
  return [knock, express.json({ limit: limits.bodyBytes }), check]
}
