// `start`: puts the bot together with its adapters, says what is on and where, and stops cleanly when asked to.
import { compact } from '../kit/defined.ts'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { OpenStore } from '../../adapters/store/store.ts'
import { startBeat } from '../../adapters/cron/beat.ts'
import { authority } from '../../adapters/authority/connect.ts'
import { connectMail, noMail } from '../../adapters/mail/connect.ts'
import { openMetrics, type Metrics } from '../../adapters/metrics/metrics.ts'
import { mountMetrics } from '../../adapters/metrics/routes.ts'
import { startServer } from '../../adapters/server.ts'
import { watchOver } from '../../adapters/watchdog.ts'
import { withVisitors } from '../../adapters/web/people.ts'
import { createApp, type App } from '../app.ts'
import type { Platform } from '../chat/people.ts'
import type { Config } from '../config.ts'
import { dayIn } from '../kit/days.ts'
import { sayTerms, termsOn } from '../year/terms.ts'
import type { SharedHome } from '../office/shared-home.ts'
import type { Office } from '../ports/office.ts'
import type { Connection, Log, Mail, Ports } from '../ports/ports.ts'
import { meeting } from '../turn/meeting.ts'
import { chatOver } from './chat-over.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { guardRejections } from './guard.ts'
import { openLog } from './log.ts'
import { countedChat, countedLog, countedMail } from './measure.ts'
import { openHome } from './open-home.ts'
import { openAccounts, sayAccounts } from './open-accounts.ts'
import { openTeams } from './open-teams.ts'
import { openSlack } from './open-slack.ts'
import { accessOf, openWeb, sayAccess } from './open-web.ts'
import { reviewLine } from './review-line.ts'
import { createReadiness, takePulse, type Pulse } from './readiness.ts'
import { belongingsNow, keepLibrary, type LiveLibrary } from './live-library.ts'
import { backupsIn } from './office-backups.ts'
import { homePorts, openOffice } from './open-office.ts'
import { closable, closeAll, farewell, untilStopped } from './stop.ts'
import { watchFolder } from './watch-folder.ts'
import { keepShared, sharedHomeOf } from './shared-home.ts'
import { waysOf } from './ways.ts'

export const start: Command = async (context, argv) => {
  if (argv.length > 0) return misused(context)
  // From the first moment on, because somebody may stop it while it is starting.
  const stopped = untilStopped(context.config)
  const library = await context.library()
  const letGo = await setOut(context)
  const { close: closeStore, ...kept } = await openHome(context)
  const metrics = openMetrics({ ...kept, version: versionOf(context.root), clock: context.clock })
  const log = openLog(context.config.logLevel)
  guardRejections(countedLog(log, metrics, 'app'))
  const pulse = takePulse(context.clock)
  const sending = closable(pulse.felt(kept.notices))
  const connections = new Map<Platform, Connection>()
  const shared = sharedHomeOf(context, kept.homeFiles, () => live.brokenSince() === undefined)
  const ports: Ports = {
    ...kept,
    ...homePorts(context, { journal: kept.journal, log, shared, renew: () => live.renew() }),
    notices: sending.notices,
    chat: countedChat(chatOver(connections), { meter: metrics, log }),
    directory: withVisitors(kept.directory, kept.people),
    authority,
    mail: mailOf(context.config, metrics),
    log: countedLog(log, metrics, 'app'),
    meter: metrics,
    clock: context.clock,
    newId: context.newId,
    newToken: () => randomBytes(32).toString('base64url'),
    publicUrl: linksLeadTo(context.config),
  }
  const app = createApp(ports, library, { alone: context.config.databaseUrl === undefined, pause: sending.pause })
  const live = keepLibrary(library, context, ports.log)
  live.whenNew((newer) => app.learn(newer))
  const last: string[] = []
  const leave = async () => void last.push(...farewell(await app.stop()))
  const closing: (() => Promise<void>)[] = [() => Promise.resolve(letGo?.()), closeStore, leave]
  let stopping = false
  const stopAll = () => {
    stopping = true
    sending.close()
    return closeAll(closing.toReversed(), log)
  }
  const ready = createReadiness({
    ...kept,
    connections: () => connections.values(),
    alive: pulse.last,
    stopping: () => stopping,
    notes: () => notesOn(live, context.clock()),
    clock: context.clock,
  })
  try {
    await open({ context, app, ports, connections, closing, live, kept, shared, metrics, log, pulse, ready })
  } catch (error) {
    await stopAll()
    throw error
  }
  await stopped
  context.out('Stopping…')
  await stopAll()
  last.forEach(context.out)
  return status.done
}

function misused(context: CommandContext): number {
  context.err('Usage: start. Settings come from the environment; manifest/README.md lists them.')
  return status.misuse
}

/** What should be put right by whoever looks after it, although the bot works. */
function notesOn(live: LiveLibrary, now: Date): readonly { readonly part: string; readonly what: string }[] {
  const { calendar } = live.now().school
  const terms = sayTerms(termsOn(dayIn(calendar.zone, now), calendar))
  const broken = live.brokenSince()
  const files =
    broken && `have had problems since ${broken.toISOString()}, so what was read before goes on: npm run inspect`
  return compact([
    terms !== undefined && { part: 'terms', what: terms },
    files !== undefined && { part: 'files', what: files },
  ])
}

function mailOf({ mail, proxy }: Config, metrics: Metrics): Mail {
  return countedMail(mail === undefined ? noMail : connectMail({ ...mail, proxy }), metrics)
}

