// `doctor`: really tries every part, and prints what it found and what to do.
import { compact } from '../kit/defined.ts'
import { existsSync } from 'node:fs'
import { dayIn, sayDay } from '../kit/days.ts'
import { sayList } from '../kit/text.ts'
import type { KnownHead } from '../ports/evidence.ts'
import { sayOutside } from '../proof/words.ts'
import { sayTerms, termsOn } from '../year/terms.ts'
import type { Library } from '../turn/library.ts'
import type { Config } from '../config.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { checkBelonging, staffGroup } from './belonging-line.ts'
import { checkSlack, checkTeams, lastKnownIn, type CheckRow } from './doctor-chats.ts'
import { databaseFile, halfRestored, whereEmpty } from './home.ts'
import { lookAtFile } from './look-at-file.ts'
import { checkAccounts } from './doctor-accounts.ts'
import { openHome } from './open-home.ts'
import { checkShared } from './shared-home.ts'
import { openDoubts } from '../office/edition-files.ts'
import { keyLine } from './key-line.ts'
import { checkEscalation } from './escalation-line.ts'
import { checkMail } from './doctor-mail.ts'
import { lookAtReviews } from './review-line.ts'
import { sampleIn } from '../office/sample.ts'

export const doctor: Command = async (context, argv) => {
  if (argv.length > 0) {
    context.err('Usage: doctor. It needs no arguments.')
    return status.misuse
  }
  if (context.config.proxy !== undefined) (await import('../../adapters/proxy.ts')).useProxy(context.config.proxy)
  const aboutSlack = { staff: await staffGroup(context, 'slack'), lastKnown: lastKnownIn(context, 'slack') }
  const aboutTeams = { staff: await staffGroup(context, 'teams'), lastKnown: lastKnownIn(context, 'teams') }
  const parts = [
    { part: 'program', rows: [checkNode(process.versions.node)] },
    { part: 'knowledge', rows: await checkKnowledge(context) },
    { part: 'calendar', rows: [await checkTerms(context)] },
    { part: 'reminders', rows: [await checkEscalation(context)] },
    { part: 'sample', rows: await checkSample(context) },
    { part: 'imports', rows: [await checkImports(context)] },
    { part: 'database', rows: await checkDatabase(context) },
    { part: 'reviews', rows: [await checkReviews(context)] },
    { part: 'proxy', rows: await checkProxy(context.config, aboutTeams.staff) },
    { part: 'email', rows: await checkMail(context.config.mail, context.config.proxy) },
    { part: 'slack', rows: await checkSlack(context.config.slack, context.clock, aboutSlack) },
    { part: 'teams', rows: await checkTeams(context.config.teams, context.clock, aboutTeams) },
    { part: 'accounts', rows: await checkAccounts(context.config) },
  ]
  for (const line of showTable(parts)) context.out(line)
  return parts.some(({ rows }) => rows.some(({ ok }) => !ok)) ? status.no : status.done
}

function checkNode(version: string): CheckRow {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const ok = major > 20 || (major === 20 && minor >= 20)
  return { check: 'node', ok, what: version, fix: ok ? '' : 'Install Node 20.20 or newer.', needed: true }
}

async function checkKnowledge(context: CommandContext): Promise<readonly CheckRow[]> {
  try {
    const library = await context.library()
    const { policies, scenarios, aside = [] } = library
    const left = aside.length === 0 ? '' : `, left out: ${sayList(aside.map(({ id }) => id))}`
    const what = `policies: ${policies.length}, scenarios: ${scenarios.length}${left}`
    return [{ check: 'files', ok: true, what, fix: '', needed: true }, ...checkWaiting(library)]
  } catch (error) {
    const what = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'cannot be read'
    return [
      { check: 'files', ok: false, what, fix: 'npm run inspect lists every problem with its line.', needed: true },
    ]
  }
}

