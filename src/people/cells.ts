// What a cell of a school's list says: days as British schools write them, groups, roles and days away.
import { groups, roles, type Away, type Group, type Role } from '../chat/people.ts'
import { parseDay, type Day } from '../kit/days.ts'
import { nearest } from '../kit/text.ts'

/** A value, or what is wrong with the text. */
export type Cell<T> = { readonly kind: 'value'; readonly value: T } | { readonly kind: 'wrong'; readonly fix: string }

const groupWords: Readonly<Record<Group, string>> = {
  teaching: 'teaching|teacher|teachers|teaching staff|qualified teacher|classroom teacher|head of department|tutor|ect',
  support:
    'support|support staff|non teaching|non teaching staff|associate staff|teaching assistant|ta|administration|admin|site staff|technician|catering|office',
  governor: 'governor|governors|trustee|trustees|governing board|school governor',
  contractor: 'contractor|contractors|agency|agency staff|supply|supply teacher|peripatetic|external',
  trainee: 'trainee|trainees|trainee teacher|student teacher|pgce|itt|apprentice|work experience',
  volunteer: 'volunteer|volunteers|parent helper|helper',
}
const groupOf = wordMap(groups, groupWords)

const roleWords: Readonly<Record<Role, string>> = {
  staff: 'staff|none|no|member of staff',
  slt: 'slt|senior leadership team|senior leader|leadership|yes slt',
  'policy-owner': 'policy owner|owner',
  administrator: 'administrator|admin|policy guide administrator',
}
const roleOf = wordMap(roles, roleWords)

export function readGroup(text: string): Cell<Group | undefined> {
  return text === '' ? value(undefined) : look(text, groupOf, groups)
}

/** Several are separated by commas, semicolons or "and". Everybody is staff anyway. */
export function readRoles(text: string): Cell<readonly Role[]> {
  const found: Role[] = ['staff']
  for (const part of text.split(/[,;/+]|\band\b/i).map((each) => each.trim())) {
    if (part === '') continue
    const role = look(part, roleOf, roles)
    if (role.kind === 'wrong') return role
    found.push(role.value)
  }
  return value([...new Set(found)])
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** `2026-09-01`, `1/9/2026` (the day first, as in Britain), `1 September 2026`, with or without a time after it. */
export function readDayCell(text: string): Cell<Day | 'none'> {
  if (text === '' || /^(none|n\/a|-)$/i.test(text)) return value('none')
  const bare = text.replace(/[T ]\d{1,2}:\d{2}.*$/, '').trim()
  const iso = parseDay(bare)
  if (iso !== undefined) return value(iso)
  const parts = /^(\d{1,2})(?:[/.-]|\s+)(\d{1,2}|[a-z]{3,9})(?:[/.-]|,?\s+)(\d{4}|\d{2})$/i.exec(bare)
  if (parts === null) return wrongDay
  const [, day = '', month = '', year = ''] = parts
  const named = months.indexOf(month.slice(0, 3).toLowerCase()) + 1
  const number = /^\d+$/.test(month) ? Number(month) : named
  const read = parseDay(
    `${year.length === 2 ? `20${year}` : year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`,
  )
  return read === undefined ? wrongDay : value(read)
}

const wrongDay = { kind: 'wrong', fix: 'Write a day such as 2026-09-01 or 01/09/2026, the day first.' } as const

/** `2026-10-05` or `2026-10-05 to 2026-10-09`; several are separated by semicolons. */
export function readAway(text: string): Cell<readonly Away[]> {
  const found: Away[] = []
  for (const part of text.split(';').map((each) => each.trim())) {
    if (part === '') continue
    const [from, to = from] = part.split(/\s*(?:\bto\b|\.\.|–)\s*/i).map(readDayCell)
    if (from?.kind !== 'value' || to?.kind !== 'value' || from.value === 'none' || to.value === 'none') {
      return { kind: 'wrong', fix: 'Write days such as 2026-10-05 to 2026-10-09, with semicolons between several.' }
    }
    if (to.value < from.value) return { kind: 'wrong', fix: 'The last day away is before the first.' }
    found.push({ from: from.value, to: to.value })
  }
  return value(found)
}

/** Undefined for a text that cannot be an email address. */
export function readEmail(text: string): string | undefined {
  const email = text.toLowerCase()
  return /^[^\s@,;<>"]{1,64}@[^\s@,;<>"]+\.[^\s@,;<>".]+$/.test(email) && email.length <= 254 ? email : undefined
}

function value<T>(read: T): Cell<T> {
  return { kind: 'value', value: read }
}

function look<T extends string>(text: string, known: ReadonlyMap<string, T>, all: readonly T[]): Cell<T> {
  const word = text
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
  const found = known.get(word)
  if (found !== undefined) return value(found)
  const near = nearest(word, known.keys())
  const meant = near === undefined ? '' : ` Did you mean ${known.get(near) ?? ''}?`
  return { kind: 'wrong', fix: `It may be ${all.join(', ')}.${meant}` }
}

function wordMap<T extends string>(all: readonly T[], words: Readonly<Record<T, string>>): ReadonlyMap<string, T> {
  return new Map(all.flatMap((each) => words[each].split('|').map((word) => [word, each] as const)))
}
