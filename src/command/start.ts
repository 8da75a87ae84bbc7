// `start`: puts the bot together with its adapters, says what is on and where, and stops cleanly when asked to.
import { randomBytes } from 'node:crypto'
import { startBeat } from '../../adapters/cron/beat.ts'
import { connectMail, noMail } from '../../adapters/mail/connect.ts'
import { startServer } from '../../adapters/server.ts'
import { checkSlackSettings } from '../../adapters/slack/settings.ts'
import { withVisitors } from '../../adapters/web/people.ts'
import { createApp, type App } from '../app.ts'
import type { Platform } from '../chat/people.ts'
import type { Config, SlackVariables } from '../config.ts'
import type { Library } from '../library/types.ts'
import type { Addresses, Chat, Connection, Ports } from '../ports.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { openLog } from './log.ts'
import { openHome } from './open-home.ts'
import { openTeams } from './open-teams.ts'
import { accessOf, openWeb, sayAccess } from './open-web.ts'

export const start: Command = async (context, argv) => {
  if (argv.length > 0) {
    context.err('Usage: start. Settings come from the environment; the README lists them.')
    return status.misuse
  }
  // From the first moment on: whoever started it may change their mind while it starts.
  const stopped = untilStopped(context.config)
  const library = await context.library()
  const { close: closeStore, ...kept } = await openHome(context)
  const log = openLog(context.config.logLevel)
  const connections = new Map<Platform, Connection>()
  const ports: Ports = {
    chat: chatOver(connections),
    ...kept,
    directory: withVisitors(kept.directory, kept.people),
    mail: context.config.mail === undefined ? noMail : connectMail(context.config.mail),
    log,
    clock: context.clock,
    newId: context.newId,
    newToken: () => randomBytes(32).toString('base64url'),
    publicUrl: linksLeadTo(context.config),
  }
  const app = createApp(ports, library)
  const closing: (() => Promise<void>)[] = [closeStore]
  const stopAll = async () => {
    for (const close of closing.toReversed()) await close()
  }
  try {
    await open({ context, app, ports, addresses: kept.addresses, connections, closing, library })
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
  readonly addresses: Addresses
  readonly connections: Map<Platform, Connection>
  /** What to close at the end, last opened first. */
  readonly closing: (() => Promise<void>)[]
  readonly library: Library
}

async function open({ context, app, ports, addresses, connections, closing, library }: Opening): Promise<void> {
  const { config, root } = context
  const access = accessOf(config)
  const web = openWeb({ hear: app.hear, access, ports, library, root })
  connections.set('web', web)
  const slack = await openSlack(config.slack, { app, ports })
  if (slack !== undefined) {
    connections.set('slack', slack)
    closing.push(slack.close)
  }
  const teams = await openTeams(config.teams, { hear: app.hear, ...ports, addresses })
  if (teams !== undefined) {
    connections.set('teams', teams)
    closing.push(teams.close)
  }
  const server = await startServer({
    host: config.host,
    port: config.port,
    log: ports.log,
    behindProxy: config.publicUrl?.startsWith('https:') === true,
    health: () => [...connections.values()].map((each) => ({ platform: each.platform, ...each.health() })),
    mount: (express) => {
      slack?.mount(express)
      teams?.mount(express)
      web.mount(express)
    },
  })
  closing.push(web.close, server.close)
  closing.push(startBeat(app.tick).stop)

  context.out(`Policy Guide for ${library.school.name}`)
  context.out(`  web page   ${sayAccess(access, server.url)}`)
  context.out(`  Slack      ${slack === undefined ? 'off (README, "Connect Slack")' : slack.health().what}`)
  context.out(`  Teams      ${teams === undefined ? 'off (README, "Connect Teams")' : teams.health().what}`)
  context.out(`  email      ${config.mail === undefined ? 'off (SMTP_URL is not set)' : `by ${config.mail.host}`}`)
  context.out(`  kept in    ${config.home}`)
  context.out('Press Ctrl-C to stop.')
  await app.tick(context.clock())
}

/** Where no other platform is connected, practice is all there is, and its links lead to this machine. */
function linksLeadTo({ publicUrl, host, port, slack, teams }: Config): string | undefined {
  if (publicUrl !== undefined) return publicUrl
  const alone = slack.botToken === undefined && teams.appId === undefined
  const practice = accessOf({ publicUrl, host }).kind === 'practice'
  return practice && alone && port !== 0 ? `http://${host.includes(':') ? `[${host}]` : host}:${port}` : undefined
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
    async post(place, card, about) {
      const connection = connections.get(place.platform)
      if (connection !== undefined) return connection.chat.post(place, card, about)
      return { kind: 'refused', why: 'other', what: `${place.platform} is not connected` }
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
