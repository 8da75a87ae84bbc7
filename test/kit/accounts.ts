// Serves the page with sign-in through the school's accounts: a tenant that speaks Entra's protocol, the whole bot, and
// people whom the bot has met in Teams.
import { connectEntra } from '../../adapters/entra/connect.ts'
import { checkEntraSettings } from '../../adapters/entra/settings.ts'
import type { Accounts } from '../../adapters/web/accounts.ts'
import type { Directory } from '../../src/ports/people.ts'
import type { Ports } from '../../src/ports/ports.ts'
import { admitting, joining } from '../../src/turn/admission.ts'
import type { Belongings } from '../../src/people/belongs.ts'
import { meeting, usualBelongings } from '../../src/turn/meeting.ts'
import { openEntra, type Entra, type TenantUser } from './entra.ts'
import { theLibrary } from './library.ts'
import { school, serveVisitors, wholeApp, type Visit } from './visit.ts'

export const [amir, bea, slt] = school

/** Their entries in the tenant. */
export const users = {
  amir: { oid: '11111111-aaaa-4aaa-8aaa-111111111111', name: 'Amir Haddad', email: 'a.haddad@school.example' },
  slt: { oid: '22222222-bbbb-4bbb-8bbb-222222222222', name: 'Joanna Okafor', email: 'j.okafor@school.example' },
  /** Somebody whom the bot has never met, and whose profile carries the head's name and address. */
  pupil: { oid: '33333333-cccc-4ccc-8ccc-333333333333', name: 'Joanna Okafor', email: 'j.okafor@school.example' },
} as const satisfies Record<string, TenantUser>

export interface WithAccounts {
  readonly visit: Visit
  readonly entra: Entra
  readonly accounts: Accounts
  close(): Promise<void>
}

export interface AccountsOptions {
  readonly publicUrl?: string
  readonly rules?: Belongings
  readonly people?: typeof school | readonly []
  readonly without?: 'tab' | 'page'
  readonly clientSecret?: string
}

/** Adds a person as the Teams roster reports them, with the address that Teams itself gives. */
export async function meetInTeams(
  { keep }: Directory,
  { oid, name, email }: (typeof users)['amir' | 'slt'],
): Promise<void> {
  await keep({ platform: 'teams', id: oid }, { name, email, roles: ['staff'] })
}

export async function serveAccounts(options: AccountsOptions = {}): Promise<WithAccounts> {
  const { publicUrl = 'https://policies.school.example', rules = usualBelongings, people = school, without } = options
  const entra = await openEntra(`${publicUrl}/school/back`, new URL(publicUrl).host)
  const page = { clientId: entra.clientId, clientSecret: options.clientSecret ?? entra.clientSecret }
  const checked = checkEntraSettings(
    {
      ...(without === 'page' ? {} : page),
      tenantId: entra.tenant,
      authorityUrl: entra.authorityUrl,
      tabUri: without === 'tab' ? undefined : entra.appUri,
    },
    { appId: entra.appId, publicUrl },
  )
  if (checked.kind !== 'settings') throw new Error(JSON.stringify(checked))
  let opened: Accounts | undefined
  let portsOf: Ports | undefined
  const connected = await connectEntra(checked.settings, () => portsOf?.clock() ?? new Date())
  const visit = await serveVisitors({
    people,
    access: { kind: 'links', publicUrl },
    behindProxy: true,
    app: (given) => {
      // Links that the bot sends start with the public address of this page.
      const ports: Ports = { ...given, publicUrl }
      portsOf = ports
      const whole = wholeApp(theLibrary())(ports)
      const all = { ...ports, meeting: meeting(ports, rules), hear: whole.hear }
      opened = { ...connected, admit: admitting(all), join: joining(all) }
      return { ...whole, accounts: opened }
    },
  })
  if (people.length > 0) {
    await meetInTeams(visit.ports.directory, users.amir)
    await meetInTeams(visit.ports.directory, users.slt)
  }
  if (opened === undefined) throw new Error('the page was not opened')
  return {
    visit,
    entra,
    accounts: opened,
    close: async () => {
      await Promise.all([visit.close(), entra.close()])
    },
  }
}
