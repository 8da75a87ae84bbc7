// Runs one listener that answers @mentions, in its own process as in a school.
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, HTTPReceiver, LogLevel } from '@slack/bolt'
import { startServer } from '../../adapters/server.ts'
import { connectSlack, type SlackOptions } from '../../adapters/slack/connect.ts'
import type { SlackSettings } from '../../adapters/slack/settings.ts'
import { createApp } from '../../src/app.ts'
import { text } from '../../src/chat/cards.ts'
import { here } from '../../src/chat/replies.ts'
import { loadLibrary } from '../../src/command/knowledge.ts'
import { never } from '../../src/kit/never.ts'
import type { Directory } from '../../src/ports/people.ts'
import { memoryMemberships } from '../kit/memberships.ts'
import { takenBy } from '../kit/taking.ts'
import { memoryPorts } from '../kit/ports.ts'
import { meetingOver, memoryDirectory } from '../kit/slackbot.ts'
import { listenAs, quiet, unread } from './listener.ts'

/** Bare Bolt with a fixed text, our adapter with the same text, or the whole bot. */
export type Kind = 'bolt' | 'fixed' | 'whole'

export interface Told {
  readonly be: Kind
  readonly settings: SlackSettings
}

listenAs<Told>(async ({ be, settings }) => ({ url: `${await open(be, settings)}/slack/events` }))

const fixed = () => Promise.resolve([here(fixedCard)])

function open(kind: Kind, settings: SlackSettings): Promise<string> {
  switch (kind) {
    case 'bolt':
      return openBolt(settings)
    case 'fixed':
      return openAdapter(settings, memoryDirectory().directory, { hear: fixed, take: takenBy(fixed) })
    case 'whole':
      return openWhole(settings)
    default:
      return never(kind)
  }
}

const fixedText = 'A fixed text.'
const fixedCard = { title: 'An answer', tone: 'plain', summary: fixedText, blocks: [text(fixedText)] } as const

async function openBolt({ botToken, apiUrl, mode }: SlackSettings): Promise<string> {
  if (mode.kind !== 'http') throw new Error('The bench goes over HTTP.')
  const app = new App({
    token: botToken,
    receiver: new HTTPReceiver({ signingSecret: mode.signingSecret, logger: mute }),
    logger: mute,
    clientOptions: { slackApiUrl: apiUrl },
    convoStore: false,
  })
  app.event('app_mention', async ({ event, client }) => {
    await client.chat.postMessage({ channel: event.channel, thread_ts: event.thread_ts ?? event.ts, text: fixedText })
  })
  const server = (await app.start({ port: 0, host: '127.0.0.1' })) as { address(): AddressInfo } // Bolt gives every receiver's start the same type
  return `http://127.0.0.1:${server.address().port}`
}

/** Assembled as the start command does, with a database file. */
async function openWhole(settings: SlackSettings): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'policy-guide-bench-'))
  process.once('exit', () => rmSync(home, { recursive: true, force: true }))
  const { ports } = await memoryPorts(undefined, join(home, 'bench.db'))
  const app = createApp({ ...ports, clock: now, log: unread }, loadLibrary({ root: '.', home }))
  // Builds the index before anybody asks.
  await app.tick(now())
  return openAdapter(settings, ports.directory, app)
}

async function openAdapter(
  settings: SlackSettings,
  directory: Directory,
  { hear, take }: Pick<SlackOptions, 'hear' | 'take'>,
): Promise<string> {
  const meeting = meetingOver(directory)
  const { memberships } = memoryMemberships()
  const connection = await connectSlack({ settings, meeting, memberships, hear, take, clock: now, log: quiet })
  const { url } = await startServer({
    host: '127.0.0.1',
    port: 0,
    log: quiet,
    mount: (_, programs) => connection.mount(programs),
  })
  await connection.idle()
  return url
}

const now = () => new Date()
const nothing = () => undefined
const mute = {
  ...quiet,
  debug: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
}
