// Checks whether Teams would work: a real token is requested and the keys are fetched, and each problem is shown with
// its reason and what to do.
import { z } from 'zod'
import { sleep } from '../../src/kit/wait.ts'
import type { TeamsSettings } from './settings.ts'
import { createTokens, type Token } from './tokens.ts'

export interface DoctorRow {
  readonly check: string
  readonly ok: boolean
  /** What was found. Never a secret. */
  readonly what: string
  /** What to do; empty where nothing needs doing. */
  readonly fix: string
  /** False where the bot starts all the same, without what the row is about. */
  readonly needed: boolean
}

export async function doctorTeams(settings: TeamsSettings, clock: () => Date): Promise<DoctorRow[]> {
  if (settings.identity.kind === 'local') return []
  const token = await createTokens({ ...settings, clock, wait: sleep }).get()
  return [tokenRow(token), ...(await checkKeys(settings, clock))]
}

const signedIn = 'Entra gives the bot a token'

export function tokenRow(token: Token): DoctorRow {
  const check = 'sign-in'
  switch (token.kind) {
    case 'token':
    case 'none':
      return { check, ok: true, what: signedIn, fix: '', needed: true }
    case 'silent':
      return { check, ok: false, what: `Entra cannot be reached (${token.why})`, fix: networkFix, needed: true }
    case 'refused':
      return { check, ok: false, what: `Entra says: ${token.error}`, fix: adviceOn(token.error), needed: true }
  }
}

const networkFix = 'Check the network, the firewall and the proxy of this machine: outgoing HTTPS is needed.'

const advice: readonly (readonly [RegExp, string])[] = [
  [
    /AADSTS7000215/,
    'MICROSOFT_APP_PASSWORD is not one of the app’s secrets. Copy the secret’s Value, not its “Secret ID”; where it is lost, make a new one.',
  ],
  [/AADSTS7000222/, 'The client secret has run out. Make a new one under “Certificates & secrets”.'],
  [
    /AADSTS700027|AADSTS700016.*cert/,
    'Entra does not know this certificate. Upload it under “Certificates & secrets”.',
  ],
  [
    /AADSTS700016|unauthorized_client/,
    'There is no such app in this tenant. Compare MICROSOFT_APP_ID and MICROSOFT_APP_TENANT_ID with the app’s “Overview”, and MICROSOFT_APP_TYPE with the Azure Bot’s “Configuration”.',
  ],
  [/AADSTS90002|AADSTS900021/, 'There is no such tenant. Copy “Directory (tenant) ID” from the app’s “Overview”.'],
  [
    /invalid_client/,
    'The app id, its secret (or certificate) and the tenant do not belong together. Compare all three with the app’s pages on https://entra.microsoft.com.',
  ],
]

function adviceOn(error: string): string {
  const found = advice.find(([sign]) => sign.test(error))
  return (
    found?.[1] ??
    'Look the code up on https://login.microsoftonline.com/error, and compare the settings with the app’s pages.'
  )
}

const Metadata = z.object({ issuer: z.string(), jwks_uri: z.url() })

/** The keys with which everything from Teams is checked; and the time, because tokens are valid for minutes. */
async function checkKeys({ endpoints }: TeamsSettings, clock: () => Date): Promise<DoctorRow[]> {
  const check = 'keys of Teams'
  const bad = (what: string): DoctorRow => ({ check, ok: false, what, fix: networkFix, needed: true })
  try {
    const asked = { redirect: 'error', signal: AbortSignal.timeout(10_000) } as const
    const answer = await fetch(endpoints.openIdMetadataUrl, asked)
    const metadata = Metadata.safeParse(await answer.json().catch(() => undefined))
    if (!metadata.success) return [bad(`${new URL(endpoints.openIdMetadataUrl).host} answered with something else`)]
    const keys = await fetch(metadata.data.jwks_uri, asked)
    await keys.body?.cancel()
    if (!keys.ok) return [bad(`the keys cannot be had (HTTP ${keys.status})`)]
    return [
      { check, ok: true, what: 'can be had', fix: '', needed: true },
      checkClock(answer.headers.get('date'), clock()),
    ]
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
    const why = code ?? (cause instanceof Error ? cause.message : 'no answer')
    return [bad(`${new URL(endpoints.openIdMetadataUrl).host} cannot be reached (${why})`)]
  }
}

function checkClock(header: string | null, now: Date): DoctorRow {
  const date = Date.parse(header ?? '')
  const row = { check: 'clock', ok: true, fix: '', needed: true }
  if (Number.isNaN(date)) return { ...row, what: 'Microsoft did not say what time it is' }
  const minutes = Math.round((now.getTime() - date) / 60_000)
  if (Math.abs(minutes) < 4) return { ...row, what: 'agrees with Microsoft’s' }
  return {
    ...row,
    ok: false,
    what: `this machine’s clock is ${Math.abs(minutes)} minutes ${minutes < 0 ? 'behind' : 'ahead'}; tokens allow for five`,
    fix: 'Turn on time synchronisation (Linux: timedatectl set-ntp true).',
  }
}

/** The rows with problems, for the message of a start that fails. */
export function sayTrouble(rows: readonly DoctorRow[]): string {
  return [
    'Teams cannot be connected:',
    ...rows.map(({ check, what, fix }) => `  ${check}: ${what}\n    ${fix}`),
    'Nothing was lost. Put it right and start again; npm run doctor checks it.',
  ].join('\n')
}
