// What an import found, as JSON for scripts and as lines for people.
import { defined } from '../kit/defined.ts'
import { sayDay, type DayOrMonth } from '../kit/days.ts'
import { wordsOf } from '../kit/text.ts'
import type { Change, Difference } from '../policy/difference.ts'
import { textOf } from '../policy/text.ts'
import type { Section } from '../policy/types.ts'
import { sayField, type DateField } from './labels.ts'
import type { Imported, ImportProblem } from './types.ts'

/** Somebody should say what is meant; everything else needs no answer. */
export function isDoubt({ kind }: ImportProblem): boolean {
  return kind === 'unsure' || kind === 'date'
}

/** The form that scripts rely on; an unknown date or number is left out. */
export function toJson(imported: Imported, declaration: string | undefined) {
  const { edition, number, aside, furniture, problems, hasLines } = imported
  const { policy, id, title, school, wording, approvedBy, sections, source } = edition
  const { adopted, published, reviewed, ratified, amended, inForceFrom, nextReview } = edition
  const say = ({ kind, section, line, page, what, proposal }: ImportProblem) => ({
    kind,
    section,
    ...defined({
      // Only a text file has lines that somebody could count.
      line: hasLines ? line : undefined,
      page,
    }),
    what,
    ...defined({ proposal }),
  })
  return {
    edition: {
      policy,
      edition: id,
      wording,
      number,
      title,
      school,
      adopted,
      published,
      reviewed,
      ratified,
      amended,
      inForceFrom,
      nextReview,
      approvedBy: approvedBy ?? null,
      declaration: declaration ?? null,
      source,
      // What is kept beside the sections: title page, contents, page footers.
      aside,
      sections: sections.map(sectionJson),
    },
    doubts: problems.filter(isDoubt).map(say),
    problems: problems.filter((each) => !isDoubt(each)).map(say),
    furniture,
  }
}

/** `number` is null where the school prints none; `ref` is then only this program's. */
function sectionJson(section: Section) {
  const { ref, title, number, page } = section
  const level = ref.split('.').length
  return { ref, number: number === undefined ? ref : number, level, title, text: textOf(section), page }
}

export interface ImportShown {
  readonly imported: Imported
  readonly declaration: string | undefined
  /** Compared with the edition before, where there is one. */
  readonly changes: Difference | undefined
}

export function toLines({ imported, declaration, changes }: ImportShown): string[] {
  const { edition, number } = imported
  const { title, school, approvedBy } = edition
  return [
    `${number === undefined ? '' : `${number}. `}${title}${school === undefined ? '' : `, ${school}`}`,
    `  edition ${edition.id}, the school’s adopted text`,
    ...dateLines(imported),
    `  approved by: ${approvedBy ?? 'nobody has signed that line'}`,
    `  to sign: ${signLine(imported, declaration)}`,
    '',
    ...edition.sections.map(sectionLine),
    '',
    ...(changes === undefined ? [] : changeLines(changes)),
    ...problemLines(imported),
  ]
}

const dateFields = ['adopted', 'published', 'reviewed', 'amended', 'ratified', 'inForceFrom', 'nextReview'] as const

/** Each date with the words that it was read from. */
function dateLines({ edition, facts }: Imported): string[] {
  return dateFields.flatMap((field: Exclude<DateField, 'review'>) => {
    const when: DayOrMonth | undefined = edition[field]
    if (when === undefined) return field === 'nextReview' ? ['  next review: not said'] : []
    const words = facts.find((each) => each.field === field)?.words
    return [`  ${sayField[field]}: ${sayDay(when)}${words === undefined ? '' : ` (“${words}”)`}`]
  })
}

function signLine({ edition, declarations }: Imported, declaration: string | undefined): string {
  const section = edition.sections.find(({ ref }) => ref === declaration)
  if (section !== undefined) return `“${section.title}”: ${textOf(section).replace(/\s+/g, ' ').slice(0, 100)}`
  return declarations.length === 0 ? 'no section says what staff sign' : 'none for certain; see below'
}

function sectionLine({ ref, number, title, page, ...rest }: Section): string {
  const words = wordsOf(textOf({ ref, title, ...rest })).length
  const place = page === undefined ? '' : `, page ${page}`
  return `  ${(number === null ? '–' : ref).padEnd(5)} ${title} (${words} words${place})`
}

const changeWords: Readonly<Record<Exclude<Change['kind'], 'same'>, string>> = {
  new: 'new',
  gone: 'gone',
  changed: 'changed',
  retitled: 'retitled',
  renumbered: 'only renumbered',
}

function changeLines(changes: Difference): string[] {
  const lines = Object.entries(changeWords).flatMap(([kind, words]) => {
    const titles = changes.flatMap((change) => (change.kind === kind ? [titleOf(change)] : []))
    return titles.length === 0 ? [] : [`  ${words}: ${titles.join(' · ')}`]
  })
  return ['Against the edition before:', ...(lines.length === 0 ? ['  nothing has changed'] : lines), '']
}

function titleOf(change: Change): string {
  if (change.kind === 'gone') return change.was.title
  return change.kind === 'retitled' ? `${change.was.title} → ${change.section.title}` : change.section.title
}

function problemLines({ problems, hasLines }: Imported): string[] {
  const place = ({ line, page }: ImportProblem) => (page === undefined ? `line ${line}` : `page ${page}`)
  return [
    ...(problems.length === 0 ? ['Nothing is in doubt.'] : ['Please look at these:']),
    ...problems.map((each) => {
      const where = hasLines || each.page !== undefined ? `${place(each)}, ` : ''
      return `  ${where}${each.kind}${each.section === undefined ? '' : ` in ${each.section}`}: ${each.what}`
    }),
  ]
}
