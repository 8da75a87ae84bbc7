// Checks whether Slack would work: each setting is tried with a real call, and each problem is shown with its reason
// and what to do.
import type { DoctorRow } from '../../src/ports/doctor.ts'
import { z } from 'zod'
import type { AboutGroups } from '../../src/ports/memberships.ts'
import { probeGroups } from './doctor-groups.ts'
import { adviceOn, newAppToken } from './advice.ts'
import { scopes } from './names.ts'
import { appOfToken } from './ours.ts'
import type { SlackSettings } from './settings.ts'
import { tryCall } from './try-call.ts'

/** Who the bot is, according to Slack. */
export interface Identity {
  readonly user: string
  readonly bot: string
  readonly team: string
  readonly teamName: string
  /** On Enterprise Grid: the organisation, all of whose workspaces belong to the school. */
  readonly enterprise: string | undefined
}

const nothing: AboutGroups = { staff: undefined, lastKnown: () => Promise.resolve(undefined) }

export async function doctorSlack(
  settings: SlackSettings,
  clock: () => Date,
  about: AboutGroups = nothing,
): Promise<readonly DoctorRow[]> {
  const { identity, rows } = await probeBot(settings, clock)
  // Where Slack cannot be reached, every further call would say the same.
  if (rows.some(({ check }) => check === 'network')) return rows
  // Without a bot that Slack knows, each group would be refused for the same reason.
  const groups = identity === undefined ? [] : await probeGroups(settings, about)
  const { mode } = settings
  const app = mode.kind === 'socket' ? [await probeApp(settings, mode.appToken, identity)] : [secretRow]
  return [...rows, ...groups, ...app]
}

/** What the bot token can do. There is no identity where Slack does not accept it. */
export async function probeBot(
  settings: SlackSettings,
  clock: () => Date,
): Promise<{ readonly identity: Identity | undefined; readonly rows: DoctorRow[] }> {
  const answer = await tryCall(settings, 'auth.test')
  if (answer.kind === 'silent') return { identity: undefined, rows: [unreachable(settings, answer.why)] }
  const clockRow = checkClock(answer.date, settings, clock())
  const identity = Test.safeParse(answer.body)
  if (!identity.success) return { identity: undefined, rows: [refused('bot token', answer.body), clockRow] }
  const {
    user_id: user,
    bot_id: bot,
    team_id: team,
    team: teamName,
    user: name,
    enterprise_id: enterprise,
  } = identity.data
  return {
    identity: { user, bot, team, teamName, enterprise: enterprise ?? undefined },
    rows: [
      { check: 'bot token', ok: true, what: `${name} in ${teamName}`, fix: '', needed: true },
      ...checkScopes(answer.scopes),
      clockRow,
    ],
  }
}

const Test = z.object({
  ok: z.literal(true),
  user_id: z.string(),
  bot_id: z.string(),
  team_id: z.string(),
  team: z.string().default('the workspace'),
  enterprise_id: z.string().nullish(),
  user: z.string().default('the bot'),
})

async function probeApp(settings: SlackSettings, appToken: string, bot: Identity | undefined): Promise<DoctorRow> {
  const answer = await tryCall(settings, 'apps.connections.open', { token: appToken })
  if (answer.kind === 'silent') return unreachable(settings, answer.why)
  const opened = z.object({ ok: z.literal(true) }).safeParse(answer.body)
  if (!opened.success) return refused('app token', answer.body)
  const [ours, theirs] = [await appOfBot(settings, bot), appOfToken(appToken)]
  if (ours === undefined || theirs === undefined || ours === theirs)
    return { check: 'app token', ok: true, what: 'Socket Mode can connect', fix: '', needed: true }
  return {
    check: 'app token',
    ok: false,
    what: `it is of another app (${theirs}) than the bot token (${ours}), so the bot would hear nothing`,
    fix: `Choose the app ${ours} on https://api.slack.com/apps/${ours}, then ${newAppToken}`,
    needed: true,
  }
}

/** Undefined where Slack does not say, for example without the scope users:read. */
async function appOfBot(settings: SlackSettings, bot: Identity | undefined): Promise<string | undefined> {
  if (bot === undefined) return undefined
  const answer = await tryCall(settings, 'bots.info', { args: { bot: bot.bot } })
  return answer.kind === 'answer' ? Bot.safeParse(answer.body).data?.bot.app_id : undefined
}

const Bot = z.object({ ok: z.literal(true), bot: z.object({ app_id: z.string() }) })

const secretRow: DoctorRow = {
  check: 'signing secret',
  ok: true,
  what: 'set; only a request from Slack can show that it is the right one',
  fix: '',
  needed: true,
}

function checkScopes(granted: readonly string[] | undefined): DoctorRow[] {
  if (granted === undefined) {
    return [{ check: 'scopes', ok: true, what: 'Slack did not say which are granted', fix: '', needed: false }]
  }
  const missing = Object.entries(scopes).filter(([scope]) => !granted.includes(scope))
  if (missing.length === 0) {
    return [{ check: 'scopes', ok: true, what: `all ${Object.keys(scopes).length} granted`, fix: '', needed: true }]
  }
  return missing.map(([scope, { why, needed }]) => ({
    check: `scope ${scope}`,
    ok: false,
    what: `not granted; it is there ${why}`,
    fix: `Add ${scope} under “OAuth & Permissions”, “Bot Token Scopes” (or paste the manifest again), then reinstall the app.`,
    needed,
  }))
}

/** Slack accepts requests whatever our clock says, but we refuse Slack's requests when it is wrong. */
function checkClock(date: Date | undefined, { mode }: SlackSettings, now: Date): DoctorRow {
  const needed = mode.kind === 'http'
  if (date === undefined)
    return { check: 'clock', ok: true, what: 'Slack did not say what time it is', fix: '', needed }
  const minutes = Math.round((now.getTime() - date.getTime()) / 60_000)
  if (Math.abs(minutes) < 4) return { check: 'clock', ok: true, what: 'agrees with Slack’s', fix: '', needed }
  return {
    check: 'clock',
    ok: false,
    what: `this machine’s clock is ${Math.abs(minutes)} minutes ${minutes < 0 ? 'behind' : 'ahead'}; Slack’s signatures hold for five`,
    fix: 'Turn on time synchronisation (Linux: timedatectl set-ntp true).',
    needed,
  }
}

function unreachable({ apiUrl }: SlackSettings, why: string): DoctorRow {
  return {
    check: 'network',
    ok: false,
    what: `${new URL(apiUrl).host} cannot be reached (${why})`,
    fix: 'Check the network, the firewall and the proxy of this machine; only outgoing HTTPS is needed.',
    needed: true,
  }
}

/** The rows with problems, for the message of a start that fails. */
export function sayTrouble(rows: readonly DoctorRow[]): string {
  const lines = rows.map(({ check, what, fix }) => `  ${check}: ${what}\n    ${fix}`)
  return [
    'Slack cannot be connected:',
    ...lines,
    'Nothing was lost. Put it right and start again; npm run doctor checks it.',
  ].join('\n')
}

/** What Slack's `{ ok: false, error }` means for whoever set it up. */
export function refused(check: string, body: unknown): DoctorRow {
  const read = z.object({ error: z.string() }).safeParse(body)
  const error = read.success ? read.data.error : 'an answer that is none of Slack’s'
  return {
    check,
    ok: false,
    what: `Slack says: ${error}`,
    fix:
      adviceOn(error, check) ??
      'Check SLACK_API_URL if it is set, and the app’s settings on https://api.slack.com/apps.',
    needed: true,
  }
}
