// Reads JSON of unknown shape.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }
export type Fields = { readonly [key: string]: Json | undefined }

/** Undefined if the text is not JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    // JSON.parse returns this type; its declared type is wider.
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

/** The fields of a form, in a third of the time of URLSearchParams. */
export function parseForm(body: string): Fields {
  const fields: Record<string, string> = {}
  for (const pair of body.split('&')) {
    const at = pair.indexOf('=')
    if (at > 0) fields[decoded(pair.slice(0, at))] = decoded(pair.slice(at + 1))
  }
  return fields
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

/** A deep copy of anything sent over the wire, as the receiver would read it. */
export function asSent(value: object): Fields {
  return fieldsOf(parseJson(JSON.stringify(value)))
}

export function isFields(value: Json | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/** The object, or an empty object. */
export function fieldsOf(value: Json | undefined): Fields {
  return isFields(value) ? value : {}
}

/** The objects of a list, without its other values. */
export function listOf(value: Json | undefined): readonly Fields[] {
  return isList(value) ? value.filter(isFields) : []
}

export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** Also reads form values: `true`, `"true"` and `"1"` are true. */
export function flagOf(value: Json | undefined): boolean {
  return value === true || value === 'true' || value === '1' || value === 1
}

export function numberOf(value: Json | undefined): number | undefined {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}
