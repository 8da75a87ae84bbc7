// One page of a PDF as pdf.js sees it → its runs of text with position and font, the ruled lines, and the pictures.
import { z } from 'zod'
import { isSymbolFont, seen, symbolOf } from '../symbols.ts'
import type { Pdf, PdfPage } from './open.ts'
import { type Dot, multiply, readDrawing, type Rule } from './drawing.ts'

/** Text in one font on one line. In points from the page's upper left corner; `y` is the baseline. */
export interface Run {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
  readonly font: Font
  /** The marked content that it belongs to, by which tags refer to it. */
  readonly mark: string | undefined
  /** Marked as not part of the text. */
  readonly isArtifact: boolean
  /** Not written from left to right: a watermark, or a label along an edge. */
  readonly isTurned: boolean
  /** Blank text comes before it on the line. */
  readonly isSpaced: boolean
}

export interface Font {
  readonly name: string
  readonly bold: boolean
  readonly italic: boolean
}

export interface TagNode {
  readonly role: string
  readonly children: readonly (TagNode | TagLeaf)[]
}

export interface TagLeaf {
  readonly type: string
  readonly id: string
}

export interface Page {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly runs: readonly Run[]
  readonly rules: readonly Rule[]
  readonly pictures: readonly string[]
  readonly dots: readonly Dot[]
  readonly tags: TagNode | undefined
  /** Notes that somebody stuck beside the text or onto it. */
  readonly comments: number
}

export async function readPage(pdf: Pdf, number: number): Promise<Page> {
  const page = await pdf.getPage(number)
  // The list of operators provides the fonts, which the text only refers to by an id.
  const drawing = readDrawing(await page.getOperatorList(), page.getViewport({ scale: 1 }).transform)
  const { width, height } = page.getViewport({ scale: 1 })
  const runs = await readRuns(page)
  const tags = await readTags(page)
  const comments = await countComments(page)
  page.cleanup()
  return { number, width, height, runs, tags, comments, ...drawing }
}

const Annotation = z.looseObject({ subtype: z.string(), contentsObj: z.looseObject({ str: z.string() }).optional() })
const commented: ReadonlySet<string> = new Set([
  'Text',
  'Highlight',
  'Underline',
  'StrikeOut',
  'Squiggly',
  'Caret',
  'Ink',
])

async function countComments(page: PdfPage): Promise<number> {
  const all: readonly unknown[] = await page.getAnnotations()
  return all.filter((each) => {
    const { data } = Annotation.safeParse(each)
    return data !== undefined && commented.has(data.subtype) && (data.contentsObj?.str ?? '').trim() !== ''
  }).length
}

async function readRuns(page: PdfPage): Promise<Run[]> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const toPage = page.getViewport({ scale: 1 }).transform
  const fonts = new Map<string, Font>()
  const marks: { id: string | undefined; isArtifact: boolean }[] = []
  const runs: Run[] = []
  let isSpaced = false
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') marks.pop()
      else marks.push({ id: markId(item), isArtifact: markTag(item) === 'Artifact' })
      continue
    }
    const text = clean(item.str)
    if (text.trim() === '') {
      isSpaced ||= text !== '' || item.hasEOL
      continue
    }
    const font = fonts.get(item.fontName) ?? readFont(page, item.fontName)
    fonts.set(item.fontName, font)
    const place = placeOf(item.transform, toPage, item.width)
    const mark = marks.findLast(({ id }) => id !== undefined)?.id
    runs.push({
      text: showing(text, font),
      ...place,
      font,
      mark,
      isArtifact: marks.some(({ isArtifact }) => isArtifact),
      isSpaced,
    })
    isSpaced = false
  }
  return runs
}

function placeOf(matrix: readonly number[], toPage: readonly number[], width: number) {
  const [a, b, c, d, x, y] = multiply(toPage, matrix)
  return {
    x,
    right: x + width,
    y,
    size: Math.hypot(c, d),
    isTurned: a <= 0 || Math.abs(b) > 0.1 * a,
  }
}

const boldName = /bold|black|heavy|semibd|demi/i

function readFont(page: PdfPage, id: string): Font {
  // A font that could not be loaded has no name, and then nothing is known about its look.
  const known: unknown = page.commonObjs.has(id) ? page.commonObjs.get(id) : undefined
  const name = textOf(known, 'name')
  return {
    name: name.replace(/^[A-Z]{6}\+/, ''),
    bold: boldName.test(name) || isSet(known, 'bold') || isSet(known, 'black'),
    italic: /italic|oblique/i.test(name) || isSet(known, 'italic'),
  }
}

function textOf(thing: unknown, key: string): string {
  const value: unknown = typeof thing === 'object' && thing !== null ? Reflect.get(thing, key) : undefined
  return typeof value === 'string' ? value : ''
}

function isSet(thing: unknown, key: string): boolean {
  return typeof thing === 'object' && thing !== null && Reflect.get(thing, key) === true
}

const markTag = (item: unknown) => textOf(item, 'tag')
const markId = (item: unknown) => textOf(item, 'id') || undefined

/** Bullets are letters of a symbol font, or code points without a letter. */
function showing(text: string, { name }: Font): string {
  if (!isSymbolFont(name) || text.length > 2) return seen(text, name)
  return text.replace(/\S/g, (sign) => symbolOf(name, sign.charCodeAt(0)))
}

function clean(text: string): string {
  return (
    text
      // Control characters, and characters that a font has no letter for.
      .replace(/[\u0000-\u0008\u000B-\u001F\u007F\u200B\uFEFF]/g, '')
      .replace(/\s+/g, ' ')
  )
}

async function readTags(page: PdfPage): Promise<TagNode | undefined> {
  try {
    const tree: unknown = await page.getStructTree()
    return isNode(tree) ? tree : undefined
  } catch {
    // Broken tags are treated as missing.
    return undefined
  }
}

function isNode(thing: unknown): thing is TagNode {
  return typeof thing === 'object' && thing !== null && 'role' in thing && 'children' in thing
}
