// Writes a short document as a PDF that can be read aloud, searched and copied: tagged, real text, a title and a language.
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'

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
  const chunks: Uint8Array[] = []
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve)
    doc.on('error', reject)
  })
  const root = doc.struct('Document')
  doc.addStructure(root)
  for (const block of blocks) show(doc, root, block)
  root.end()
  doc.end()
  await ended
  return join(chunks)
}

type Document = InstanceType<typeof PDFDocument>
type Element = ReturnType<Document['struct']>

const styles = {
  banner: { size: 40, bold: true, tag: 'P', gap: 8 },
  title: { size: 18, bold: true, tag: 'H1', gap: 10 },
  heading: { size: 13, bold: true, tag: 'H2', gap: 4 },
  strong: { size: 10.5, bold: true, tag: 'P', gap: 6 },
  text: { size: 10.5, bold: false, tag: 'P', gap: 6 },
  code: { size: 9.5, bold: false, tag: 'P', gap: 6 },
} as const

function show(doc: Document, root: Element, block: PdfBlock): void {
  if (block.kind === 'pair') {
    const element = doc.struct('P')
    root.add(element)
    doc.fontSize(9.5).font(faces.bold)
    doc.text(`${writable(block.label)}: `, { continued: true, structParent: element, structType: 'Span' })
    doc.font(faces.plain).text(writable(block.text), { structParent: element, structType: 'Span', paragraphGap: 3 })
    return
  }
  const { size, bold, tag, gap } = styles[block.kind]
  const isCode = block.kind === 'code' && /^[\x20-\x7e]*$/.test(block.text)
  doc.font(isCode ? faces.code : bold ? faces.bold : faces.plain).fontSize(size)
  if (block.kind === 'heading') doc.moveDown(0.6)
  doc.text(writable(block.text), { structParent: root, structType: tag, paragraphGap: gap })
}

/** Embedded, so that the file looks and reads the same everywhere, with the letters of all Europe's names. */
const faces = {
  plain: face('DejaVuSans.ttf'),
  bold: face('DejaVuSans-Bold.ttf'),
  code: face('DejaVuSansMono.ttf'),
} as const

function face(file: string): string {
  return createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${file}`)
}

// What the plain and the bold face have and what can be set from left to right without shaping: Latin with all its accents, Greek,
// Cyrillic, Armenian, Georgian, punctuation and the signs of currencies.
const writableLetters =
  /^[\n\x20-\x7e\u00a0-\u024f\u0391-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490-\u04ff\u0531-\u0556\u0561-\u0587\u10d0-\u10f6\u1e00-\u1ef9\u2010-\u2027\u2030-\u203a\u20ac]$/u

/** The text as the file has it: a letter that the faces lack stands as its code point, `[U+05D0]`. */
export function writable(text: string): string {
  return Array.from(text.normalize('NFC'), (letter) => {
    if (writableLetters.test(letter)) return letter
    return `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`
  }).join('')
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
