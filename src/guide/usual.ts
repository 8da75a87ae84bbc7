// Whether a school has switched the usual questions of a section off. That is kept by the section's text: with another
// text it is decided anew.
import type { Edition, Policy } from '../policy/types.ts'
import { hashesOf } from './hash.ts'

export function usualIsOff({ usualOff = [] }: Policy, edition: Edition, ref: string): boolean {
  if (usualOff.length === 0) return false
  const hash = hashesOf(edition).get(ref)
  return hash !== undefined && usualOff.includes(hash)
}
