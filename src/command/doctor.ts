// `doctor`: looks at every part with a real try, and prints what was found and what to do.
import { existsSync } from 'node:fs'
import type { DoctorRow } from '../../adapters/slack/doctor.ts'
import { checkSlackSettings } from '../../adapters/slack/settings.ts'
import { checkTeamsSettings } from '../../adapters/teams/settings.ts'
import type { Config, SlackVariables, TeamsVariables } from '../config.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { databaseFile, halfRestored } from './home.ts'
import { lookAtFile } from './look-at-file.ts'
import { openHome } from './open-home.ts'
import { lookAtReviews } from './review-line.ts'

type Row = Pick<DoctorRow, 'check' | 'ok' | 'what' | 'fix' | 'needed'>

export const doctor: Command = async (context, argv) => {
  if (argv.length > 0) {
    context.err('Usage: doctor. It needs no arguments.')
    return status.misuse
  }
  const parts = [
    { part: 'program', rows: [checkNode(process.versions.node)] },
    { part: 'knowledge', rows: [await checkKnowledge(context)] },
    { part: 'database', rows: [await checkDatabase(context)] },
    { part: 'reviews', rows: [await checkReviews(context)] },
    { part: 'email', rows: [await checkMail(context.config.mail)] },
    { part: 'slack', rows: await checkSlack(context.config.slack, context.clock) },
    { part: 'teams', rows: await checkTeams(context.config.teams, context.clock) },
  ]
  for (const line of showTable(parts)) context.out(line)
  return parts.some(({ rows }) => rows.some(({ ok }) => !ok)) ? status.no : status.done
}

function checkNode(version: string): Row {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const ok = major > 20 || (major === 20 && minor >= 20)
  return { check: 'node', ok, what: version, fix: ok ? '' : 'Install Node 20.20 or newer.', needed: true }
}

async function checkKnowledge(context: CommandContext): Promise<Row> {
  try {
    const { policies, scenarios } = await context.library()
    return {
      check: 'files',
      ok: true,
      what: `policies: ${policies.length}, scenarios: ${scenarios.length}`,
      fix: '',
      needed: true,
    }
  } catch (error) {
    const what = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'cannot be read'
    return { check: 'files', ok: false, what, fix: 'npm run inspect lists every problem with its line.', needed: true }
  }
}

/** Opens it as `start` would; a home without a database is not given one. */
async function checkDatabase({ home, config, newId, clock }: CommandContext): Promise<Row> {
  const file = databaseFile(home)
  const where = config.databaseUrl === undefined ? file : 'PostgreSQL (DATABASE_URL)'
  if (config.databaseUrl === undefined && !existsSync(file) && halfRestored(home) === undefined) {
    return { check: 'file', ok: true, what: `${file} (made by the first start)`, fix: '', needed: true }
  }
  const notWhole = await lookAtFile({ home, config })
  if (notWhole?.outcome === 'damaged') {
    const fix = 'Nothing was changed.'
    return { check: 'file', ok: false, what: notWhole.what, fix, needed: true }
  }
  try {
    const open = await openHome({ home, config, newId, clock })
    const [head, known] = await Promise.all([open.journal.head(), open.journal.knownHead()]).finally(open.close)
    const outside = known === undefined ? 'no head of it known outside' : `head ${known.seq} known outside`
    return {
      check: 'opened',
      ok: true,
      what: `${where}, ${head.seq} journal entries, ${outside}`,
      fix: '',
      needed: true,
    }
  } catch (error) {
    const what = error instanceof Error ? error.message : 'cannot be opened'
    return { check: 'opened', ok: false, what, fix: 'Nothing was changed. Put it right, and try again.', needed: true }
  }
}

/** Nothing that is wrong with the installation, so it never fails; but whoever installs it should know. */
async function checkReviews(context: CommandContext): Promise<Row> {
  const found = await lookAtReviews(context)
  return { check: 'due', ok: true, what: found ?? 'not looked at (see above)', fix: '', needed: false }
}

async function checkMail(settings: Config['mail']): Promise<Row> {
  if (settings === undefined) {
    return { check: 'settings', ok: true, what: 'off (SMTP_URL is not set)', fix: '', needed: false }
  }
  const { tryMail } = await import('../../adapters/mail/connect.ts')
  const tried = await tryMail(settings)
  const where = `${settings.host}, port ${settings.port}`
  if (tried.kind === 'sent') return { check: 'server', ok: true, what: `${where} lets us in`, fix: '', needed: true }
  const fix = 'Compare SMTP_URL with what your mail provider says: name, password, port, smtp: or smtps:.'
  return { check: 'server', ok: false, what: `${where}: ${tried.what}`, fix, needed: true }
}

async function checkSlack(variables: SlackVariables, clock: () => Date): Promise<readonly Row[]> {
  const checked = checkSlackSettings(variables)
  switch (checked.kind) {
    case 'off':
      return [{ check: 'settings', ok: true, what: 'off (SLACK_BOT_TOKEN is not set)', fix: '', needed: false }]
    case 'problems':
      return checked.problems.map(({ what, fix }) => ({ check: 'settings', ok: false, what, fix, needed: true }))
    case 'settings': {
      // Loaded only when there is something to look at.
      const { doctorSlack } = await import('../../adapters/slack/doctor.ts')
      const mode = checked.settings.mode.kind === 'socket' ? 'Socket Mode' : 'HTTP at /slack/events'
      const notes = [mode, ...checked.notes].join('. ')
      return [
        { check: 'settings', ok: true, what: notes, fix: '', needed: true },
        ...(await doctorSlack(checked.settings, clock)),
      ]
    }
  }
}

async function checkTeams(variables: TeamsVariables, clock: () => Date): Promise<readonly Row[]> {
  const checked = checkTeamsSettings(variables)
  switch (checked.kind) {
    case 'off': {
      const what = `off (MICROSOFT_APP_ID is not set)${checked.hint === undefined ? '' : `. ${checked.hint}`}`
      return [{ check: 'settings', ok: true, what, fix: '', needed: false }]
    }
    case 'problems':
      return checked.problems.map(({ what, fix }) => ({ check: 'settings', ok: false, what, fix, needed: true }))
    case 'settings': {
      const { doctorTeams } = await import('../../adapters/teams/doctor.ts')
      const notes = ['HTTP at /api/messages', ...checked.notes].join('. ')
      return [
        { check: 'settings', ok: true, what: notes, fix: '', needed: true },
        ...(await doctorTeams(checked.settings, clock)),
      ]
    }
  }
}

function showTable(parts: readonly { readonly part: string; readonly rows: readonly Row[] }[]): string[] {
  const all = parts.flatMap(({ part, rows }) => rows.map((row) => ({ name: `${part}: ${row.check}`, ...row })))
  const width = Math.max(...all.map(({ name }) => name.length))
  return all.flatMap(({ name, ok, needed, what, fix }) => [
    `${wordFor(ok, needed).padEnd(7)}  ${name.padEnd(width)}  ${what}`,
    ...(fix === '' ? [] : [`${' '.repeat(7)}  ${' '.repeat(width)}  → ${fix}`]),
  ])
}

function wordFor(ok: boolean, needed: boolean): string {
  if (ok) return 'ok'
  return needed ? 'WRONG' : 'missing'
}
