// The office's page for what the school does not write itself: a link, an edition, and the hash of the file behind it.
import { choosePolicy } from '../importer/choose.ts'
import { newOutsideRecord, withOutside } from '../importer/policy-record.ts'
import { compact, defined } from '../kit/defined.ts'
import { sha256 } from '../kit/hash.ts'
import { isOutside, OutsideEdition } from '../library/outside.ts'
import type { Policy } from '../policy/types.ts'
import type { OfficeAnswer, OfficeField, OfficeRequest, Upload } from '../ports/office.ts'
import { contactFor } from './edition-files.ts'
import { form, links, look, notePart, page, textPart, typedIn, wrong } from './parts.ts'
import { changePolicyRecord, seenRecord } from './policy-record.ts'
import { whyNotSaved } from './unsaved.ts'
import { todayOf, type Insider, type World } from './world.ts'

type Fields = OfficeRequest['fields']
type Errors = Readonly<Record<string, string>>

interface Showing {
  readonly fields?: Fields
  readonly errors?: Errors
  readonly problem?: readonly string[]
}

const someWrong = 'Something is missing or can’t be read. Nothing was added.'

export function openOutside(world: World, { fields = {}, errors = {}, problem = [] }: Showing = {}): OfficeAnswer {
  const { policies, school } = world.library()
  const today = todayOf(world)
  const typed = typedIn({ edition: today.slice(0, 7), inForceFrom: today, ...fields }, errors)
  const when = 'A day such as 2026-09-01, or a month such as 2026-09.'
  const known = policies.filter(isOutside).map(({ id, title }) => ({ id, label: `a new edition of: ${title}` }))
  const which: OfficeField = {
    kind: 'choice',
    id: 'policy',
    label: 'It is',
    value: fields['policy'] ?? 'new',
    options: [{ id: 'new', label: 'a document that is not here yet' }, ...known],
  }
  const said = compact([...problem, Object.keys(errors).length > 0 && someWrong])
  return page('Add what the school does not write itself', [
    said.length === 0 ? undefined : wrong(...said),
    textPart(
      'Statutory guidance and the like are read where they are published. People are given the link, and confirm with the school’s standard statement that they have read it.',
    ),
    school.signing.statement === undefined
      ? look('The school has no standard statement yet, so nobody can confirm it. It is written under Settings.')
      : undefined,
    form(
      to,
      [
        ...compact([known.length > 0 && which]),
        typed(
          'line',
          'title',
          'Title',
          `As staff know it.${known.length > 0 ? ' Empty for a new edition: its title stays.' : ''}`,
        ),
        typed('line', 'by', 'Who publishes it', 'Such as: the Department for Education.'),
        typed('line', 'link', 'Where staff read it', 'The whole web address, beginning with https://.'),
        {
          kind: 'file',
          id: 'file',
          label: 'The file, as you downloaded it from there',
          hint: 'Only its hash is kept: by it anybody can tell later whether the file is still the same.',
          accept: '.pdf,.docx,.odt,.html,.htm,.txt',
          ...defined({ error: errors['file'] }),
        },
        typed('line', 'edition', 'Name of the edition', 'A month is best, such as 2026-09.'),
        typed('line', 'inForceFrom', 'It counts from', when),
        typed('line', 'nextReview', 'Next edition expected', `${when} Empty: not known.`),
        typed(
          'lines',
          'contents',
          'What stands in it',
          'A number and a title on each line, such as: 1 What all staff should know. Questions lead there. Empty: the document as a whole.',
        ),
      ],
      { label: 'Add it', value: 'add', main: true },
    ),
    notePart('What was added by mistake is taken back under Settings.'),
    links({ to: '/office/policies', label: 'All policies' }),
  ])
}

const to = '/office/policies/-outside'

export async function actOnOutside(
  world: World,
  { insider, request }: { readonly insider: Insider; readonly request: OfficeRequest },
): Promise<OfficeAnswer> {
  const { fields, files } = request
  const { policies, school } = world.library()
  const read = readOutsideForm(fields, files[0], policies)
  if (read.kind === 'wrong') return openOutside(world, { fields, errors: read.errors })
  const { policy, title, entry } = read
  const contact = contactFor(school, policy)
  const edit = (source: string) =>
    withOutside(source === '' ? newOutsideRecord({ id: policy, title, contact }) : source, entry)
  const saved = await changePolicyRecord(world, insider.by, { policy, seen: seenRecord(world, policy), edit })
  return saved.kind === 'saved'
    ? { kind: 'go', to: `/office/policies/${policy}/${entry.edition}?done=brought` }
    : openOutside(world, { fields, problem: whyNotSaved(saved, 'that document') })
}

interface Entry extends Readonly<Record<string, unknown>> {
  readonly edition: string
}

