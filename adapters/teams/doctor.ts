// Checks whether Teams would work: a real token is requested and the keys are fetched, and each problem is shown with
// its reason and what to do.
import type { DoctorRow } from '../../src/ports/doctor.ts'
import { z } from 'zod'
import { sleep } from '../../src/kit/wait.ts'
import { adviceOn, networkFix } from './advice.ts'
import type { AboutGroups } from '../../src/ports/memberships.ts'
import { whyUnreached } from '../unreached.ts'
import { probeEntraGroups } from './doctor-groups.ts'
import { graphOver } from './graph.ts'
import type { TeamsSettings } from './settings.ts'
import { createTokens, type Token } from './tokens.ts'

const nothing: AboutGroups = { staff: undefined, lastKnown: () => Promise.resolve(undefined) }

export async function doctorTeams(
  settings: TeamsSettings,
  clock: () => Date,
  about: AboutGroups = nothing,
): Promise<DoctorRow[]> {
  if (settings.identity.kind === 'local') return []
  const token = await createTokens({ ...settings, clock, wait: sleep }).get()
  const { leaders } = settings
  const graph = graphOver(settings, { clock, wait: sleep })
  return [
    tokenRow(token),
    ...(await checkKeys(settings, clock)),
    ...(await probeEntraGroups({ ...about, leaders, graph })),
  ]
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
    return [bad(`${new URL(endpoints.openIdMetadataUrl).host} cannot be reached (${whyUnreached(error)})`)]
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
