// Which keys are to go out to one person for one ask, or why none is.
import type { Rhythm } from '../journal/types.ts'
import { worksOn } from '../kit/calendar.ts'
import { addDays, dayIn, type Day } from '../kit/days.ts'
import type { Notice } from '../ports/evidence.ts'
import { isOpenNotice } from './open.ts'
import { notTheirsKey, nudgeKey, nudgeStep, reminderKey, tomorrows, type Step } from './steps.ts'
import type { Ask, Moment, Subject, Why } from './types.ts'

/** What one ask comes to for one person. */
export type Found =
  | {
      readonly kind: 'owed'
      readonly ask: Ask
      readonly due: Day
      readonly askedOn: Day
      readonly joined: boolean
      readonly rhythm: Rhythm
    }
  | { readonly kind: 'nothing'; readonly why: Why }

export type Owes = Extract<Found, { kind: 'owed' }>

export interface Due {
  readonly key: string
  readonly step: string
  readonly nextAt: Date | undefined
}

/** One person’s notices, by key. */
export interface Noted {
  get(key: string): Notice | undefined
}

/** What is the same for everybody. */
export interface Frame extends Moment {
  readonly working: boolean
  readonly hours: { readonly from: Date; readonly to: Date }
  readonly weekday: number
  reasonOf(step: string, due: Day | undefined): string
  stepOf(rhythm: Rhythm, askedOn: Day, due: Day): Step | undefined
}

/** The keys that are to go out now, or why none is. */
export function stepsDue(
  { ask, due, askedOn, rhythm }: Owes,
  { person, notices }: { person: Subject['person']; notices: Noted },
  frame: Frame,
): { readonly due: readonly Due[]; readonly why: Why | undefined } {
  const { day, calendar } = frame
  const { zone } = calendar
  if (notices.get(notTheirsKey(ask, person.id)) !== undefined) return { due: [], why: { kind: 'not-theirs' } }
  const later = tomorrows.flatMap((step) => {
    const notice = notices.get(reminderKey(ask, person.id, step))
    return notice === undefined ? [] : [{ step, notice, on: dayIn(zone, notice.at) }]
  })
  const waiting = later.find(({ notice, on }) => notice.state === 'planned' && on > day)
  if (waiting !== undefined) return { due: [], why: { kind: 'asked-for-later', on: waiting.on } }
  const again = later.filter(({ notice, on }) => on <= day && isOpenNotice(notice))
  const asked = [
    ...again.map(({ step, notice }): Due => ({ key: notice.key, step, nextAt: notice.nextAt })),
    ...nudgeDue(ask, { person: person.id, day }, notices),
  ]
  const step = frame.stepOf(rhythm, askedOn, due)
  if (step === undefined) return { due: asked, why: { kind: 'no-step-yet' } }
  const { key, notice } = keyed(reminderKey(ask, person.id, step.id), { askedOn, notices, zone })
  if (notice === undefined ? !hasPassed(step.on, person, frame) : isOpenNotice(notice))
    return { due: [{ key, step: step.id, nextAt: notice?.nextAt }, ...asked], why: undefined }
  return { due: asked, why: whyNot(notice, step.id) }
}

/** Reminded at SLT’s wish, whatever step they are at: with everybody, or alone, when it failed today. */
function nudgeDue(ask: Ask, { person, day }: { person: string; day: Day }, notices: Noted): readonly Due[] {
  const key = nudgeKey(ask, person, ask.nudged ?? day)
  const notice = notices.get(key)
  if (notice === undefined ? ask.nudged === undefined : !isOpenNotice(notice)) return []
  return [{ key, step: nudgeStep, nextAt: notice?.nextAt }]
}

function whyNot(notice: Notice | undefined, step: string): Why {
  if (notice?.state === 'claimed') return { kind: 'being-told' }
  return { kind: notice?.state === 'given-up' ? 'given-up' : 'told', step }
}

/** Who is asked anew for the same edition hears the same steps anew: the day of asking then stands in the key, too. */
function keyed(
  key: string,
  { askedOn, notices, zone }: { askedOn: Day; notices: Noted; zone: string },
): { readonly key: string; readonly notice: Notice | undefined } {
  const notice = notices.get(key)
  if (notice === undefined || dayIn(zone, notice.at) >= askedOn) return { key, notice }
  const anew = `${key}:${askedOn}`
  return { key: anew, notice: notices.get(anew) }
}

/** Looking ahead: whether it will have gone out on a day before. */
function hasPassed(on: Day, own: Subject['person'], { day, calendar, passingFrom }: Frame): boolean {
  if (passingFrom === undefined) return false
  for (let each = on > passingFrom ? on : passingFrom; each < day; each = addDays(each, 1))
    if (worksOn(each, calendar, own)) return true
  return false
}