/** Without the next terms, nobody will be written to before long. */
async function checkTerms(context: CommandContext): Promise<CheckRow> {
  const check = 'terms'
  try {
    const { calendar } = (await context.library()).school
    const terms = termsOn(dayIn(calendar.zone, context.clock()), calendar)
    const what = sayTerms(terms)
    if (what !== undefined)
      return { check, ok: false, what, fix: 'Write them into school.yaml: calendar, terms.', needed: true }
    const known = 'ends' in terms ? `known until ${sayDay(terms.ends)}` : 'none are written down: it is term all year'
    return { check, ok: true, what: known, fix: '', needed: false }
  } catch {
    return { check, ok: true, what: 'not looked at (see above)', fix: '', needed: false }
  }
}

/** What was written for other texts is left out. That is not a fault, but a person should look at it. */
function checkWaiting({ waiting = [] }: Library): readonly CheckRow[] {
  const shown = waiting.slice(0, mostWaiting).map(({ file, line, what, fix }): CheckRow => ({
    check: 'waits',
    ok: true,
    what: `${file}:${line} ${what}`,
    fix,
    needed: false,
  }))
  const more = waiting.length - shown.length
  if (more === 0) return shown
  return [
    ...shown,
    { check: 'waits', ok: true, what: `${more} more`, fix: 'npm run inspect lists them all.', needed: false },
  ]
}

/** What nobody has changed yet: placeholders, and the sample's own name and policy. */
async function checkSample(context: CommandContext): Promise<readonly CheckRow[]> {
  try {
    const found = sampleIn(await context.library())
    if (found.length === 0)
      return [{ check: 'settings', ok: true, what: 'nothing is the sample’s any more', fix: '', needed: true }]
    return found.map(({ what, fix, step }) => ({
      check: step,
      ok: true,
      what,
      fix: `${fix} In the office, or in the home’s school.yaml.`,
      needed: false,
    }))
  } catch {
    // What is wrong with the files was said above.
    return []
  }
}

const mostWaiting = 5

/** What imports left open is no fault of the installation, so it never fails. */
async function checkImports(context: CommandContext): Promise<CheckRow> {
  const shown = (what: string) => ({ check: 'doubts', ok: true, what, fix: '', needed: false })
  try {
    const open = openDoubts(context.home, await context.library())
    if (open.length === 0) return shown('nothing is open')
    return shown(open.map(({ edition, what }) => `${edition}: ${what}`).join(' · '))
  } catch {
    return shown('not looked at (see above)')
  }
}

/** Opens it as `start` would; a home without a database is not given one. */
async function checkDatabase(context: CommandContext): Promise<readonly CheckRow[]> {
  const { home, config } = context
  const file = databaseFile(home)
  const where = config.databaseUrl === undefined ? file : 'PostgreSQL (DATABASE_URL)'
  if (config.databaseUrl === undefined && !existsSync(file) && halfRestored(home) === undefined) {
    return [{ check: 'file', ok: true, what: `${file} (made by the first start)`, fix: '', needed: true }]
  }
  try {
    return (await checkWhole(context)) ?? (await checkOpened(context, where))
  } catch (error) {
    const what = error instanceof Error ? error.message : 'cannot be opened'
    return [
      { check: 'opened', ok: false, what, fix: 'Nothing was changed. Put it right, and try again.', needed: true },
    ]
  }
}

/** Undefined where it is whole. */
async function checkWhole({ home, config }: CommandContext): Promise<readonly CheckRow[] | undefined> {
  const notWhole = await lookAtFile({ home, config })
  if (notWhole?.outcome === 'empty' && config.databaseUrl !== undefined)
    return [{ check: 'server', ok: true, what: `${notWhole.what} The first start fills it.`, fix: '', needed: true }]
  if (notWhole?.outcome === 'empty') {
    const fix = `Nothing was changed. ${whereEmpty}`
    return [{ check: 'file', ok: false, what: notWhole.what, fix, needed: true }]
  }
  if (notWhole?.outcome === 'damaged') {
    const fix = 'Nothing was changed.'
    return [{ check: 'file', ok: false, what: notWhole.what, fix, needed: true }]
  }
  return undefined
}

