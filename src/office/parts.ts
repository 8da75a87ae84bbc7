// Small builders for pages, and the words that several pages share.
import { defined } from '../kit/defined.ts'
import { capital } from '../kit/text.ts'
import { sayTimeline, type Timeline } from '../kit/timeline.ts'
import type { OfficeAnswer, OfficeButton, OfficeField, OfficePage, OfficeRequest, Part, Way } from '../ports/office.ts'

export const heading = (text: string, id?: string): Part =>
  id === undefined ? { kind: 'heading', text } : { kind: 'heading', text, id }
export const textPart = (words: string): Part => ({ kind: 'text', text: words })
export const notePart = (words: string): Part => ({ kind: 'note', text: words })
export const list = (items: readonly string[]): Part => ({ kind: 'list', items })
export const links = (...ways: readonly Way[]): Part => ({ kind: 'links', links: ways })
export const done = (...lines: readonly string[]): Part => ({ kind: 'say', tone: 'done', lines })
export const wrong = (...lines: readonly string[]): Part => ({ kind: 'say', tone: 'wrong', lines })
export const look = (...lines: readonly string[]): Part => ({ kind: 'say', tone: 'look', lines })

export function form(to: string, fields: readonly OfficeField[], ...buttons: readonly OfficeButton[]): Part {
  return { kind: 'form', form: { to, fields, buttons } }
}

/** A field as it was typed, with what is wrong with it. */
export function typedIn(fields: OfficeRequest['fields'], errors: Readonly<Record<string, string>>) {
  return <K extends 'line' | 'lines'>(kind: K, id: string, label: string, hint: string) => ({
    kind,
    id,
    label,
    hint,
    value: fields[id] ?? '',
    ...defined({ error: errors[id] }),
  })
}

export function page(title: string, parts: readonly (Part | undefined)[]): OfficeAnswer {
  return { kind: 'page', page: officePage(title, parts) }
}

export function officePage(title: string, parts: readonly (Part | undefined)[]): OfficePage {
  return { title, parts: parts.filter((part) => part !== undefined) }
}

export const back: Part = links({ to: '/office', label: 'Back to the office' })

/** The address of the following page says what was done: one of these words, never what somebody sent. */
export function doneNote(word: string | undefined): Part | undefined {
  const line =
    word !== undefined && Object.hasOwn(doneWords, word) ? doneWords[word as keyof typeof doneWords] : undefined
  return line === undefined ? undefined : done(line)
}

const doneWords = {
  saved: 'Saved. It counts from now on, without a restart.',
  undone: 'Taken back. What stood there before counts again.',
  imported: 'The list was taken in. All of it was changed together.',
  unlisted: 'The list was taken back. Whoever it had changed is as before.',
  changed: 'Saved. It counts from now on. Where a role was given or taken away, they come in again by their own link.',
  joined: 'The two are one person now.',
  unjoined: 'Each has again what was theirs.',
  erased:
    'Erased. The journal knows them by a number that says nothing of who they were. Backups and packs that were made before may still hold them: delete those that you need no more.',
  published: 'Written down. It counts from the day that you gave.',
  withdrawn: 'Withdrawn from the day that you gave.',
  brought: 'The edition was written into the school’s home. It counts from its day on, without a restart.',
  marked: 'Marked.',
  asked: 'On. From now on they are answered before anybody signs this policy.',
  unasked: 'Off. Nobody is asked any more.',
  told: 'Noted.',
  taught: 'Added. It is answered by that section from now on, everywhere within a minute.',
  handed: 'Handed over. They are told, in working hours.',
  'taken-back': 'Taken back. It is with the senior leadership team alone again, and they are told.',
  dropped: 'Deleted.',
  opened: 'Open. They are asked within working hours.',
  closed: 'Closed. Nobody is asked any more; what was signed stays signed.',
  reopened: 'Open again, as it was. Nobody is told again what they have been told.',
  reminded: 'On its way. Each hears privately, in working hours; you are told in a chat what came of it.',
  paused: 'The reminders are paused. It still counts as asked.',
  resumed: 'It goes on. Whoever is due hears once, about now.',
  unlinked: 'Your link is withdrawn. Calendars that use it get nothing new from now on.',
  word: 'The word was added. It counts from now on, without a restart.',
  noted: 'The note stands below the section from now on, everywhere within a minute.',
  unnoted: 'Withdrawn. Nobody is shown that note.',
  untaught: 'Withdrawn. It is answered as it was before, everywhere within a minute.',
} as const

/** The words beside the picture; who did what stands in the table below it. */
export function timelineParts(timeline: Timeline | undefined): Part[] {
  if (timeline === undefined) return []
  return [heading('Timeline'), { kind: 'timeline', timeline }, list(sayTimeline(timeline).map(capital))]
}
