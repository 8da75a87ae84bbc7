// The pages about policies: all of them, and one edition.
import { sayDay, type Day } from '../kit/days.ts'
import type { Difference } from '../policy/difference.ts'
import { editionInForce } from '../policy/force.ts'
import type { Edition, Policy } from '../policy/types.ts'
import type { OfficeAnswer, OfficeField, Part } from '../ports/office.ts'
import { back, form, heading, links, list, look, notePart, page, doneNote, textPart, wrong } from './parts.ts'
import { differenceParts, outlinePart } from './policy-parts.ts'
import { toWhen } from './when.ts'

/** The form with which documents are sent. */
export const policyUpload: Part = form(
  '/office/policies',
  [
    {
      kind: 'file',
      id: 'file',
      label: 'Policies',
      hint: 'Word, PDF, OpenDocument, RTF, a saved web page, Markdown or text. Several at once, up to 60 MB together.',
      accept: '.docx,.docm,.odt,.rtf,.pdf,.html,.htm,.md,.markdown,.txt',
      many: true,
    },
  ],
  { label: 'Read them', value: 'send', main: true },
)

export interface PoliciesView {
  readonly policies: readonly Policy[]
  readonly today: Day
  readonly sent: readonly { readonly id: string; readonly name: string; readonly state: string }[]
  /** By the watched folder. */
  readonly proposed: readonly { readonly name: string; readonly sha256: string }[]
  readonly open: readonly { readonly edition: string; readonly what: string }[]
  readonly done: string | undefined
  readonly problem?: string
}

export function policiesPage({ policies, today, sent, proposed, open, done, problem }: PoliciesView): OfficeAnswer {
  const rows = policies.flatMap((policy) =>
    policy.editions.map((edition) => ({
      to: `/office/policies/${policy.id}/${edition.id}`,
      cells: [edition.title, edition.id, stateOf(policy, edition, today), toWhen(edition.nextReview)],
    })),
  )
  return page('Policies', [
    doneNote(done),
    problem === undefined ? undefined : wrong(problem),
    ...(sent.length === 0
      ? []
      : [
          heading('Sent and waiting for you'),
          links(
            ...sent.map(({ id, name, state }) => ({ to: `/office/policies/sent/${id}`, label: `${name}: ${state}` })),
          ),
        ]),
    ...proposed.flatMap(proposedParts),
    { kind: 'table', caption: 'Editions', head: ['Policy', 'Edition', 'How it stands', 'Next review'], rows },
    open.length === 0
      ? undefined
      : look(
          'Left open when they were imported:',
          ...open.slice(0, 20).map(({ edition, what }) => `${edition}: ${what}`),
        ),
    heading('Bring in policies'),
    policyUpload,
    links({ to: '/office/policies/-outside', label: 'Add what the school does not write itself' }),
    back,
  ])
}

function proposedParts({ name, sha256 }: PoliciesView['proposed'][number]): Part[] {
  const kept: OfficeField = { kind: 'kept', id: 'proposed', value: sha256 }
  return [
    textPart(`Proposed by the watched folder: ${name}`),
    form(
      '/office/policies',
      [kept],
      { label: 'Look at it', value: 'send', main: true, spoken: `Look at it: ${name}` },
      { label: 'Leave it', value: 'leave', spoken: `Leave it: ${name}` },
    ),
  ]
}

function stateOf(policy: Policy, edition: Edition, today: Day): string {
  if (edition.withdrawn !== undefined) return `withdrawn from ${sayDay(edition.withdrawn)}`
  const wording = edition.wording === 'adopted' ? '' : ', the sample’s summary'
  return editionInForce(policy, today) === edition ? `in force${wording}` : `not in force${wording}`
}

export interface EditionView {
  readonly policy: Policy
  readonly edition: Edition
  readonly today: Day
  /** It is a file in the school's own home. */
  readonly own: boolean
  readonly hasOriginal: boolean
  readonly changes: Difference | undefined
  /** Rules of the checks whose words this edition does not have; only of the newest. */
  readonly rulesOff: number
  readonly marked: 'material' | 'editorial' | undefined
  readonly seen: string | undefined
  readonly done: string | undefined
  readonly problem?: readonly string[]
}

