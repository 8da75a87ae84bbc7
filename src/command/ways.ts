// How people reach the bot, each way tried: for the office, in the words of `doctor`.
import type { Tried } from '../office/world.ts'
import type { CommandContext } from './context.ts'
import { checkAccounts } from './doctor-accounts.ts'
import { checkSlack, checkTeams, type CheckRow } from './doctor-chats.ts'
import { checkMail } from './doctor-mail.ts'

export async function waysOf(context: Pick<CommandContext, 'config' | 'clock'>): Promise<readonly Tried[]> {
  const { config, clock } = context
  const [slack, teams, accounts, mail] = await Promise.all([
    checkSlack(config.slack, clock),
    checkTeams(config.teams, clock),
    checkAccounts(config),
    checkMail(config.mail, config.proxy),
  ])
  return [
    ...slack.map(named('Slack')),
    ...teams.map(named('Microsoft Teams')),
    ...accounts.map(named('School accounts')),
    ...mail.map(named('Email')),
    pageOf(config.publicUrl),
  ]
}

const named =
  (name: string) =>
  ({ check, ok, needed, what, fix }: CheckRow): Tried => ({
    name: `${name}: ${check}`,
    ok: ok && needed,
    what: ok ? what : `${what} ${fix}`,
  })

function pageOf(publicUrl: string | undefined): Tried {
  const name = 'Web page for everybody'
  if (publicUrl !== undefined) return { name, ok: true, what: `People come in at ${publicUrl}.` }
  return {
    name,
    ok: false,
    what: 'Only this computer sees the page. Whoever looks after the server sets PUBLIC_URL to its address.',
  }
}
