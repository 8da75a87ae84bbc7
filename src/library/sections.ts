// Turns the Markdown blocks of an edition file into sections with their parts, and reports what is wrong, line by line.
import { defined } from '../kit/defined.ts'
import type { Blockquote, Heading, Html, List, PhrasingContent, RootContent } from 'mdast'
import { nearest } from '../kit/text.ts'
import type { SectionPart, Section } from '../policy/types.ts'
import type { Problem } from '../turn/library.ts'

type Report = (at: RootContent, what: string, fix: string) => void

/** The sections in the order of the text; each problem is added to `problems`. */
export function readSections(file: string, blocks: readonly RootContent[], problems: Problem[]): Section[] {
  const report: Report = ({ position }, what, fix) =>
    problems.push({ file, line: position?.start.line ?? 1, what, fix })
  const open: OpenSection[] = []
  // A repeated section is reported once, but its text is still read, to find problems further down.
  let mark: string | undefined
  let before = false
  for (const [index, block] of blocks.entries()) {
    const section = open.at(-1)
    if (block.type === 'heading') {
      if (index === 0 && block.depth === 1 && readHeading(block) === undefined) continue
      const heading = openSection(block, open, report)
      if (heading !== undefined) open.push({ ...heading, parts: [] })
    } else if (block.type === 'html' && isComment(block)) {
      mark = markIn(block)
      notePrinted(section, block)
    } else if (section === undefined) {
      if (!before) report(block, 'has text before the first section', underHeading)
      before = true
    } else {
      section.parts.push(...readBlock(block, mark, report))
      mark = undefined
    }
  }
  if (open.length === 0) problems.push(noSections(file))
  const refs = new Set(open.map(({ ref }) => ref))
  return open.map(({ ref, title, printed, parts }) => ({
    ref,
    title: title || titleAbove(ref, open),
    ...printed,
    parent: parentOf(ref, refs),
    parts,
  }))
}

const underHeading = 'Put it under a heading with a number, such as "## 1. Context".'

function noSections(file: string): Problem {
  const fix = 'Begin each section with a heading such as "## 1. Context".'
  return { file, line: 1, what: 'has no sections', fix }
}

/** The importer's note stands directly below the heading. */
function notePrinted(section: OpenSection | undefined, block: Html): void {
  if (section?.parts.length === 0) section.printed ??= printedIn(block)
}

interface OpenSection {
  readonly ref: string
  readonly title: string
  readonly line: number
  readonly parts: SectionPart[]
  /** What the importer noted below the heading; older files have no such note. */
  printed?: Pick<Section, 'number' | 'page'> | undefined
}

/** `<!-- printed: number "Appendix 1", page 7 -->` or `<!-- printed: no number -->`. */
function printedIn({ value }: Html): Pick<Section, 'number' | 'page'> | undefined {
  const [, none, quoted, page] =
    /^<!-- printed: (?:(no number)|number "([^"\\]{1,40})")?(?:, )?(?:page (\d{1,6}))? -->$/.exec(value.trim()) ?? []
  if (none === undefined && quoted === undefined && page === undefined) return undefined
  const number = none === undefined ? quoted : null
  return defined({ number, page: page === undefined ? undefined : Number(page) })
}

/** The section that contains `ref`: `6.d` is in `6`, `A1.1` in `A1`; undefined for a top-level section. */
export function parentOf(ref: string, refs: ReadonlySet<string>): string | undefined {
  const above = ref.slice(0, Math.max(0, ref.lastIndexOf('.')))
  if (above === '') return undefined
  return refs.has(above) ? above : parentOf(above, refs)
}

/** A ref as people write it in front of a section: `6`, `6.d`, `A1.1`, `8.1.2`, `B`. */
export const refForm = /^(?:[A-Z]{0,8}\d{1,4}|[A-Z]{1,8}|[a-z])(?:\.(?:\d{1,4}|[A-Za-z]{1,8}))*$/

function readHeading(heading: Heading): { ref: string; title: string } | undefined {
  const text = inline(heading.children).replace(/\s+/g, ' ').trim()
  const [, token = '', title = ''] = /^(\S+)(?: (.*))?$/.exec(text) ?? []
  const ref = token.replace(/\.$/, '')
  // "A note on staff" is a title without a ref; "A. Note" has one.
  if (!refForm.test(ref) || (/^[A-Za-z]+$/.test(ref) && !token.endsWith('.'))) return undefined
  return { ref, title }
}

