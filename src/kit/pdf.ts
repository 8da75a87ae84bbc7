// Writes a short document as a PDF that can be read aloud, searched and copied: tagged, real text, a title and a language.
import PDFDocument from 'pdfkit'
import { clustersOf, facesFor, fontFile, isUsual, usualFace, type Faces } from './letters.ts'
import { isTurned } from './shape.ts'
import { setLines, type Run, type Styled } from './lines.ts'

export interface PdfText {
  readonly title: string
  /** Stands in the file as its date: the same document is the same file, whenever it is written. */
  readonly at: Date
  readonly blocks: readonly PdfBlock[]
}

export type PdfBlock =
  /** A word for everybody to see, in large letters. */
  | { readonly kind: 'banner'; readonly text: string }
  | { readonly kind: 'title' | 'heading' | 'text' | 'strong' | 'code'; readonly text: string }
  | { readonly kind: 'pair'; readonly label: string; readonly text: string }

export async function writePdf({ title, at, blocks }: PdfText): Promise<Uint8Array> {
  const faces = await facesFor(blocks.map(({ text }) => plainSpaces(text)))
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: 56, bottom: 56, left: 64, right: 64 },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    // Compressed bytes depend on the version of the compressor.
    compress: false,
    info: { Title: title, Creator: 'Policy Guide', Producer: 'Policy Guide', CreationDate: at, ModDate: at },
  })
  for (const [name, { bytes }] of faces.cut) doc.registerFont(name, bytes)
  const chunks: Uint8Array[] = []
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve)
    doc.on('error', reject)
  })
  const root = doc.struct('Document')
  doc.addStructure(root)
  for (const block of blocks) show({ doc, root, faces }, block)
  root.end()
  doc.end()
  await ended
  return join(chunks)
}

type Document = InstanceType<typeof PDFDocument>
type Element = ReturnType<Document['struct']>

interface Sheet {
  readonly doc: Document
  readonly root: Element
  readonly faces: Faces
}

const styles = {
  banner: { size: 40, bold: true, tag: 'P', gap: 8 },
  title: { size: 18, bold: true, tag: 'H1', gap: 10 },
  heading: { size: 13, bold: true, tag: 'H2', gap: 4 },
  strong: { size: 10.5, bold: true, tag: 'P', gap: 6 },
  text: { size: 10.5, bold: false, tag: 'P', gap: 6 },
  code: { size: 9.5, bold: false, tag: 'P', gap: 6 },
  pair: { size: 9.5, bold: false, tag: 'P', gap: 3 },
} as const

function show(sheet: Sheet, block: PdfBlock): void {
  const { doc, root } = sheet
  if (block.kind === 'heading') doc.moveDown(0.6)
  const text = plainSpaces(block.text)
  if (!canFlow(text)) {
    setAll(sheet, block)
    return
  }
  if (block.kind === 'pair') {
    const element = doc.struct('P')
    root.add(element)
    doc.fontSize(styles.pair.size).font(usualFace(true))
    doc.text(`${block.label}: `, { continued: true, structParent: element, structType: 'Span' })
    doc.font(usualFace(false)).text(text, { structParent: element, structType: 'Span', paragraphGap: styles.pair.gap })
    return
  }
  const { size, bold, tag, gap } = styles[block.kind]
  const isCode = block.kind === 'code' && /^[\x20-\x7e]*$/.test(text)
  doc.font(isCode ? fontFile('DejaVuSansMono.ttf') : usualFace(bold)).fontSize(size)
  doc.text(text, { structParent: root, structType: tag, paragraphGap: gap })
}

/** What the library sets in lines by itself: from left to right, in one face. */
function canFlow(text: string): boolean {
  return text === '' || isUsual(text)
}

const unprinted = '□'

/** Said below what could not be printed in full. */
const unprintedNote = `A ${unprinted} stands for a letter that this file has no font for. The school’s own record has it as it was written.`

