// Decides which keys are to be sent to one person for one ask, or why none is.
import type { Rhythm } from '../journal/types.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { worksOn } from '../kit/calendar.ts'
import { addDays, dayIn, type Day } from '../kit/days.ts'
import type { Notice } from '../ports/notices.ts'
import { isWished } from './nudged.ts'
import { isOpenNotice } from './left-alone.ts'
import {
  notTheirsKey,
  nudgeKey,
  nudgeStep,
  reminderKey,
  stepKey,
  tomorrows,
  withoutCampaign,
  type ReminderStep,
} from './steps.ts'
import type { Ask, ReminderMoment, Subject, NotReminded, OwedRound } from './types.ts'

/** One campaign that asks somebody. */
export interface DueAsked {
  readonly campaign: Campaign
  /** Their own due day. */
  readonly due: Day
  readonly askedOn: Day
  readonly joined: boolean
  readonly rhythm: Rhythm
}

/** The result for one ask and one person. */
export type AskResult =
  | {
      readonly kind: 'owed'
      readonly ask: Ask
      readonly due: Day
      /** At least one; the earliest due comes first. */
      readonly asking: readonly DueAsked[]
      readonly round?: OwedRound
    }
  | { readonly kind: 'nothing'; readonly why: NotReminded }

export type Owes = Extract<AskResult, { kind: 'owed' }>

export interface Due {
  readonly key: string
  readonly step: string
  readonly nextAt: Date | undefined
}

/** One person’s notices, by key. */
export interface Noted {
  get(key: string): Notice | undefined
  /** Whether they said of anything that it is not theirs to sign, or asked to hear of anything another day. */
  readonly notTheirs: boolean
  readonly wished: boolean
  readonly nudged: boolean
  /** Whether any key begins with that: a campaign, or a policy and its edition. */
  isAbout(what: string): boolean
}

/** What is the same for everybody. */
export interface DayFrame extends ReminderMoment {
  readonly working: boolean
  readonly hours: { readonly from: Date; readonly to: Date }
  readonly weekday: number
  reasonOf(step: string, due: Day | undefined): string
  stepOf(rhythm: Rhythm, askedOn: Day, due: Day): ReminderStep | undefined
}

/** The keys that are to be sent now, or why none is. */
export function stepsDue(
  { ask, asking }: Owes,
  { person, notices }: { person: Subject['person']; notices: Noted },
  frame: DayFrame,
): { readonly due: readonly Due[]; readonly why: NotReminded | undefined } {
  const { day, calendar } = frame
  const { zone } = calendar
  if (notices.notTheirs && notices.get(notTheirsKey(ask, person.id)) !== undefined)
    return { due: [], why: { kind: 'not-theirs' } }
  const later = (notices.wished ? tomorrows : []).flatMap((step) => {
    const notice = notices.get(reminderKey(ask, person.id, step))
    return notice === undefined ? [] : [{ step, notice, on: dayIn(zone, notice.at) }]
  })
  const waiting = later.find(({ notice, on }) => notice.state === 'planned' && on > day)
  if (waiting !== undefined) return { due: [], why: { kind: 'asked-for-later', on: waiting.on } }
  const again = later.filter(({ notice, on }) => on <= day && isOpenNotice(notice))
  const wished = [
    ...again.map(({ step, notice }): Due => ({ key: notice.key, step, nextAt: notice.nextAt })),
    ...nudgeDue(ask, { person, day }, notices),
  ]
  const steps = asking.map((each) => stepOf(each, { ask, person, notices }, frame))
  const due = steps.flatMap((each) => each.due ?? [])
  return { due: [...due, ...wished], why: due.length > 0 ? undefined : steps[0]?.why }
}

interface About {
  readonly ask: Ask
  readonly person: Subject['person']
  readonly notices: Noted
}

/** The step of one campaign. */
function stepOf(asking: DueAsked, about: About, frame: DayFrame): { readonly due?: Due; readonly why?: NotReminded } {
  const step = frame.stepOf(asking.rhythm, asking.askedOn, asking.due)
  if (step === undefined) return { why: { kind: 'no-step-yet' } }
  const { key, notice } = keyed(step.id, asking, { ...about, zone: frame.calendar.zone })
  if (notice === undefined ? hasPassed(step.on, about.person, frame) : !isOpenNotice(notice))
    return { why: whyNot(notice, step.id) }
  return { due: { key, step: step.id, nextAt: notice?.nextAt } }
}

/** A reminder that SLT asked for, at any step: to everybody, or to one person where it failed today. */
function nudgeDue(ask: Ask, { person, day }: { person: Subject['person']; day: Day }, notices: Noted): readonly Due[] {
  const nudged = isWished(ask, person) ? ask.nudged : undefined
  if (nudged === undefined && !notices.nudged) return []
  const key = nudgeKey(ask, person.id, nudged ?? day)
  const notice = notices.get(key)
  if (notice === undefined ? nudged === undefined : !isOpenNotice(notice)) return []
  return [{ key, step: nudgeStep, nextAt: notice?.nextAt }]
}

function whyNot(notice: Notice | undefined, step: string): NotReminded {
  if (notice?.state === 'claimed') return { kind: 'being-told' }
  return { kind: notice?.state === 'given-up' ? 'given-up' : 'told', step }
}

/**
 * A changed campaign starts its reminders afresh; the day of the change is then part of the key. Notices from before
 * campaigns were part of keys still count, where they were sent since this campaign asks.
 */
function keyed(
  step: string,
  { campaign, askedOn }: DueAsked,
  { ask, person: { id: person }, notices, zone }: About & { readonly zone: string },
): { readonly key: string; readonly notice: Notice | undefined } {
  const key = stepKey(campaign, person, step)
  const { changedOn = askedOn } = campaign
  const since = changedOn > askedOn ? changedOn : askedOn
  const notice = notices.get(key)
  if (notice !== undefined && dayIn(zone, notice.at) < since) {
    const anew = `${key}:${since}`
    return { key: anew, notice: notices.get(anew) }
  }
  if (notice !== undefined) return { key, notice }
  const editions = ask.edition === campaign.edition ? [ask.edition] : [ask.edition, campaign.edition]
  for (const edition of editions) {
    if (!notices.isAbout(withoutCampaign({ policy: ask.policy, edition }))) continue
    const older = reminderKey({ policy: ask.policy, edition }, person, step)
    const found = notices.get(`${older}:${askedOn}`) ?? notices.get(older)
    if (found !== undefined && dayIn(zone, found.at) >= since) return { key: found.key, notice: found }
  }
  return { key, notice: undefined }
}

/** When looking ahead: whether it will have been sent on an earlier day. */
function hasPassed(on: Day, own: Subject['person'], { day, calendar, passingFrom }: DayFrame): boolean {
  if (passingFrom === undefined) return false
  for (let each = on > passingFrom ? on : passingFrom; each < day; each = addDays(each, 1))
    if (worksOn(each, calendar, own)) return true
  return false
}