/** Tried through the proxy, where there is one, and directly. */
async function setOut(context: CommandContext): Promise<(() => void) | undefined> {
  if (context.config.proxy !== undefined) (await import('../../adapters/proxy.ts')).useProxy(context.config.proxy)
  return holdAlone(context)
}

/** Undefined where several servers may share the school. */
async function holdAlone({ home, config }: CommandContext): Promise<(() => void) | undefined> {
  if (config.databaseUrl !== undefined) return undefined
  mkdirSync(home, { recursive: true })
  return (await import('../../adapters/store/serving.ts')).holdHome(home)
}

interface Opening {
  readonly context: CommandContext
  readonly app: App
  readonly ports: Ports
  readonly connections: Map<Platform, Connection>
  /** What to close at the end; the last opened is closed first. */
  readonly closing: (() => Promise<void>)[]
  readonly live: LiveLibrary
  readonly shared: SharedHome | undefined
  readonly kept: Pick<OpenStore, 'journal' | 'register' | 'addresses' | 'memberships' | 'thumbs'>
  readonly metrics: Metrics
  /** Counted as nobody’s. */
  readonly log: Log
  readonly pulse: Pulse
  readonly ready: ReturnType<typeof createReadiness>
}

async function open(opening: Opening): Promise<void> {
  const { context, app, ports, kept, connections, closing, live, metrics, log, pulse, ready } = opening
  const watchdog = watchOver({ alive: pulse.last })
  closing.push(watchdog.stop)
  const library = live.now()
  const { config, root } = context
  const access = accessOf(config)
  const portsOf = (platform: Platform): Ports => ({ ...ports, log: countedLog(log, metrics, platform) })
  const officeKey = ports.newToken()
  const office = officeOver(opening)
  const { memberships } = kept
  const meets = meeting({ ...ports, memberships }, belongingsNow(live))
  const accounts = await openAccounts(config, { ...ports, ...kept, meeting: meets, hear: app.hear })
  const all = { access, library: live.now, root, office, officeKey, accounts }
  const web = openWeb({ hear: app.hear, ports: portsOf('web'), ...all })
  connections.set('web', web)
  const slack = await openSlack(config.slack, { app, ports: portsOf('slack'), meeting: meets, memberships })
  if (slack !== undefined) {
    connections.set('slack', slack)
    closing.push(slack.close)
  }
  const teams = await openTeams(config.teams, { take: app.take, ...portsOf('teams'), ...kept, meeting: meets })
  if (teams !== undefined) {
    connections.set('teams', teams)
    closing.push(teams.close)
  }
  const server = await startServer({
    host: config.host,
    port: config.port,
    log: portsOf('web').log,
    behindProxy: config.publicUrl?.startsWith('https:') === true,
    ready,
    isStuck: watchdog.isStuck,
    responded: metrics.responded,
    mount: (express, programs) => {
      mountMetrics(express, { ...metrics, token: config.metricsToken })
      slack?.mount(programs)
      teams?.mount(express)
      web.mount(express)
    },
  })
  closing.push(web.close, server.close)
  const begin = beats(opening)

  context.out(`Policy Guide for ${library.school.name}`)
  context.out(`  web page   ${sayAccess(access, server.url)}`)
  if (access.kind === 'practice') context.out(`  office     ${server.url}/office/enter/${officeKey}`)
  const how = (name: string) => `off (adapters/${name}/README.md says how to connect)`
  context.out(`  Slack      ${slack?.health().what ?? how('slack')}`)
  context.out(`  Teams      ${teams?.health().what ?? how('teams')}`)
  context.out(`  accounts   ${sayAccounts(accounts)}`)
  context.out(`  email      ${config.mail === undefined ? 'off (SMTP_URL is not set)' : `by ${config.mail.host}`}`)
  context.out(`  reviews    ${await reviewLine(ports, { library, now: context.clock() })}`)
  context.out(`  kept in    ${config.home}`)
  context.out('Press Ctrl-C to stop.')
  begin()
}

/** Lets them begin. */
function beats({ context, app, ports, closing, live, pulse, shared }: Opening): () => void {
  const { clock, config } = context
  const watch = watchFolder({ home: config.home, folder: config.watchedFolder, ports, library: live.now })
  const beat = startBeat({
    clock,
    log: ports.log,
    async tick(now) {
      pulse.beat()
      live.look()
      await keepShared(shared, ports.log, live.renew)
      await app.tick(now)
      await watch(now).catch((error: unknown) =>
        ports.log.error({ error }, 'the watched folder could not be looked at'),
      )
      pulse.beat()
    },
  })
  // A beat of its own: a beat that sends to many people may take longer than readiness allows without a sign of life.
  const tending = startBeat({ clock, log: ports.log, tick: app.tend })
  closing.push(beat.stop, tending.stop)
  return () => {
    void tending.now()
    void beat.now()
  }
}

function officeOver({ context, ports, kept, live, shared }: Opening): Office {
  const { config, root } = context
  const backups = backupsIn(context)
  return openOffice({ home: config.home, root, ports, kept, live, tryWays: () => waysOf(context), backups, shared })
}

function versionOf(root: string): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).version
}

/** Where no other platform is connected, only practice is possible, and its links lead to this machine. */
function linksLeadTo({ publicUrl, host, port, slack, teams }: Config): string | undefined {
  if (publicUrl !== undefined) return publicUrl
  const alone = slack.botToken === undefined && teams.appId === undefined
  const practice = accessOf({ publicUrl, host }).kind === 'practice'
  return practice && alone && port !== 0 ? `http://${host.includes(':') ? `[${host}]` : host}:${port}` : undefined
}
