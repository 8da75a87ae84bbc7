// What `doctor` says about email: each hop on the way to the server, and whose it is to mend the one that fails.
import type { Config } from '../config.ts'
import type { MailHopName } from '../../adapters/mail/hops.ts'

export interface MailRow {
  readonly check: MailHopName | 'settings'
  readonly ok: boolean
  readonly what: string
  readonly fix: string
  readonly needed: boolean
}

export async function checkMail(settings: Config['mail'], proxy?: Config['proxy']): Promise<readonly MailRow[]> {
  if (settings === undefined)
    return [{ check: 'settings', ok: true, what: 'off (SMTP_URL is not set)', fix: '', needed: false }]
  const { tryMailHops } = await import('../../adapters/mail/hops.ts')
  const hops = await tryMailHops({ ...settings, proxy })
  return hops.map(({ hop, ok, what }) => ({ check: hop, ok, what, fix: ok ? '' : fixes[hop], needed: true }))
}

const fixes = {
  name: 'Compare the server’s name in SMTP_URL with what your mail provider says. If it is right, this machine’s network does not look names up: ask whoever runs it.',
  connection:
    'Compare the port in SMTP_URL with what your mail provider says (587, 465 or 25). If it is right, a firewall stops it: ask whoever runs the network to let this machine out on it.',
  proxy:
    'Ask whoever runs the proxy to allow CONNECT to this server on its port, or to let this machine reach it directly.',
  greeting:
    'Something else may answer on this port: compare it in SMTP_URL. With a number, the server refuses this machine: ask your mail provider whether it may send from here.',
  encryption:
    'Compare smtp: and smtps: in SMTP_URL: port 465 is smtps, 587 and 25 are smtp. Where a certificate is not trusted, put the school’s own authority into a file and name it in NODE_EXTRA_CA_CERTS.',
  login:
    'Compare name and password in SMTP_URL. There, @ is written %40, : is %3A and / is %2F; some providers want a password made for programs.',
  sender:
    'The server does not let this account write as MAIL_FROM. Set it to an address of this account, or have your mail provider allow it.',
} as const
