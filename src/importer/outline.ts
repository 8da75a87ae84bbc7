// Blocks and headings → sections: every block ends up in exactly one of them, or beside them, in order.
import { parentOf } from '../library/sections.ts'
import type { Section } from '../policy/types.ts'
import { splitFront } from './front.ts'
import { findGaps } from './gaps.ts'
import { toParts } from './parts.ts'
import { parseCounted, parsePath } from './marks.ts'
import { bareTitle } from './names.ts'
import { assignRefs } from './refs.ts'
import { repeated } from './repeated.ts'
import type { Block, Heading, ImportProblem, Refusal } from './types.ts'

export interface Outline {
  readonly kind: 'outlined'
  readonly sections: readonly Section[]
  readonly lineOf: ReadonlyMap<string, number>
  /** Blocks that stand in no section: the title page, and running titles above appendices. */
  readonly aside: readonly Block[]
  readonly problems: readonly ImportProblem[]
  /** The ref of the section that holds a block. */
  readonly sectionOf: (at: number) => string | undefined
}

export interface OutlineOptions {
  /** Gives the text behind a source's notation, such as Markdown's stars. */
  readonly plain: (text: string) => string
  /** The document's own title. */
  readonly title: string
}

export function outline(
  blocks: readonly Block[],
  headings: readonly Heading[],
  options: OutlineOptions,
): Outline | Refusal {
  const own = headings.filter(({ forAbove }) => forAbove !== true)
  const refs = assignRefs(own)
  const twin = refs.findIndex((ref, at) => refs.indexOf(ref) < at)
  if (twin !== -1) {
    const ref = refs[twin] ?? ''
    return repeated(ref, blocks[own[refs.indexOf(ref)]?.at ?? 0], blocks[own[twin]?.at ?? 0])
  }
  const { drafts, aside } = cut(blocks, headings, { refs, options })
  const { sections, problems } = build(drafts, options)
  const lineOf = new Map(drafts.map(({ ref, line }) => [ref, line]))
  const sectionOf = (at: number) => drafts.findLast((draft) => draft.at <= at)?.ref
  return { kind: 'outlined', sections, lineOf, aside, problems, sectionOf }
}

interface Draft {
  readonly at: number
  readonly ref: string
  readonly line: number
  readonly title: string | undefined
  readonly body: readonly Block[]
}

function cut(
  blocks: readonly Block[],
  headings: readonly Heading[],
  { refs, options }: { refs: readonly string[]; options: OutlineOptions },
): { drafts: readonly Draft[]; aside: readonly Block[] } {
  const first = headings[0]?.at ?? blocks.length
  const front = splitFront(blocks.slice(0, first))
  const aside = [...front.aside]
  const names = new Set([bareTitle(options.title), ...aside.map(({ text }) => bareTitle(text))])
  const drafts: Draft[] = []
  const [opening] = front.body
  if (opening !== undefined) {
    const line = front.title?.no ?? opening.no
    drafts.push({
      at: first - front.body.length,
      ref: '0',
      line,
      title: front.title?.text ?? 'Preface',
      body: front.body,
    })
  }
  let at = 0
  for (const [index, heading] of headings.entries()) {
    const block = blocks[heading.at]
    if (heading.forAbove === true || block === undefined) continue
    const next = headings[index + 1]
    const above = next?.forAbove === true ? next : undefined
    const end = (above === undefined ? next : headings[index + 2])?.at ?? blocks.length
    const rest = blocks.slice(heading.at + 1, end).filter((each) => each !== blocks[above?.at ?? -1])
    const { title, isRunning } = titleOf(heading, block, names)
    if (isRunning) aside.push(block)
    const body = heading.isText ? [block, ...rest] : rest
    drafts.push({ at: heading.at, ref: refs[at++] ?? '', line: block.no, title: above?.title ?? title, body })
  }
  return { drafts, aside }
}

/** An appendix that is headed with the title of the document has none of its own: its label is its title. */
function titleOf({ number, title }: Heading, { text }: Block, names: ReadonlySet<string>) {
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

function build(drafts: readonly Draft[], { plain }: OutlineOptions) {
  const refs = new Set(drafts.map(({ ref }) => ref))
  const parents = new Set(drafts.map(({ ref }) => parentOf(ref, refs)))
  const titles = new Map<string, string>()
  const problems: ImportProblem[] = []
  const sections = drafts.map(({ ref, title, body }): Section => {
    const parent = parentOf(ref, refs)
    const own = title === undefined ? undefined : plain(title)
    // Without a title of its own a section bears its parent's, or its first words.
    titles.set(ref, own ?? titles.get(parent ?? '') ?? opening(plain(body[0]?.text ?? ref)))
    const { parts, gaps } = findGaps(toParts(body, plain), parents.has(ref))
    problems.push(...gaps.map(({ line, what }) => ({ kind: 'gap' as const, section: ref, line, what })))
    return { ref, title: titles.get(ref) ?? ref, parent, parts }
  })
  return { sections, problems }
}
