// From the claims of a token that was checked to the person it is about: by tenant and object. Names are for showing,
// and addresses only for comparing, because a profile can hold anybody's.
import { z } from 'zod'
import type { Vouched } from '../../src/ports/school-accounts.ts'
import type { Tenancy } from './tenancy.ts'

const id = z.string().regex(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i)

const Claims = z.looseObject({
  tid: id,
  oid: id,
  name: z.string().optional(),
  /** Who signed them in, where that was not this tenant. */
  idp: z.string().optional(),
  preferred_username: z.string().optional(),
  upn: z.string().optional(),
  /** 1 for a guest. */
  acct: z.union([z.number(), z.string()]).optional(),
})

export function accountIn(claims: unknown, { tenant, issuer, olderIssuer }: Tenancy): Vouched {
  const read = Claims.safeParse(claims)
  if (!read.success) return refused('a token without tid or oid')
  const { tid, oid, name = '', idp, acct, upn, preferred_username: address = upn } = read.data
  if (tid.toLowerCase() !== tenant) return refused('another tenant')
  const elsewhere = idp !== undefined && ![issuer, olderIssuer].includes(idp)
  const account = {
    object: oid.toLowerCase(),
    name: name.trim() === '' ? 'Somebody' : name.trim(),
    guest: elsewhere || String(acct) === '1',
    address,
  }
  return { kind: 'account', account }
}

export function refused(why: string): Vouched {
  return { kind: 'refused', why }
}
