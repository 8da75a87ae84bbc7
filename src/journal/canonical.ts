// JSON in the one form that is hashed (RFC 8785): without spaces, each object's keys in the order of their UTF-16
// units.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined }

/**
 * Undefined fields of an object are left out. Throws for values that JSON cannot hold: an infinite number, half a
 * surrogate pair.
 */
export function canonical(value: Json): string {
  if (typeof value === 'string') return quote(value)
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new Error('JSON cannot hold a number that is not finite')
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonical).join(',')}]`
  // A million entries are hashed in one run, so nothing is built that is not needed.
  let members = ''
  for (const name of Object.keys(value).sort()) {
    const member = value[name]
    if (member === undefined) continue
    members += `${members === '' ? '' : ','}${quote(name)}:${canonical(member)}`
  }
  return `{${members}}`
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value)
}

/** Letters, digits and signs that JSON writes unchanged. */
const plain = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/

function quote(text: string): string {
  if (plain.test(text)) return `"${text}"`
  if (!text.isWellFormed()) throw new Error('JSON has no half characters')
  return JSON.stringify(text)
}