/** Where the words that rulings rest on are confirmed. */
function rulesPart({ rulesOff, edition }: EditionView): Part | undefined {
  if (rulesOff === 0) return undefined
  const [rules, their] =
    rulesOff === 1 ? ['1 rule of the checks is', 'its'] : [`${rulesOff} rules of the checks are`, 'their']
  return look(
    `${rules} off until somebody confirms the words of this edition that ${rulesOff === 1 ? 'it rests' : 'they rest'} on. Until then the checks say “ask first” in ${their} place.`,
    `In a chat, write “rules ${edition.title}”: it shows the words that it proposes, and you confirm them there.`,
  )
}

export function editionPage(view: EditionView): OfficeAnswer {
  const { policy, edition, today, own, hasOriginal, changes, done, problem } = view
  const to = `/office/policies/${policy.id}/${edition.id}`
  return page(`${edition.title}, edition ${edition.id}`, [
    doneNote(done),
    problem === undefined ? undefined : wrong(...problem),
    list([
      `How it stands: ${stateOf(policy, edition, today)}`,
      `In force from: ${toWhen(edition.inForceFrom ?? edition.published)}`,
      `Next review: ${toWhen(edition.nextReview)}`,
      `What staff sign: ${saySigned(policy)}`,
      ...outsideLines(edition),
    ]),
    rulesPart(view),
    links({
      to: `${to}/understanding`,
      label: `Questions before signing: ${policy.asksUnderstanding === true ? 'on' : 'off'}`,
    }),
    links({ to: `${to}/usual`, label: 'Usual questions' }),
    hasOriginal
      ? links({ to: `${to}/original`, label: `The school’s own file: ${edition.source?.file ?? ''}` })
      : undefined,
    ...(changes === undefined ? [] : [...differenceParts(changes), ...markParts(view, to)]),
    ...(own ? ownParts(view, to) : [notePart(sayWhence(edition))]),
    outlinePart(edition),
    links({ to: '/office/policies', label: 'All policies' }),
  ])
}

/** Why there is nothing to put right on this page. */
function sayWhence({ outside }: Edition): string {
  return outside === undefined
    ? 'It comes with the program. Import the school’s own text, and this one is left out.'
    : 'It is read where it is published. Its next edition is added under Policies, and what was added by mistake is taken back under Settings.'
}

function outsideLines({ outside }: Edition): string[] {
  if (outside === undefined) return []
  return [`Outside: published by ${outside.by}, at ${outside.link}`, `SHA-256 of the file: ${outside.sha256}`]
}

function saySigned({ declaration, statements }: Policy): string {
  if (declaration !== undefined) return `section ${declaration}`
  return statements === undefined ? 'nothing in it' : 'the school’s standard statement'
}

function ownParts({ edition, seen }: EditionView, to: string): Part[] {
  const kept: OfficeField = { kind: 'kept', id: 'seen', value: seen ?? '' }
  const when = (id: string, label: string, value: string | undefined): OfficeField => ({
    kind: 'line',
    id,
    label,
    hint: 'A day such as 2026-09-01, or a month such as 2026-09.',
    value: value ?? '',
  })
  return [
    heading('Put it right'),
    form(
      to,
      [
        kept,
        { kind: 'line', id: 'title', label: 'Title', value: edition.title, required: true },
        when('adopted', 'Adopted', edition.adopted),
        when('reviewed', 'Reviewed', edition.reviewed),
        when('inForceFrom', 'In force from', edition.inForceFrom),
        when('nextReview', 'Next review', edition.nextReview),
      ],
      { label: 'Save', value: 'correct', main: true },
    ),
    heading('In force, or withdrawn'),
    form(
      to,
      [kept, when('from', 'From which day', undefined)],
      { label: 'In force from then', value: 'publish' },
      { label: 'Withdrawn from then', value: 'withdraw' },
    ),
  ]
}

function markParts({ marked }: EditionView, to: string): Part[] {
  const stands = {
    material: 'It is marked as material: everybody signs again.',
    editorial: 'It is marked as editorial: signatures of the edition before stand.',
  }
  return [
    textPart(marked === undefined ? 'Not marked yet: everybody signs again.' : stands[marked]),
    form(
      to,
      [],
      { label: 'Material: everybody signs again', value: 'material' },
      { label: 'Editorial: signatures stand', value: 'editorial' },
    ),
  ]
}
