// Connects Slack: one way in, everything handled in the order of its conversation, and acknowledged before any work is
// done.
import { randomUUID } from 'node:crypto'
import type { ChatEvent } from '../../src/chat/events.ts'
import type { Reply } from '../../src/chat/replies.ts'
import { createPace } from '../../src/kit/pace.ts'
import { sleep, type Wait } from '../../src/kit/wait.ts'
import type { Take } from '../../src/ports/outbox.ts'
import type { Card } from '../../src/chat/cards.ts'
import type { Memberships } from '../../src/ports/memberships.ts'
import type { Meeting } from '../../src/ports/people.ts'
import type { Chat, Connection, Log, Posted } from '../../src/ports/ports.ts'
import type { Programs } from '../server.ts'
import { createApi, endsEverything, type Api } from './api.ts'
import { probeBot, sayTrouble, type Identity } from './doctor.ts'
import { conversationOf, findSent } from './find.ts'
import { accountOf, placeOf } from './from.ts'
import { createHomes } from './home.ts'
import { createInbox } from './inbox.ts'
import { suggestions } from './names.ts'
import { appOfToken } from './ours.ts'
import { createPane, type PaneOptions } from './pane.ts'
import { createPeople, type People } from './people.ts'
import type { SlackSettings } from './settings.ts'
import { overwrite, say, sayPosted, type Voice } from './speak.ts'
import { openWay } from './way.ts'

export interface SlackOptions {
  readonly settings: SlackSettings
  readonly take: Take
  /** For a Home that should show what has changed elsewhere. */
  readonly hear: (event: ChatEvent) => Promise<readonly Reply[]>
  readonly meeting: Meeting
  readonly memberships: Memberships
  /** Also compared with the time in Slack's signatures. */
  readonly clock: () => Date
  readonly log: Log
  readonly wait?: Wait
}

export interface SlackConnection extends Connection {
  /** Adds /slack/events in HTTP mode; nothing in Socket Mode. */
  mount(programs: Programs): void
  /** Resolves when nothing is in progress. */
  idle(): Promise<void>
}

/** Throws an `Error` that says what is wrong and what to do where Slack would not work. */
export async function connectSlack(options: SlackOptions): Promise<SlackConnection> {
  const { settings, clock, log, wait = sleep } = options
  const identity = await introduce(settings, clock, log)
  let trouble: string | undefined
  let silence: Silence | undefined
  const api = createApi({
    token: settings.botToken,
    apiUrl: settings.apiUrl,
    log,
    wait,
    refused: (error) => {
      if (endsEverything.has(error)) trouble = error
    },
    reached: (why) => (silence = why === undefined ? undefined : { since: clock(), ...silence, why }),
  })
  const voice = { api, log, wait }
  const checkToken = async () => {
    const outcome = await api.call('auth.test', {})
    if (outcome.kind === 'done') trouble = undefined
  }
  const people = createPeople({ ...options, api, home: identity, sltGroups: settings.sltGroups })
  const named = settings.mode.kind === 'socket' ? appOfToken(settings.mode.appToken) : undefined
  const inbox = createInbox({
    take: options.take,
    voice,
    people,
    pane: createPane({ api, questions: wonderingBy(options.hear, people), otherwise: suggestions }),
    homes: createHomes(voice, options.hear),
    self: { user: identity.user, nameOf: people.nameOf },
    ours: () => ({ ...identity, app: named ?? people.appOf(identity.user) }),
    clock,
    wait,
  })
  const way = await openWay({ settings, clock, log, wait, identity, receive: inbox.receive })
  inbox.track(people.refresh())
  const daily = setInterval(() => inbox.track(people.refresh()), 24 * 60 * minute).unref()
  // Over HTTP nothing else would show that the app was removed: Slack simply goes silent.
  const pulse = setInterval(() => inbox.track(checkToken()), 10 * minute).unref()

  return {
    platform: 'slack',
    chat: {
      post: postWith(voice, clock),
      find: (place, keys, since) => findSent(api, { place: place.id, keys, since }),
      replace: (place, message, card) => replaceSent(voice, { place: place.id, message }, card),
    },
    health: () => {
      if (trouble !== undefined)
        return { ok: false, what: `Slack refuses our token (${trouble}); npm run doctor says what to do` }
      const { ok, what } = silence === undefined ? way.health() : saySilence(silence)
      return { ok, what: `${identity.teamName}: ${what}` }
    },
    mount: way.mount,
    idle: inbox.idle,
    close: async () => {
      clearInterval(daily)
      clearInterval(pulse)
      await way.close()
      await Promise.race([inbox.idle(), wait(5_000)])
    },
  }
}

/** From when on no call has come through. */
interface Silence {
  readonly since: Date
  readonly why: string
}

/** Events may still come in meanwhile, so only our own calls show it. */
function saySilence({ since, why }: Silence) {
  const what = `Slack has not been reached since ${since.toISOString()} (${why}); what is to be sent is tried again`
  return { ok: false, what }
}

/** What the app offers to somebody who has an empty conversation before them. Outsiders are offered nothing of the school's. */
function wonderingBy(hear: SlackOptions['hear'], people: People): PaneOptions['questions'] {
  return async ({ user, channel }) => {
    await people.know(user)
    if (people.isOutside(user)) return []
    const replies = await hear({
      kind: 'wondered',
      id: `slack:${randomUUID()}`,
      account: accountOf(user),
      place: placeOf(channel),
    })
    return replies.map(({ card }) => card.title)
  }
}

async function replaceSent(
  voice: Voice,
  { place, message }: { readonly place: string; readonly message: string },
  card: Card,
): Promise<Posted> {
  try {
    const channel = await conversationOf(voice.api, place)
    if (typeof channel !== 'string')
      return { kind: 'refused', why: 'other', what: 'Slack shows us no such conversation' }
    return sayPosted(await overwrite(voice, { channel, ts: message }, card))
  } catch (error) {
    return { kind: 'failed', what: error instanceof Error ? error.message : 'Slack did not answer' }
  }
}

/** What nobody waits for is paced, so that answers are not held up by it. */
function postWith(voice: Voice, clock: () => Date): Chat['post'] {
  const pace = createPace(voice.wait, () => performance.now())
  return async (place, card, about) => {
    const since = new Date(clock().getTime() - clocksApart)
    try {
      const outcome = await pace.run((limited) => {
        const api = {
          ...voice.api,
          call: (...[method, args, how]: Parameters<Api['call']>) => voice.api.call(method, args, { ...how, limited }),
        }
        return say({ ...voice, api }, { channel: place.id, thread: place.thread }, card, { ...about, since })
      })
      return sayPosted(outcome)
    } catch (error) {
      return { kind: 'failed', what: error instanceof Error ? error.message : 'Slack did not answer' }
    }
  }
}

const minute = 60_000
/** The difference between Slack's clock and ours is more than its signatures allow for. */
const clocksApart = 10 * minute

async function introduce(settings: SlackSettings, clock: () => Date, log: Log): Promise<Identity> {
  const { identity, rows } = await probeBot(settings, clock)
  const bad = rows.filter(({ ok }) => !ok)
  for (const { check, what } of bad.filter(({ needed }) => !needed)) log.warn({ check, what }, 'slack works in part')
  const stops = bad.filter(({ needed }) => needed)
  if (stops.length === 0 && identity !== undefined) return identity
  throw new Error(sayTrouble(stops))
}
