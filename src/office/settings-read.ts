// What a form of the settings says: values for school.yaml, or what must be looked at first.
import type { OfficeRequest } from '../ports/office.ts'
import type { SchoolValues } from './school-file.ts'
import type { Step } from './settings-forms.ts'
import { linesOfCalendar, readTerms, sayTermSpans } from './terms.ts'

export type ReadStep =
  | { readonly kind: 'values'; readonly values: SchoolValues; readonly fields: OfficeRequest['fields'] }
  | {
      readonly kind: 'look'
      readonly problem?: string
      readonly lines: readonly string[]
      /** What the form shows from now on. */
      readonly fields: OfficeRequest['fields']
    }

export function readStep(step: Step, request: OfficeRequest): ReadStep {
  return readers[step](request)
}

const values = (read: SchoolValues): ReadStep => ({ kind: 'values', values: read, fields: {} })
const problem = (what: string): ReadStep => ({ kind: 'look', problem: what, lines: [], fields: {} })

const readers: Readonly<Record<Step, (request: OfficeRequest) => ReadStep>> = {
  school: ({ fields }) => {
    const name = clean(fields['name'])
    if (name === '') return problem('Say what the school is called.')
    const zone = clean(fields['zone'])
    if (!isZone(zone)) return problem(`“${zone}” is not a time zone. Write one such as Europe/London.`)
    const shortNames = (fields['short'] ?? '')
      .split(',')
      .map(clean)
      .filter((each) => each !== '')
    const nation = fields['nation'] ?? 'keep'
    return values(nation === 'keep' ? { name, zone, shortNames } : { name, zone, shortNames, nation })
  },
  contacts: ({ fields }) => {
    const roles = Object.keys(fields).flatMap((id) => /^who-([a-z-]{1,40})$/.exec(id)?.[1] ?? [])
    const contacts = roles.map(
      (role) => [role, { who: clean(fields[`who-${role}`]), how: clean(fields[`how-${role}`]) }] as const,
    )
    if (contacts.some(([, { who, how }]) => who === '' || how === ''))
      return problem('Say for each who it is and how to reach them.')
    return values({ contacts: Object.fromEntries(contacts) })
  },
  terms: readTermsForm,
  signing: readStatement,
  reminders: ({ fields }) => {
    const before = (fields['before'] ?? '')
      .split(',')
      .map(clean)
      .filter((each) => each !== '')
    const every = clean(fields['every'])
    if (!before.every((each) => /^\d{1,3}$/.test(each)) || !/^\d{1,3}$/.test(every))
      return problem('Write whole numbers of days, with commas between.')
    return values({ reminders: { before: before.map(Number), every: Number(every) } })
  },
}

function readStatement({ fields }: OfficeRequest): ReadStep {
  const statement = (fields['statement'] ?? '')
    .split('\n')
    .map(clean)
    .filter((line) => line !== '')
    .join('\n')
  if (statement.length > mostInStatement)
    return problem(`The statement may have ${mostInStatement} characters at most: it is read on a telephone.`)
  return values({ statement })
}

const mostInStatement = 1_500

/** What a file says, and lines that were not understood, are shown before anything is saved. */
function readTermsForm({ fields, files }: OfficeRequest): ReadStep {
  const [file] = files
  if (file !== undefined) {
    const source = new TextDecoder().decode(file.bytes.slice(0, 1_000_000))
    const found = readTerms(source.includes('BEGIN:VCALENDAR') ? linesOfCalendar(source) : source)
    const count = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`
    const read = `${file.name}: found ${count(found.terms.length, 'term')} and ${count(found.inset.length, 'training day')}. Look at them, and save.`
    return {
      kind: 'look',
      lines: [read, ...leftOut(found.unread)],
      fields: { terms: sayTermSpans(found.terms), inset: sayTermSpans(found.inset) },
    }
  }
  const typed = readTerms(fields['terms'] ?? '')
  const days = readTerms(
    (fields['inset'] ?? '')
      .split('\n')
      .map((line) => (line.trim() === '' ? '' : `INSET ${line}`))
      .join('\n'),
  )
  const unread = [...typed.unread, ...days.unread]
  if (unread.length > 0)
    return {
      kind: 'look',
      problem: 'These lines are not understood, so nothing was saved yet. Each line needs a first and a last day.',
      lines: unread.slice(0, 12),
      fields: {},
    }
  const inset = [...typed.inset, ...days.inset]
  return values(inset.length === 0 ? { terms: typed.terms } : { terms: typed.terms, inset })
}

function leftOut(unread: readonly string[]): string[] {
  return unread.length === 0 ? [] : ['These were left out:', ...unread.slice(0, 12)]
}

function clean(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: zone })
    return zone !== ''
  } catch {
    return false
  }
}