async function checkOpened(context: CommandContext, where: string): Promise<readonly CheckRow[]> {
  const open = await openHome(context)
  const look = Promise.all([
    open.journal.head(),
    open.journal.knownHead(),
    checkBelonging(context, open),
    checkShared(context, open.homeFiles),
  ])
  const [head, known, belonging, shared] = await look.finally(open.close)
  const what = `${where}, ${head.seq} journal ${head.seq === 1 ? 'entry' : 'entries'}`
  const key = { check: 'key', ok: true, what: keyLine(context.home), fix: '', needed: false }
  const opened = { check: 'opened', ok: true, what, fix: '', needed: true }
  return [opened, await checkOutside(context, known), key, ...belonging, ...shared]
}

/** Without a head that somebody outside holds, nothing shows that the whole journal was not rewritten. */
async function checkOutside(context: CommandContext, known: KnownHead | undefined): Promise<CheckRow> {
  const zone = await context.library().then(
    ({ school }) => school.zone,
    () => 'UTC',
  )
  return { check: 'head', ok: true, what: sayOutside(known, zone), fix: '', needed: false }
}

/** No fault of the installation, so it never fails; but whoever installs it should know. */
async function checkReviews(context: CommandContext): Promise<CheckRow> {
  const found = await lookAtReviews(context)
  return { check: 'due', ok: true, what: found ?? 'not looked at (see above)', fix: '', needed: false }
}

/** Hop by hop, because each is somebody else's to mend. */
async function checkProxy(config: Config, staff: string | undefined): Promise<readonly CheckRow[]> {
  const { proxy } = config
  if (proxy === undefined)
    return [{ check: 'settings', ok: true, what: 'off (HTTPS_PROXY is not set)', fix: '', needed: false }]
  const { tryHops } = await import('../../adapters/proxy.ts')
  const rows: CheckRow[] = []
  for (const { protocol, hostname, port } of beyond(config, staff).map((url) => new URL(url))) {
    if (protocol !== 'https:') continue
    for (const { hop, ok, what } of await tryHops(proxy, { host: hostname, port: port === '' ? 443 : Number(port) }))
      rows.push({ check: hop, ok, what, fix: ok ? '' : hopFixes[hop], needed: true })
  }
  return rows
}

/** The addresses that must be reachable through it. */
function beyond(
  { slack, teams, entra }: Pick<Config, 'slack' | 'teams' | 'entra'>,
  staff: string | undefined,
): readonly string[] {
  const accounts = entra.clientId ?? entra.tabUri
  return compact([
    slack.botToken !== undefined && (slack.apiUrl ?? 'https://slack.com'),
    slack.botToken !== undefined && 'https://wss-primary.slack.com',
    teams.appId !== undefined && (teams.loginUrl ?? 'https://login.microsoftonline.com'),
    teams.appId !== undefined && 'https://smba.trafficmanager.net',
    accounts !== undefined && (entra.authorityUrl ?? 'https://login.microsoftonline.com'),
    graphFor(teams, staff),
  ])
}

/** Where groups are read from, where a setting names one. */
function graphFor({ appId, slt, graphUrl }: Config['teams'], staff: string | undefined): string | undefined {
  if (appId === undefined || (staff ?? slt) === undefined) return undefined
  return graphUrl ?? 'https://graph.microsoft.com'
}

const hopFixes = {
  proxy: 'Compare HTTPS_PROXY with what the school’s network says: name, port, user and password.',
  through: 'Ask whoever runs the proxy to allow CONNECT to this host on its port, or name it in NO_PROXY.',
  trust:
    'Where the proxy opens what is encrypted, put the school’s own authority into a file and name it in NODE_EXTRA_CA_CERTS.',
} as const

function showTable(parts: readonly { readonly part: string; readonly rows: readonly CheckRow[] }[]): string[] {
  const all = parts.flatMap(({ part, rows }) => rows.map((row) => ({ name: `${part}: ${row.check}`, ...row })))
  const width = Math.max(...all.map(({ name }) => name.length))
  return all.flatMap(({ name, ok, needed, what, fix }) =>
    compact([
      `${wordFor(ok, needed).padEnd(7)}  ${name.padEnd(width)}  ${what}`,
      fix !== '' && `${' '.repeat(7)}  ${' '.repeat(width)}  → ${fix}`,
    ]),
  )
}

function wordFor(ok: boolean, needed: boolean): string {
  if (ok) return 'ok'
  return needed ? 'WRONG' : 'missing'
}