/** In lines of our own, each part in the face that has its letters. */
function setAll(sheet: Sheet, block: PdfBlock): void {
  const { doc, root, faces } = sheet
  const { bold, tag, gap } = styles[block.kind]
  const element = doc.struct(tag)
  root.add(element)
  const whole = plainSpaces(block.text)
  const letters = clustersOf(whole)
  const faceOf = (cluster: string, isBold: boolean) => faces.faceOf(cluster, { text: whole, bold: isBold })
  const shown = letters.map((each) => (each === '\n' || faceOf(each, bold) !== undefined ? each : unprinted))
  for (const [index, text] of shown.join('').split('\n').entries()) {
    const label: Styled[] = block.kind === 'pair' && index === 0 ? [{ text: `${block.label}: `, bold: true }] : []
    setParagraph(sheet, { element, block, paragraph: [...label, { text, bold }], faceOf })
  }
  element.end()
  doc.y += gap
  if (shown.some((each, at) => each !== letters[at])) show(sheet, { kind: 'text', text: unprintedNote })
}

function plainSpaces(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/\t/g, ' ')
}

interface Setting {
  readonly element: Element
  readonly block: PdfBlock
  readonly paragraph: readonly Styled[]
  readonly faceOf: (cluster: string, bold: boolean) => string | undefined
}

function setParagraph(sheet: Sheet, { element, block, paragraph, faceOf }: Setting): void {
  const { doc } = sheet
  const { size } = styles[block.kind]
  const { left, right } = doc.page.margins
  const width = doc.page.width - left - right
  const widthOf = ({ text, face }: Run) => choose(sheet, face).fontSize(size).widthOfString(text, { features })
  const lines = setLines(paragraph, {
    width,
    measure: widthOf,
    faceOf: (cluster, bold) => faceOf(cluster, bold) ?? usualFace(bold),
    // A label is ours, and what follows it stands after it.
    direction: block.kind === 'pair' ? 'ltr' : undefined,
  })
  for (const { text, runs, rightToLeft } of lines) {
    const tallest = Math.max(...runs.map(({ face }) => choose(sheet, face).fontSize(size).currentLineHeight(true)))
    const height = Math.min(tallest, size * mostHeight)
    if (doc.y + height > doc.page.maxY()) doc.addPage()
    const widths = runs.map(widthOf)
    let x = rightToLeft ? left + width - widths.reduce((sum, each) => sum + each, 0) : left
    const y = doc.y
    const baseline = y + height - size * depth
    // Whoever copies it gets the line as it is read, not as its glyphs stand. Readers turn round by themselves what runs from
    // right to left, and would turn this round again: there the element says it, to those who read aloud.
    const turns = isTurned.test(text)
    const span = doc.struct('Span', turns ? { actual: text } : {})
    element.add(span)
    span.add(doc.markStructureContent('Span', turns ? {} : { actual: text }))
    for (const [index, { face, text: seen }] of runs.entries()) {
      choose(sheet, face).fontSize(size).text(seen, x, baseline, { lineBreak: false, features, baseline: 'alphabetic' })
      x += widths[index] ?? 0
    }
    doc.endMarkedContent()
    span.end()
    doc.x = left
    doc.y = y + height
  }
}

/** Of a line's size: how far below the letters' foot it ends, and how high it is at most, with marks above and below. */
const depth = 0.3
const mostHeight = 1.6

/** None but those that a script cannot do without. Given at all, they keep a run in one piece. */
const features: [] = []

/** Makes a face the one that is drawn with, and its own shaper the one that chooses its glyphs. */
function choose({ doc, faces }: Sheet, face: string): Document {
  doc.font(face)
  const shape = faces.cut.get(face)?.shape
  const chosen: unknown = Reflect.get(doc, '_font')
  if (shape !== undefined && typeof chosen === 'object' && chosen !== null) Reflect.set(chosen, 'layoutRun', shape)
  return doc
}

/** The text as files had it before they had every script's fonts: other letters stood as their code point, `[U+05D0]`. */
export function spelledAsBefore(text: string): string {
  return Array.from(text.normalize('NFC'), (letter) => {
    if (lettersOfBefore.test(letter)) return letter
    return `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`
  }).join('')
}

const lettersOfBefore =
  /^[\n\x20-\x7e\u00a0-\u024f\u0391-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490-\u04ff\u0531-\u0556\u0561-\u0587\u10d0-\u10f6\u1e00-\u1ef9\u2010-\u2027\u2030-\u203a\u20ac]$/u

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
