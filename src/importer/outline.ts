// Turns blocks and headings into sections: every block ends up in exactly one of them, or beside them, in order.
import { defined } from '../kit/defined.ts'
import { parentOf } from '../library/sections.ts'
import type { Section } from '../policy/types.ts'
import { splitFront } from './front.ts'
import { findGaps } from './gaps.ts'
import { parseCounted, parseLabel, parsePath } from './marks.ts'
import { bareTitle } from './names.ts'
import { toParts } from './parts.ts'
import { assignRefs } from './refs.ts'
import type { SourceBlock, Heading, ImportProblem } from './types.ts'

export interface Outline {
  readonly sections: readonly Section[]
  readonly lineOf: ReadonlyMap<string, number>
  /** Blocks that belong to no section: the title page, and running titles above appendices. */
  readonly aside: readonly SourceBlock[]
  readonly problems: readonly ImportProblem[]
  /** The ref of the section that contains a block. */
  readonly sectionOf: (at: number) => string | undefined
}

/** `title` is the document's own. */
export function outline(blocks: readonly SourceBlock[], headings: readonly Heading[], title: string): Outline {
  const own = headings.filter(({ forAbove }) => forAbove !== true)
  const refs = assignRefs(own)
  const { drafts, aside } = cut(blocks, headings, { refs, title })
  const { sections, problems } = build(drafts)
  const lineOf = new Map(drafts.map(({ ref, line }) => [ref, line]))
  return { sections, lineOf, aside, problems, sectionOf: holderIn(drafts) }
}

/** The drafts are in order, so a binary search finds the one that contains a place. */
function holderIn(drafts: readonly Draft[]): (at: number) => string | undefined {
  return (at) => {
    let [from, to] = [0, drafts.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((drafts[middle]?.at ?? 0) <= at) from = middle + 1
      else to = middle
    }
    return drafts[from - 1]?.ref
  }
}

interface Draft {
  readonly at: number
  readonly ref: string
  readonly line: number
  readonly page: number | undefined
  readonly title: string | undefined
  /** As printed; null where none is printed. */
  readonly number: string | null
  readonly body: readonly SourceBlock[]
  /** Whether a heading certainly follows, or nothing at all. */
  readonly isClosed: boolean
}

function cut(
  blocks: readonly SourceBlock[],
  headings: readonly Heading[],
  { refs, title: documentTitle }: { refs: readonly string[]; title: string },
): { drafts: readonly Draft[]; aside: readonly SourceBlock[] } {
  const first = headings[0]?.at ?? blocks.length
  const front = splitFront(blocks.slice(0, first))
  const aside = [...front.aside]
  const names = new Set([bareTitle(documentTitle), ...aside.map(({ text }) => bareTitle(text))])
  const drafts: Draft[] = []
  const [opening] = front.body
  if (opening !== undefined) {
    const { no: line, page } = front.title ?? opening
    const title = front.title?.text ?? (headings.length === 0 ? documentTitle : 'Preface')
    drafts.push({
      at: first - front.body.length,
      ref: headings.length === 0 ? '1' : '0',
      line,
      page,
      title,
      number: null,
      body: front.body,
      isClosed: false,
    })
  }
  let at = 0
  for (const [index, heading] of headings.entries()) {
    const block = blocks[heading.at]
    if (heading.forAbove === true || block === undefined) continue
    const { draft, isRunning } = draftOf(heading, { blocks, headings, index, names, ref: refs[at++] ?? '' })
    if (isRunning) aside.push(block)
    drafts.push(draft)
  }
  return { drafts, aside }
}

interface Around {
  readonly blocks: readonly SourceBlock[]
  readonly headings: readonly Heading[]
  readonly index: number
  readonly names: ReadonlySet<string>
  readonly ref: string
}

/** A heading with everything up to the next one. */
function draftOf(
  heading: Heading,
  { blocks, headings, index, names, ref }: Around,
): { draft: Draft; isRunning: boolean } {
  const block = blocks[heading.at]
  const next = headings[index + 1]
  const above = next?.forAbove === true ? next : undefined
  const end = (above === undefined ? next : headings[index + 2])?.at ?? blocks.length
  const rest = blocks.slice(heading.at + 1, end).filter((each) => each !== blocks[above?.at ?? -1])
  const { title, isRunning } = titleOf(heading, block?.text ?? '', names)
  const draft = {
    at: heading.at,
    ref,
    line: block?.no ?? 0,
    page: block?.page,
    title: above?.title ?? title,
    number: block === undefined ? null : numberOf(heading, block),
    body: heading.isText && block !== undefined ? [block, ...rest] : rest,
    isClosed: next === undefined || next.number !== undefined || blocks[next.at]?.level !== undefined,
  }
  return { draft, isRunning }
}

/** The number before a heading as the school prints it, without the full stop after it. */
function numberOf({ number }: Heading, { text, printed }: SourceBlock): string | null {
  if (number === undefined) return null
  const read = parseLabel(text) ?? parsePath(text) ?? parseCounted(text)
  const own = printed ?? (read === undefined ? '' : text.slice(0, text.length - read.rest.length))
  const bare = own.replace(/\s*[–—-]\s*$/, '').replace(/[\s.:]+$/, '')
  // In a comment of the edition's file, characters that would end the comment are not possible.
  return /^[\p{L}\p{N}][\p{L}\p{N} .()§:/-]{0,39}$|^\([\p{L}\p{N}]{1,6}\)$/u.test(bare) && !bare.includes('--')
    ? bare
    : null
}

/** An appendix that is headed with the title of the document has no title of its own: its label is its title. */
function titleOf({ number, title }: Heading, text: string, names: ReadonlySet<string>) {
  if (number?.kind !== 'appendix' && number?.kind !== 'division') return { title, isRunning: false }
  const isRunning = title !== undefined && names.has(bareTitle(title))
  const label = /^\S+(?:\s+\w+)?/.exec(text)?.[0] ?? text
  return { title: title === undefined || isRunning ? label : title, isRunning }
}

/** The first words of a paragraph, without its number. */
function opening(text: string): string {
  const words = (parsePath(text) ?? parseCounted(text))?.rest ?? text
  return words.length <= longestTitle ? words : `${words.slice(0, longestTitle).replace(/\s+\S*$/, '')} …`
}

const longestTitle = 60

function build(drafts: readonly Draft[]) {
  const refs = new Set(drafts.map(({ ref }) => ref))
  const parents = new Set(drafts.map(({ ref }) => parentOf(ref, refs)))
  const titles = new Map<string, string>()
  const problems: ImportProblem[] = []
  const sections = drafts.map(({ ref, title, number, page, body, isClosed }): Section => {
    const parent = parentOf(ref, refs)
    // A section without a title takes its parent's, or its own first words.
    const shown = (title ?? titles.get(parent ?? '') ?? opening(body[0]?.text ?? ref)).replace(/\s+/g, ' ').trim()
    titles.set(ref, shown)
    const { parts, gaps, doubts } = findGaps(toParts(body), { hasSections: parents.has(ref), isClosed })
    problems.push(...gaps.map(({ line, what }) => ({ kind: 'gap' as const, section: ref, line, what })))
    problems.push(...doubts.map(({ line, what }) => ({ kind: 'unsure' as const, section: ref, line, what })))
    return { ref, title: shown, ...defined({ number: number === ref ? undefined : number, page }), parent, parts }
  })
  return { sections, problems }
}
