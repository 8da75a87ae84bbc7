// The days on which somebody who owes a signature is reminded, and the key of each.
import { addDays, daysBetween, parseDay, type Day } from '../kit/days.ts'
import type { Rhythm } from '../journal/types.ts'

/** Readable, and unique for what is asked: `asked`, `due-7`, `due-0`, `over-14`. */
export interface ReminderStep {
  readonly id: string
  readonly on: Day
}

/**
 * The latest step whose day has come; missed ones are not made up for. Undefined before they are asked. A step on or
 * before the day of asking is covered by the asking.
 */
export function latestStep(
  { askedOn, due }: { readonly askedOn: Day; readonly due: Day },
  { before, every }: Rhythm,
  today: Day,
): ReminderStep | undefined {
  if (today < askedOn) return undefined
  const weeks = Math.floor(daysBetween(due, today) / every)
  if (weeks >= 1) return { id: `over-${weeks * every}`, on: addDays(due, weeks * every) }
  const steps = before
    .map((days): ReminderStep => ({ id: `due-${days}`, on: addDays(due, -days) }))
    .filter(({ on }) => on > askedOn && on <= today)
  return steps.reduce((latest, step) => (step.on > latest.on ? step : latest), { id: 'asked', on: askedOn })
}

/** The next day after today on which they will hear of it, for as long as they owe it. */
export function nextStepAfter(due: Day, { before, every }: Rhythm, today: Day): Day {
  const coming = before.map((days) => addDays(due, -days)).filter((on) => on > today)
  const weeks = Math.max(1, Math.floor(daysBetween(due, today) / every) + 1)
  return coming.reduce((next, on) => (on < next ? on : next), addDays(due, weeks * every))
}

export function reminderKey(
  { policy, edition }: { readonly policy: string; readonly edition: string },
  person: string,
  step: string,
): string {
  return `reminder:${policy}@${edition}:${person}:${step}`
}

export function dailyKey(person: string, day: Day): string {
  return `daily:${person}:${day}`
}

/**
 * A step of one campaign. Somebody whom several campaigns ask hears of each, in one message where they fall on the same
 * day.
 */
export function stepKey({ id }: { readonly id: string }, person: string, step: string): string {
  return `reminder:${id}:${person}:${step}`
}

/** `id` is the campaign's; for older notices, the policy and edition that it asked for. */
export function managerKey({ id }: { readonly id: string }, person: string): string {
  return `manager:${id}:${person}`
}

/** Somebody else whom the school names hears of it, such as the head. */
export function escalatedKey({ id }: { readonly id: string }, person: string, to: string): string {
  return `escalated:${id}:${person}:${to}`
}

/** The form of keys from before campaigns were part of them. */
export function withoutCampaign({ policy, edition }: { readonly policy: string; readonly edition: string }): string {
  return `${policy}@${edition}`
}

/** Somebody said that it is not for them to sign. */
export function notTheirsKey({ policy, edition }: { policy: string; edition: string }, person: string): string {
  return `not-theirs:${policy}@${edition}:${person}`
}

/** Somebody said on that day that they are away. */
export function awayKey(person: string, day: Day): string {
  return `away-said:${day}:${person}`
}

export function readAwayKey(key: string): { readonly person: string; readonly day: Day } | undefined {
  const [, on = '', person] = /^away-said:([\d-]+):(.+)$/.exec(key) ?? []
  const day = parseDay(on)
  return day === undefined || person === undefined ? undefined : { person, day }
}

/** What such a key says; undefined for another kind of key. */
export function readNotTheirs(
  key: string,
): { readonly policy: string; readonly edition: string; readonly person: string } | undefined {
  const [, policy, edition, person] = /^not-theirs:([^@]+)@([^:]+):(.+)$/.exec(key) ?? []
  return policy === undefined || edition === undefined || person === undefined ? undefined : { policy, edition, person }
}

/** A reminder that SLT asks for on a day, to one person or to everybody: both share the key. */
export const nudgeStep = 'nudge-'

export function nudgeKey(
  about: { readonly policy: string; readonly edition: string },
  person: string,
  day: Day,
): string {
  return reminderKey(about, person, `${nudgeStep}${day}`)
}

/**
 * The request that everybody hears of it on that day, and its result: of the whole policy, or only those whom one
 * campaign asks.
 */
export function nudgeAllKey(
  { policy, edition, only }: { readonly policy: string; readonly edition: string; readonly only?: string | undefined },
  day: Day,
  practice: boolean,
): string {
  const of = only === undefined ? '' : `:of:${only}`
  return `nudge-all:${policy}@${edition}:${day}${practice ? ':practice' : ''}${of}`
}

/** How the keys of all reminders begin, and what those hold that somebody wished for. */
export const reminderKeys = 'reminder:'
export const wishedKeys: readonly string[] = [':tomorrow-', `:${nudgeStep}`]

/** How often somebody may ask to be reminded tomorrow. */
export const tomorrows = ['tomorrow-1', 'tomorrow-2'] as const

/**
 * The minute of the first hour at which somebody hears of it: always the same for one person, and spread over all
 * people.
 */
export function minuteOf(person: string, minutes: number): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < person.length; at++) hash = Math.imul(hash ^ person.charCodeAt(at), 0x01000193)
  // Ids that count up differ only in their last bits.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) % minutes
}
