// Everything about a document as a whole that somebody should look at, listed all at once and not one each run.
import { compact, defined } from '../kit/defined.ts'
import type { DayOrMonth } from '../kit/days.ts'
import { sayDay, sayMonths } from '../kit/days.ts'
import { shorten } from '../kit/text.ts'
import type { Document } from '../ports/document.ts'
import type { Dates } from './facts.ts'
import type { FoundHeadings } from './headings.ts'
import { sureDeclaration } from './declarations.ts'
import { bareTitle } from './names.ts'
import type { Outline } from './outline.ts'
import { oddities } from './policy.ts'
import { countFrom, type StatedRhythm } from './rhythm.ts'
import type { SourceBlock, DeclarationCandidate, ImportOptions, ImportProblem } from './types.ts'

export interface Structured {
  readonly document: Document
  readonly blocks: readonly SourceBlock[]
  readonly found: FoundHeadings
  readonly outlined: Outline
  readonly declarations: readonly DeclarationCandidate[]
}

export interface KnownFacts {
  readonly dates: Dates
  /** The title that was found. */
  readonly named: string | undefined
  /** How often the text says that it is reviewed. */
  readonly rhythm: StatedRhythm | undefined
  readonly options: ImportOptions
}

export function doubtsOf(judged: Structured, known: KnownFacts): ImportProblem[] {
  const { named, options } = known
  const { document, blocks, found, outlined, declarations } = judged
  const top = blocks[0]?.no ?? 1
  const preface = outlined.lineOf.get('0')
  const all = compact([
    ...titleDoubts(named, options.title),
    ...oddities(blocks, found.headings),
    found.headings.length > 0 &&
      found.headings.every(({ number }) => number === undefined) &&
      'The headings have no numbers; people are shown their titles.',
    ...lostDoubts(document),
  ])
  return compact([
    ...found.doubts.map(({ at, what }) => unsure(what, blocks[at], outlined.sectionOf(at))),
    ...all.map((what) => ({ kind: 'unsure' as const, section: undefined, line: top, what })),
    preface !== undefined && {
      kind: 'unsure' as const,
      section: '0',
      line: preface,
      what: 'There is text before the first section; it is section 0.',
    },
    ...rhythmDoubts(judged, known),
    ...declarationDoubts(declarations, outlined),
    ...damaged(blocks),
  ])
}

function unsure(what: string, block: SourceBlock | undefined, section: string | undefined): ImportProblem {
  const page = block?.page
  return { kind: 'unsure', section, line: block?.no ?? 1, ...defined({ page }), what }
}

function titleDoubts(found: string | undefined, known: string | undefined): string[] {
  if (found === undefined) return known === undefined ? ['No title was found above the first section.'] : []
  if (known === undefined || bareTitle(found).includes(bareTitle(known)) || bareTitle(known).includes(bareTitle(found)))
    return []
  return [`The document calls itself "${found}", but this policy is known as "${known}". Is it the right one?`]
}

/** How often it is reviewed gives the next review, where nothing else does; somebody must accept it. */
function rhythmDoubts({ blocks, outlined }: Structured, { dates, rhythm, options }: KnownFacts): ImportProblem[] {
  const months = rhythm?.months ?? options.reviewEvery
  if (dates.nextReview !== undefined || months === undefined) return []
  const from = [dates.reviewed, dates.amended, dates.ratified, dates.adopted, dates.published]
    .filter((when): when is DayOrMonth => when !== undefined)
    .toSorted()
    .at(-1)
  const next = from === undefined ? undefined : countFrom(from, months)
  const said =
    rhythm === undefined
      ? `The text names no day for its next review. Here it is reviewed every ${sayMonths(months)}.`
      : `The text says “${shorten(rhythm.words, 140)}”.`
  const at = rhythm?.at ?? 0
  const doubt = unsure(said, blocks[at], rhythm === undefined ? undefined : outlined.sectionOf(at))
  if (from === undefined || next === undefined)
    return [{ ...doubt, kind: 'date', what: `${said} Give the day of the next review with --next-review.` }]
  const what = `${said} Counted from ${sayDay(from)} the next review is ${sayDay(next)}; that is put down if you say yes.`
  return [{ ...doubt, kind: 'date', what, proposal: { field: 'nextReview', value: next } }]
}

function declarationDoubts(candidates: readonly DeclarationCandidate[], outlined: Outline): ImportProblem[] {
  if (sureDeclaration(candidates) !== undefined) return []
  return candidates
    .filter(({ speaker }) => speaker === 'staff' || speaker === 'unknown')
    .map(({ ref, title, words }) => ({
      kind: 'unsure' as const,
      section: ref,
      line: outlined.lineOf.get(ref) ?? 1,
      what: `Is “${title}” what staff are asked to sign? It says: “${words}”`,
      proposal: { field: 'declaration' as const, value: ref },
    }))
}

const lostWords: Readonly<Record<string, string>> = {
  hidden: 'hidden passages were left out',
  deleted: 'deleted passages of tracked changes were left out',
  inserted: 'inserted passages of tracked changes were taken as accepted',
  picture: 'pictures cannot be kept',
  comment: 'comments were left out',
  object: 'embedded objects cannot be kept',
  unread: 'places could not be read',
}

function lostDoubts({ lost }: Document): string[] {
  return lost
    .filter(({ count, kind }) => count > 0 && lostWords[kind] !== undefined)
    .map(({ kind, count }) => `Of the file, ${count} ${lostWords[kind] ?? ''}. Does the policy need them?`)
}

/** Signs of a text that was saved in one encoding and opened in another before it came here. */
function damaged(blocks: readonly SourceBlock[]): ImportProblem[] {
  const block = blocks.find(({ text }) => /\uFFFD|â€[™œ\u009d“”]|Â[£ ]/.test(text))
  if (block === undefined) return []
  return [
    unsure(
      'Some signs look damaged, as if the file was saved in another encoding. Compare this line with the original.',
      block,
      undefined,
    ),
  ]
}
