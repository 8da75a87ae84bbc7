// The Markdown blocks of an edition file. Nearly every block is a plain paragraph, a flat list or a heading, and those are
// read here: the parser for all of Markdown needs a second for the policies of a large school. It reads whatever holds a
// sign that might mean something, section by section, so that both always give the same.
import type { Blockquote, Heading, Html, List, Node, Paragraph, RootContent } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

// Plain CommonMark. GitHub's extensions would turn every web address into a link, and an adopted text is only ever
// text.
const markdown = unified().use(remarkParse).freeze()
const withRecord = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).freeze()

/** The blocks of a text whose lines end with `\n`. Of their positions only the line of the start is meant to be used. */
export function readBlocks(source: string): RootContent[] {
  const record = /^---\n((?:.*\n)*?)---\n/.exec(source)
  if (record === null || reachesOn.test(source)) return allBlocks(source)
  const [whole, value = ''] = record
  const blocks: RootContent[] = [{ type: 'yaml', value: value.replace(/\n$/, ''), position: at(1) }]
  const lines = source.slice(whole.length).split('\n')
  const first = whole.split('\n').length
  for (const [from, to] of stretches(lines)) {
    const stretch = lines.slice(from, to)
    blocks.push(
      ...(plainBlocks(stretch, first + from) ?? moved(markdown.parse(stretch.join('\n')).children, first + from - 1)),
    )
  }
  return blocks
}

/** The same by the parser for all of Markdown. */
export function allBlocks(source: string): RootContent[] {
  return withRecord.parse(source).children
}

/** What may mean something beyond the next heading: fenced code, a block of HTML, the address of a link. */
const reachesOn = /```|~~~|^ {0,3}<(?!!-- [^<>]* -->$)|\]:/m

/** From one heading to the next: a heading after an empty line ends whatever stands above it. */
function stretches(lines: readonly string[]): (readonly [number, number])[] {
  const starts = [...lines.keys()].filter(
    (line) => line === 0 || (lines[line - 1] === '' && /^#{1,6} /.test(lines[line] ?? '')),
  )
  return starts.map((start, nth) => [start, starts[nth + 1] ?? lines.length])
}

/** Undefined where anything in it is not plain. */
function plainBlocks(lines: readonly string[], first: number): RootContent[] | undefined {
  const blocks: RootContent[] = []
  for (let line = 0; line < lines.length; line++) {
    if (lines[line] === '') continue
    let end = line
    while (end < lines.length && lines[end] !== '') end++
    const block = plainBlock(lines.slice(line, end), first + line)
    // Two lists with only empty lines between them are one.
    if (block === undefined || (block.type === 'list' && blocks.at(-1)?.type === 'list')) return undefined
    blocks.push(block)
    line = end
  }
  return blocks
}

function plainBlock(lines: readonly string[], line: number): RootContent | undefined {
  const [first = ''] = lines
  if (first.startsWith('#')) return lines.length === 1 ? heading(first, line) : undefined
  if (first.startsWith('<')) return lines.length === 1 ? comment(first, line) : undefined
  if (first.startsWith('- ')) return list(lines, line)
  if (first === '> [!GAP]') return gap(lines, line)
  return lines.every(isPlain) ? paragraph(lines.join('\n'), line) : undefined
}

function heading(text: string, line: number): Heading | undefined {
  const [, marks = '', title = ''] = /^(#{1,6}) (\S.*)$/.exec(text) ?? []
  const depth = depths.find((each) => each === marks.length)
  if (depth === undefined || /[\s#]$/.test(title) || special.test(title)) return undefined
  return { type: 'heading', depth, children: [{ type: 'text', value: title }], position: at(line) }
}
const depths = [1, 2, 3, 4, 5, 6] as const

function comment(value: string, line: number): Html | undefined {
  return /^<!-- [^<>]* -->$/.test(value) && !value.slice(4, -3).includes('--')
    ? { type: 'html', value, position: at(line) }
    : undefined
}

function list(lines: readonly string[], line: number): List | undefined {
  const items = lines.map((each) => each.slice(2))
  if (!lines.every((each) => each.startsWith('- ')) || !items.every(isPlain)) return undefined
  return {
    type: 'list',
    ordered: false,
    children: items.map((item, nth) => ({
      type: 'listItem',
      children: [paragraph(item, line + nth)],
      position: at(line + nth),
    })),
    position: at(line),
  }
}

function gap(lines: readonly string[], line: number): Blockquote | undefined {
  const [head = '', ...rest] = lines.map((each) => each.slice(2))
  if (!lines.every((each) => each.startsWith('> ')) || !rest.every(isPlain)) return undefined
  return { type: 'blockquote', children: [paragraph([head, ...rest].join('\n'), line)], position: at(line) }
}

function paragraph(value: string, line: number): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }], position: at(line) }
}

/** A line that begins with a letter begins no other block, and without a special sign it is only text. */
function isPlain(line: string): boolean {
  return /^(?:[\p{L}("'“‘£]|\d+(?![\d.)]))/u.test(line) && !/\s$/.test(line) && !special.test(line)
}
const special = /[\\`*_[\]<\u0000-\u001f]|&(?! )/

function at(line: number): NonNullable<Node['position']> {
  const point = { line, column: 1 }
  return { start: point, end: point }
}

/** Blocks of a part of a text, with the lines that they have in the whole. */
function moved(blocks: RootContent[], lines: number): RootContent[] {
  for (const block of blocks) move(block, lines)
  return blocks
}

function move(node: RootContent, lines: number): void {
  if (node.position !== undefined) node.position.start.line += lines
  if ('children' in node) for (const child of node.children) move(child, lines)
}