export type OutsideForm =
  | { readonly kind: 'entry'; readonly policy: string; readonly title: string; readonly entry: Entry }
  | { readonly kind: 'wrong'; readonly errors: Errors }

/** `errors` has a sentence for each field that is to be put right. */
export function readOutsideForm(fields: Fields, file: Upload | undefined, policies: readonly Policy[]): OutsideForm {
  const chosen = policies.filter(isOutside).find(({ id }) => id === fields['policy'])
  const title = lineIn(fields, 'title') || (chosen?.title ?? '')
  const contents = readContents(fields['contents'] ?? '')
  const entry = entryFrom(fields, { title: title === chosen?.title ? undefined : title, file, contents })
  const errors = {
    ...unreadable(entry),
    ...missing(fields, file),
    ...(chosen === undefined ? takenTitle(title, policies) : takenEdition(entry, chosen)),
    ...defined({ contents: contents.kind === 'wrong' ? contents.what : undefined }),
  }
  return Object.keys(errors).length > 0
    ? { kind: 'wrong', errors }
    : { kind: 'entry', policy: chosen?.id ?? choosePolicy(title, policies).policy, title, entry }
}

interface Written {
  readonly title: string | undefined
  readonly file: Upload | undefined
  readonly contents: Contents
}

function entryFrom(fields: Fields, { title, file, contents }: Written): Entry {
  const nextReview = lineIn(fields, 'nextReview')
  return {
    edition: lineIn(fields, 'edition'),
    ...defined({ title }),
    by: lineIn(fields, 'by'),
    link: lineIn(fields, 'link'),
    sha256: file === undefined ? '' : sha256(file.bytes),
    inForceFrom: lineIn(fields, 'inForceFrom'),
    ...defined({
      nextReview: nextReview === '' ? undefined : nextReview,
      contents: contents.kind === 'read' ? contents.lines : undefined,
    }),
  }
}

function lineIn(fields: Fields, name: string): string {
  return (fields[name] ?? '').replace(/\s+/g, ' ').trim()
}

/** What the library would not read. */
function unreadable(entry: Entry): Errors {
  const errors: Record<string, string> = {}
  for (const { path, message } of OutsideEdition.safeParse(entry).error?.issues ?? []) {
    const name = String(path[0])
    // Of the file itself, which is there or is asked for.
    if (name === 'sha256') continue
    errors[name] ??= message.startsWith('“') ? `${message}.` : `${labels[name] ?? 'That'} ${message}.`
  }
  return errors
}

function takenTitle(title: string, policies: readonly Policy[]): Errors {
  if (title === '') return { title: 'Write its title.' }
  return choosePolicy(title, policies).isNew ? {} : { title: sayThere(title) }
}

function takenEdition({ edition }: Entry, { editions }: Policy): Errors {
  return editions.some(({ id }) => id === edition) ? { edition: sayTaken(edition) } : {}
}

function missing(fields: Fields, file: Upload | undefined): Errors {
  const empty = Object.entries(needed).filter(([name]) =>
    name === 'file' ? file === undefined : lineIn(fields, name) === '',
  )
  return Object.fromEntries(empty)
}

const needed = {
  by: 'Write who publishes it.',
  link: 'Write the web address where staff read it.',
  file: 'Choose the file that you downloaded.',
  edition: 'Give the edition a name, such as its month: 2026-09.',
  inForceFrom: 'Write from which day it counts, such as 2026-09-01.',
}

const labels: Readonly<Record<string, string>> = {
  title: 'The title',
  by: 'Who publishes it',
  link: 'That',
  edition: 'The name of the edition',
  contents: 'What stands in it',
}

function sayThere(title: string): string {
  return `There is a policy called ${title} already. If this is a new edition of it, choose it above; else write another title.`
}

function sayTaken(edition: string): string {
  return `There is an edition ${edition} already. An edition does not change once people rely on it: give this one another name.`
}

type Contents =
  | { readonly kind: 'none' }
  | { readonly kind: 'read'; readonly lines: Readonly<Record<string, string>> }
  | { readonly kind: 'wrong'; readonly what: string }

function readContents(text: string): Contents {
  const lines: Record<string, string> = {}
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue
    const [, ref, title] = /^([A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*)\.?\s+(\S.*)$/.exec(line) ?? []
    if (ref === undefined || title === undefined || !/\d/.test(ref))
      return {
        kind: 'wrong',
        what: `“${line.slice(0, 60)}” does not begin with a number. Write such as: 1 What all staff should know.`,
      }
    if (Object.hasOwn(lines, ref)) return { kind: 'wrong', what: `The number ${ref} stands there twice.` }
    lines[ref] = title
  }
  return Object.keys(lines).length === 0 ? { kind: 'none' } : { kind: 'read', lines }
}
