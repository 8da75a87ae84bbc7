// The school's tenant at Microsoft Entra: what its tokens name as their issuer, and where its keys are said.
import { z } from 'zod'

export interface Tenancy {
  readonly tenant: string
  readonly issuer: string
  /** As tokens of version 1 name it: an app gets these until its manifest asks for version 2. */
  readonly olderIssuer: string
}

export function tenancyOf(tenant: string, authorityUrl = 'https://login.microsoftonline.com'): Tenancy {
  return {
    tenant,
    issuer: `${authorityUrl.replace(/\/+$/, '')}/${tenant}/v2.0`,
    olderIssuer: `https://sts.windows.net/${tenant}/`,
  }
}

const Metadata = z.object({ issuer: z.string(), jwks_uri: z.url() })

/** Throws where it cannot be had, or is another tenant's. */
export async function discover({ issuer }: Tenancy): Promise<{ readonly keys: string; readonly date: string | null }> {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`, {
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  })
  if (!answer.ok) {
    await answer.body?.cancel()
    throw new Error(`HTTP ${answer.status}`)
  }
  const metadata = Metadata.safeParse(await answer.json().catch(() => undefined))
  if (!metadata.success) throw new Error('it answered with something else')
  if (metadata.data.issuer !== issuer) throw new Error('it answered for another issuer')
  return { keys: metadata.data.jwks_uri, date: answer.headers.get('date') }
}
