// JSON in the one form that is hashed (RFC 8785): no spaces, and the names of every object in order of their UTF-16 units.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined }

/** What is undefined in an object is left out. Throws for what JSON cannot say: a number without end, half a character. */
export function canonical(value: Json): string {
  if (typeof value === 'string') return quote(value)
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('JSON has no such number')
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonical).join(',')}]`
  const members = Object.keys(value)
    .sort()
    .flatMap((name) => {
      const member = value[name]
      return member === undefined ? [] : [`${quote(name)}:${canonical(member)}`]
    })
  return `{${members.join(',')}}`
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value)
}

function quote(text: string): string {
  if (!text.isWellFormed()) throw new Error('JSON has no half characters')
  return JSON.stringify(text)
}
