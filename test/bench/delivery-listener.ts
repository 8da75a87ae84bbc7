// Runs a bot that delivers notices to very many people, and meanwhile answers anybody who writes to it, in its own
// process.
import { connectSlack } from '../../adapters/slack/connect.ts'
import type { SlackSettings } from '../../adapters/slack/settings.ts'
import { startServer } from '../../adapters/server.ts'
import { text, type Card } from '../../src/chat/cards.ts'
import { here } from '../../src/chat/replies.ts'
import { deliverAll } from '../../src/outbox/deliver.ts'
import type { Planned } from '../../src/outbox/types.ts'
import { memoryMemberships } from '../kit/memberships.ts'
import { memoryPorts } from '../kit/ports.ts'
import { meetingOver } from '../kit/slackbot.ts'
import { listenAs, quiet } from './listener.ts'
import { takenBy } from '../kit/taking.ts'

export interface Told {
  readonly settings: SlackSettings
  /** The path of a new database file. */
  readonly database: string
  /** Ids of the people to be reminded. */
  readonly ids: readonly string[]
  /** Titles of the cards, by which the other process tells notices from answers. */
  readonly titles: { readonly notice: string; readonly answer: string }
}

listenAs<Told>(async ({ settings, database, ids, titles }) => {
  const { ports } = await memoryPorts(undefined, database)
  const connection = await connectSlack({
    settings,
    hear: () => Promise.resolve([here(cardOf(titles.answer))]),
    take: takenBy(() => Promise.resolve([here(cardOf(titles.answer))])),
    meeting: meetingOver(ports.directory),
    memberships: memoryMemberships().memberships,
    clock: now,
    log: quiet,
  })
  const mount = (_: unknown, programs: Parameters<typeof connection.mount>[0]) => connection.mount(programs)
  const server = await startServer({ host: '127.0.0.1', port: 0, log: quiet, mount })
  const planned: Planned[] = []
  for (const id of ids) {
    const account = { platform: 'slack', id } as const
    await ports.directory.keep(account, { name: id, email: undefined, roles: ['staff'] })
    const person = (await ports.directory.find(account))?.id ?? ''
    planned.push({
      key: `reminder:${person}`,
      kind: 'reminder',
      person,
      at: new Date(0),
      reason: '',
      still: () => Promise.resolve(true),
      show: () => cardOf(titles.notice),
      write: () => undefined,
    })
  }
  await connection.idle()
  return {
    url: `${server.url}/slack/events`,
    work: () => deliverAll({ ...ports, chat: connection.chat, log: quiet }, planned, now),
  }
})

function now(): Date {
  return new Date()
}

function cardOf(title: string): Card {
  return { title, tone: 'plain', summary: title, blocks: [text('Please sign.')] }
}
