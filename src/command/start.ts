// `start`: puts the bot together with its adapters, says what is on and where, and stops cleanly when asked to.
import { mkdirSync } from 'node:fs'
import { startBeat } from '../../adapters/cron/beat.ts'
import { startServer } from '../../adapters/server.ts'
import { checkSlackSettings } from '../../adapters/slack/settings.ts'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { openStore } from '../../adapters/store/store.ts'
import { connectWeb } from '../../adapters/web/connect.ts'
import { createApp, type App } from '../app.ts'
import type { Platform } from '../chat/people.ts'
import { isLoopback, type SlackVariables } from '../config.ts'
import type { Chat, Connection, Ports } from '../ports.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { databaseFile } from './home.ts'
import { openLog } from './log.ts'

export const start: Command = async (context, argv) => {
  if (argv.length > 0) {
    context.err('Usage: start. Settings come from the environment; the README lists them.')
    return status.misuse
  }
  // From the first moment on: whoever started it may change their mind while it starts.
  const stopped = untilStopped(context.config)
  const library = await context.library()
  mkdirSync(context.home, { recursive: true })
  const { store, directory, close: closeStore } = openStore(await openSqlite(databaseFile(context.home)), context.newId)
  const log = openLog(context.config.logLevel)
  const connections = new Map<Platform, Connection>()
  const ports: Ports = {
    chat: chatOver(connections),
    store,
    directory,
    log,
    clock: context.clock,
    newId: context.newId,
  }
  const app = createApp(ports, library)
  const closing: (() => Promise<void>)[] = [closeStore]
  const stopAll = async () => {
    for (const close of closing.toReversed()) await close()
  }
  try {
    await open({ context, app, ports, connections, closing, school: library.school })
  } catch (error) {
    await stopAll()
    throw error
  }
  await stopped
  context.out('Stopping…')
  await stopAll()
  context.out('Stopped. Everything that was kept is safe.')
  return status.done
}

interface Opening {
  readonly context: CommandContext
  readonly app: App
  readonly ports: Ports
  readonly connections: Map<Platform, Connection>
  /** What to close at the end, last opened first. */
  readonly closing: (() => Promise<void>)[]
  readonly school: { readonly name: string }
}

async function open({ context, app, ports, connections, closing, school }: Opening): Promise<void> {
  const { config, root } = context
  const practice = isLoopback(config.host)
  const web = connectWeb({ hear: app.hear, school, root, practice, ...ports })
  connections.set('web', web)
  const slack = await openSlack(config.slack, { app, ports })
  if (slack !== undefined) {
    connections.set('slack', slack)
    closing.push(slack.close)
  }
  const server = await startServer({
    host: config.host,
    port: config.port,
    log: ports.log,
    health: () => [...connections.values()].map((each) => ({ platform: each.platform, ...each.health() })),
    mount: (express) => {
      slack?.mount(express)
      web.mount(express)
    },
  })
  closing.push(web.close, server.close)
  closing.push(startBeat(app.tick).stop)

  context.out(`Policy Guide for ${school.name}`)
  context.out(
    `  web page   ${practice ? `${server.url} (practice, for this machine only)` : 'off: anybody could be anybody on a page that others can reach'}`,
  )
  context.out(`  Slack      ${slack === undefined ? 'off (README, "Connect Slack")' : slack.health().what}`)
  context.out(`  kept in    ${config.home}`)
  context.out('Press Ctrl-C to stop.')
  await app.tick(context.clock())
}

/** Undefined when nothing about Slack is set; throws with what to do when what is set would not work. */
async function openSlack(variables: SlackVariables, { app, ports }: { app: App; ports: Ports }) {
  const checked = checkSlackSettings(variables)
  switch (checked.kind) {
    case 'off':
      return undefined
    case 'problems':
      throw new Error(
        ['Slack cannot be connected:', ...checked.problems.map(({ what, fix }) => `  ${what} ${fix}`)].join('\n'),
      )
    case 'settings': {
      for (const note of checked.notes) ports.log.warn({ platform: 'slack' }, note)
      const { connectSlack } = await import('../../adapters/slack/connect.ts')
      return connectSlack({ settings: checked.settings, hear: app.hear, ...ports })
    }
  }
}

/** What nobody asked for goes to the platform of its place. */
function chatOver(connections: ReadonlyMap<Platform, Connection>): Chat {
  return {
    async post(place, card) {
      const connection = connections.get(place.platform)
      if (connection === undefined) throw new Error(`${place.platform} is not connected`)
      await connection.chat.post(place, card)
    },
  }
}

/** Until a signal comes, or until npm is gone: npm passes a signal on to its shell, which dies and tells nobody. */
function untilStopped({ underNpm }: { underNpm: boolean }): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    if (!underNpm) return
    const parent = process.ppid
    const watch = setInterval(() => {
      if (process.ppid === parent) return
      clearInterval(watch)
      resolve()
    }, 250)
    watch.unref()
  })
}
