// The policy.yaml of a policy that comes in: complete, with the school's own defaults, for its owner to correct; and the
// entry in it for an edition that is read elsewhere.
import { isSeq, parseDocument } from 'yaml'
import { compact } from '../kit/defined.ts'
import { capital } from '../kit/text.ts'
import type { Edition } from '../policy/types.ts'

export interface RecordDefaults {
  readonly number: number | undefined
  /** The section that people read and sign. */
  readonly declaration: string | undefined
  /** The person whom staff are sent to, as the school's settings say. */
  readonly contact: string
  /** How many months after a review the next one is due: as the document says, and as the school has it otherwise. */
  readonly rhythm: number | undefined
  readonly reviewEvery: number | undefined
}

export function newRecord(edition: Edition, defaults: RecordDefaults): string {
  const { number, declaration, contact, rhythm, reviewEvery } = defaults
  return compact([
    '# Written by the import for you to put right: who keeps this policy, and whom staff can ask.',
    '# Where a section of the policy says whom to ask, name it under ask: cites: "3"',
    `id: ${edition.policy}`,
    number !== undefined && `number: ${number}`,
    ...keptBy({ title: edition.title, contact, what: 'this policy' }),
    ...(declaration === undefined
      ? ['# No section was found that staff sign. Name one here if there is: declaration: "8"']
      : ['# The section that people read and sign.', `declaration: ${JSON.stringify(declaration)}`]),
    ...reviewLines(rhythm, reviewEvery),
    '',
  ]).join('\n')
}

function keptBy({ title, contact, what }: { title: string; contact: string; what: string }): string[] {
  return [
    `title: ${JSON.stringify(title)}`,
    `owner: ${JSON.stringify(contact)}`,
    'ask:',
    `  who: ${JSON.stringify(contact)}`,
    `  why: ${JSON.stringify(`${capital(contact)} can tell you more about ${what}.`)}`,
  ]
}

/** For a document that the school does not write itself; its editions are added by `withOutside`. */
export function newOutsideRecord({ id, title, contact }: { id: string; title: string; contact: string }): string {
  return [
    '# A document that the school does not write itself: it is read where it is published.',
    `id: ${id}`,
    ...keptBy({ title, contact, what: 'it' }),
    '',
  ].join('\n')
}

/** `entry` as the library reads it. Every comment stays, and so do the editions before. */
export function withOutside(source: string, entry: Readonly<Record<string, unknown>>): string {
  const document = parseDocument(source)
  const there = document.get('outside')
  if (isSeq(there)) there.add(document.createNode(entry))
  else document.set('outside', document.createNode([entry]))
  return document.toString({ lineWidth: 0 })
}

/** The ids of the editions that are outside, as the file names them. */
export function outsideIn(source: string): readonly string[] {
  const record = parseDocument(source).toJS() as { outside?: readonly { edition?: unknown }[] } | null
  return (record?.outside ?? []).map(({ edition }) => String(edition))
}

function reviewLines(said: number | undefined, usual: number | undefined): string[] {
  const months = said ?? usual
  if (months === undefined)
    return [
      '# How many months after a review the next one is due. The text does not say so; for a year: reviewEvery: 12',
    ]
  const why = said === undefined ? 'as in school.yaml' : 'as the text says'
  return [`# How many months after a review the next one is due, ${why}.`, `reviewEvery: ${months}`]
}
