// A small schema language for what Slack accepts: each check reports the rule, in Slack's own words, and the place.
import { isFields, isList, type Json } from '../../json.ts'

export type Report = (rule: string, at: string) => void
/** `at` is a JSON pointer such as `/blocks/0/text`. */
export type Check = (value: Json | undefined, at: string, report: Report) => void
interface Optional {
  readonly optional: Check
}

export function optional(check: Check): Optional {
  return { optional: check }
}

export function string(max: number, min = 1): Check {
  return (value, at, report) => {
    if (typeof value !== 'string') {
      report('must provide a string', at)
      return
    }
    if (value.length < min) report(`must be more than ${min - 1} characters`, at)
    if (value.length > max) report(`must be less than ${max + 1} characters`, at)
  }
}

export function matching(pattern: RegExp, rule: string): Check {
  return (value, at, report) => {
    if (typeof value !== 'string' || !pattern.test(value)) report(rule, at)
  }
}

export const flag: Check = (value, at, report) => {
  if (typeof value !== 'boolean') report('must provide a boolean', at)
}

export function whole(min: number, max: number): Check {
  return (value, at, report) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      report('must provide an integer', at)
      return
    }
    if (value < min) report(`must be more than ${min - 1}`, at)
    if (value > max) report(`must be less than ${max + 1}`, at)
  }
}

export const anything: Check = () => undefined

export function oneOf(...values: readonly (string | number)[]): Check {
  return (value, at, report) => {
    if (!values.some((allowed) => allowed === value)) report(`must be one of: ${values.join(', ')}`, at)
  }
}

export function list(check: Check, size: { readonly min?: number; readonly max: number }): Check {
  return (value, at, report) => {
    if (!isList(value)) {
      report('must provide an array', at)
      return
    }
    if (value.length < (size.min ?? 1)) report(`no less than ${size.min ?? 1} items allowed`, at)
    if (value.length > size.max) report(`no more than ${size.max} items allowed`, at)
    value.forEach((item, i) => check(item, `${at}/${i}`, report))
  }
}

/** Requires all keys that are not optional, and refuses unknown keys, as Slack does. */
export function object(shape: Readonly<Record<string, Check | Optional>>): Check {
  const rules = Object.entries(shape)
  return (value, at, report) => {
    if (!isFields(value)) {
      report('must provide an object', at)
      return
    }
    for (const key of Object.keys(value)) if (!(key in shape)) report(`invalid additional property: ${key}`, at)
    for (const [key, rule] of rules) {
      if (value[key] !== undefined)
        (typeof rule === 'function' ? rule : rule.optional)(value[key], `${at}/${key}`, report)
      else if (typeof rule === 'function') report(`missing required field: ${key}`, at)
    }
  }
}

/** One of several objects, told apart by `type`. */
export function byType(kinds: Readonly<Record<string, Check>>): Check {
  return (value, at, report) => {
    if (!isFields(value)) {
      report('must provide an object', at)
      return
    }
    const type = value['type']
    if (typeof type !== 'string') {
      report('missing required field: type', at)
      return
    }
    const check = kinds[type]
    if (check === undefined) {
      report(`unsupported type: ${type}`, `${at}/type`)
      return
    }
    check(value, at, report)
  }
}

/** Applies both checks; for rules across fields. */
export function also(check: Check, rule: Check): Check {
  return (value, at, report) => {
    check(value, at, report)
    rule(value, at, report)
  }
}
