// Reads the editions of a document that the school does not write itself: a link, and the hash of the file behind it.
import { z } from 'zod'
import { defined } from '../kit/defined.ts'
import { parseDayOrMonth, type DayOrMonth } from '../kit/days.ts'
import type { Edition, Policy, Section } from '../policy/types.ts'

const ADate = z.string().transform((text, context): DayOrMonth => {
  const when = parseDayOrMonth(text)
  if (when !== undefined) return when
  context.addIssue(`“${text}” is not a date; write a day as 2026-09-01 or a month as 2026-09`)
  return z.NEVER
})

/** On one line, whatever line breaks the file has. */
const Line = z
  .string()
  .transform((text) => text.replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1).max(200, 'may have 200 characters at most'))

const ref = z.string().regex(/^[A-Za-z0-9]+(\.[A-Za-z0-9]+)*$/, 'is not a number such as 1 or 2.a')

/** One edition in policy.yaml, under `outside`. */
export const OutsideEdition = z.strictObject({
  edition: z.coerce
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens, such as 2026-09'),
  title: Line.optional(),
  /** The publisher, as it reads in the middle of a sentence. */
  by: Line,
  link: z
    .url({ protocol: /^https?$/, error: 'is not a web address' })
    .max(1_000, 'may have 1,000 characters at most')
    .regex(/^\S+$/, 'holds a space, which a web address never does'),
  sha256: z
    .string()
    .regex(/^[\da-f]{64}$/, 'must be 64 hexadecimal digits; npm run policy -- outside FILE works it out'),
  published: ADate.optional(),
  inForceFrom: ADate.optional(),
  nextReview: ADate.optional(),
  withdrawn: ADate.optional(),
  /** Its contents by number, so that questions can lead there. */
  contents: z.record(ref, Line).optional(),
})
type OutsideEdition = z.output<typeof OutsideEdition>

/** A document whose every edition is read elsewhere. */
export function isOutside({ editions }: Policy): boolean {
  return editions.every(({ outside }) => outside !== undefined)
}

/** As editions of that policy. The document's text is not kept, so their sections are empty. */
export function outsideEditions({
  id,
  title,
  outside,
}: {
  readonly id: string
  readonly title: string
  readonly outside: readonly OutsideEdition[]
}): Edition[] {
  return outside.map(({ edition, by, link, sha256, contents, ...entry }) => ({
    policy: id,
    id: edition,
    title: entry.title ?? title,
    school: undefined,
    wording: 'adopted',
    published: entry.published,
    reviewed: undefined,
    ratified: undefined,
    nextReview: entry.nextReview,
    approvedBy: undefined,
    ...defined({ inForceFrom: entry.inForceFrom, withdrawn: entry.withdrawn }),
    outside: { by, link, sha256 },
    sections: sectionsOf(entry.title ?? title, contents),
  }))
}

/** Without contents, the document is one single section, so that questions can lead to it. */
function sectionsOf(title: string, contents: Readonly<Record<string, string>> = {}): Section[] {
  const sections = Object.entries(contents).map(([ref, named]) => ({ ref, title: named, parent: undefined, parts: [] }))
  return sections.length > 0 ? sections : [{ ref: '1', title, number: null, parent: undefined, parts: [] }]
}