function openSection(block: Heading, open: readonly { ref: string; line: number }[], report: Report) {
  const heading = readHeading(block)
  if (heading === undefined) {
    const text = inline(block.children)
    report(
      block,
      `has a heading without a ref: "${text}"`,
      'Begin it with its number, such as "## 1. Context" or "### 6.d. Reputation".',
    )
    return undefined
  }
  const earlier = open.find(({ ref }) => ref === heading.ref)
  if (earlier !== undefined) {
    report(
      block,
      `repeats section ${heading.ref}, which stands in line ${earlier.line} already`,
      'Give each section a ref of its own.',
    )
  }
  return { ...heading, line: block.position?.start.line ?? 1 }
}

/** A section without a title of its own takes its parent's. */
function titleAbove(ref: string, open: readonly { ref: string; title: string }[]): string {
  const parent = parentOf(ref, new Set(open.map((each) => each.ref)))
  if (parent === undefined) return ref
  return open.find((each) => each.ref === parent)?.title || titleAbove(parent, open)
}

function isComment({ value }: Html): boolean {
  return /^<!--[\s\S]*-->$/.test(value.trim())
}

function markIn({ value }: Html): string | undefined {
  return /^<!-- mark: (\S+) -->$/.exec(value.trim())?.[1]
}

function readBlock(block: RootContent, mark: string | undefined, report: Report): SectionPart[] {
  switch (block.type) {
    case 'paragraph': {
      const text = inline(block.children)
      return text.trim() === '' ? [] : [{ kind: 'paragraph', text }]
    }
    case 'list':
      return [readList(block, mark, report)]
    case 'blockquote':
      return readGap(block, report)
    case 'thematicBreak':
      return []
    default:
      report(block, `has a block that an edition cannot hold (${block.type})`, 'Write it as paragraphs or as a list.')
      return []
  }
}

function readList(list: List, mark: string | undefined, report: Report): SectionPart {
  const items = list.children.map((item) => {
    const texts = item.children.flatMap((child) => {
      if (child.type === 'paragraph') return [inline(child.children)]
      report(child, `has a ${child.type} inside a list item`, 'Make it one flat list, or a paragraph of its own.')
      return []
    })
    if (texts.length === 0) report(item, 'has an empty list item', 'Write its text or take it out.')
    return texts.join('\n')
  })
  const ordered = list.ordered ?? false
  const start = ordered && (list.start ?? 1) !== 1 ? `${list.start ?? 1}.` : undefined
  const own = mark ?? start
  return { kind: 'list', ordered, ...defined({ mark: own }), items: items.filter((item) => item !== '') }
}

const gapHead = /^\[!(\S+?)\] ?/

function readGap(quote: Blockquote, report: Report): SectionPart[] {
  const texts = quote.children.flatMap((child) => (child.type === 'paragraph' ? [inline(child.children)] : []))
  const whole = texts.join(' ')
  const word = gapHead.exec(whole)?.[1]
  if (word?.toUpperCase() !== 'GAP') {
    const meant = word !== undefined && nearest(word, ['gap']) !== undefined
    const fix = 'A gap begins with the line "> [!GAP]"; anything else is a paragraph or a list.'
    report(
      quote,
      word === undefined ? 'has a quotation that is no gap' : `has "[!${word}]", which is not known`,
      meant ? `Did you mean [!GAP]? ${fix}` : fix,
    )
    return []
  }
  const text = whole.replace(gapHead, '')
  if (texts.length < quote.children.length)
    report(quote, 'has more than a sentence in a gap', 'Say in one sentence what is announced and missing.')
  if (text.trim() !== '') return [{ kind: 'gap', text }]
  report(quote, 'has an empty gap', 'Say in one sentence what is announced and missing.')
  return []
}

/**
 * The text that a person reads. A line break in the file does not break the text; a hard break (`\` at the end of the
 * line) does.
 */
function inline(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
          return node.value.replaceAll('\n', ' ')
        case 'break':
          return '\n'
        case 'image':
          return node.alt ?? ''
        case 'inlineCode':
        case 'html':
          return node.value
        default:
          return 'children' in node ? inline(node.children) : ''
      }
    })
    .join('')
}
