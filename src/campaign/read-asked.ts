// Reads what somebody wrote into the form of a campaign: for chat, the office and the command line.
import type { Audience, Rhythm } from '../journal/types.ts'
import type { Day } from '../kit/days.ts'
import { readDayCell } from '../people/cells.ts'
import type { People } from '../ports/people.ts'
import type { Library } from '../turn/library.ts'
import type { ChangeRequest } from './change.ts'
import { findAudience } from './read-audience.ts'
import { readRhythm } from './rhythm.ts'

export type CampaignFields = Readonly<Record<string, string>>

/** What reading needs: addresses are looked up, and the school's own rhythm is used where none is given. */
export interface ReadingCampaign {
  readonly ports: { readonly people: Pick<People, 'byEmail'> }
  readonly library: Pick<Library, 'school'>
}

export interface WrittenCampaign {
  readonly audience: string
  readonly due: string
  readonly remind: string
}

/** What was written into the form. */
export function writtenIn({ audience = '', others = '', due = '', remind = '' }: CampaignFields): WrittenCampaign {
  return { audience: audience === 'others' || audience === '' ? others : audience, due: due.trim(), remind }
}

export type CampaignAsked =
  | { readonly kind: 'asked'; readonly audience: Audience; readonly due: Day; readonly rhythm: Rhythm | undefined }
  | { readonly kind: 'wrong'; readonly errors: CampaignFields }

export async function readAsked(
  { ports, library }: ReadingCampaign,
  { audience, due: day, remind }: WrittenCampaign,
): Promise<CampaignAsked> {
  const due = readDayCell(day)
  if (due.kind === 'wrong') return { kind: 'wrong', errors: { due: due.fix } }
  if (due.value === 'none') return { kind: 'wrong', errors: { due: 'Write the day by which they sign.' } }
  const rhythm = readRhythm(remind, library.school.reminders)
  if (rhythm.kind === 'wrong') return { kind: 'wrong', errors: { remind: rhythm.fix } }
  const found = await findAudience(ports.people, audience)
  if (found.kind === 'problem') return { kind: 'wrong', errors: { others: found.what } }
  return { kind: 'asked', audience: found.audience, due: due.value, rhythm: rhythm.rhythm }
}

/** A field as it was written; undefined where nothing was. */
export function unlessEmpty(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text.trim()
}

export type CampaignChanges =
  | { readonly kind: 'read'; readonly changes: Pick<ChangeRequest, 'due' | 'audience' | 'rhythm'> }
  | { readonly kind: 'wrong'; readonly errors: CampaignFields }

/** Empty fields leave the value as it is. */
export async function readChanges(
  { ports, library }: ReadingCampaign,
  { due: day = '', audience: whom = '', remind = '' }: CampaignFields,
): Promise<CampaignChanges> {
  const due = readDayCell(day.trim())
  if (due.kind === 'wrong') return { kind: 'wrong', errors: { due: due.fix } }
  const rhythm = readRhythm(remind, library.school.reminders)
  if (rhythm.kind === 'wrong') return { kind: 'wrong', errors: { remind: rhythm.fix } }
  const audience = whom.trim() === '' ? undefined : await findAudience(ports.people, whom)
  if (audience?.kind === 'problem') return { kind: 'wrong', errors: { audience: audience.what } }
  const on = due.value === 'none' ? undefined : due.value
  return { kind: 'read', changes: { due: on, audience: audience?.audience, rhythm: rhythm.rhythm } }
}
