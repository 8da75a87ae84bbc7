// Makes PDFs, tagged as Word tags them or untagged, with each part at a known place.
import PDFDocument from 'pdfkit'

export type Part =
  | { readonly is: 'title' | 'h1' | 'h2' | 'bold' | 'underlined' | 'p' | 'note'; readonly text: string }
  | { readonly is: 'item'; readonly label: string; readonly text: string; readonly level?: number }
  | { readonly is: 'table' | 'plain-table'; readonly rows: readonly (readonly string[])[] }
  | {
      readonly is: 'columns'
      readonly left: readonly string[]
      readonly right: readonly string[]
      readonly points?: number
    }
  | { readonly is: 'line'; readonly text: string; readonly page: string }
  | { readonly is: 'break' }
  /** An annotation on the page, which is no part of its text. */
  | { readonly is: 'comment'; readonly text: string }

export interface Made {
  readonly tagged?: boolean
  /** False: the tags have no headings, as in the PDFs of most schools. */
  readonly headingTags?: boolean
  readonly head?: string
  /** `#` is replaced by the page's number. */
  readonly foot?: string
  readonly title?: string
  readonly password?: string
}

const margin = 72
const sizes = { title: 20, h1: 15, h2: 12.5, bold: 11, underlined: 11, p: 11, note: 9 } as const

type Pen = InstanceType<typeof PDFDocument>

export async function makePdf(parts: readonly Part[], made: Made = {}): Promise<Uint8Array> {
  const { tagged = false, title, password } = made
  const doc = new PDFDocument({
    size: 'A4',
    margin,
    tagged,
    bufferPages: true,
    pdfVersion: '1.7',
    info: title === undefined ? {} : { Title: title },
    ...(password === undefined ? {} : { userPassword: password }),
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  for (const part of parts) write(doc, part, made)
  frame(doc, made)
  doc.end()
  await new Promise((resolve) => doc.on('end', resolve))
  return new Uint8Array(Buffer.concat(chunks))
}

/** In a tagged file, all that a part draws goes into one structure element. */
function tag(doc: Pen, { tagged = false }: Made, role: string, draw: () => void) {
  if (tagged) doc.addStructure(doc.struct(role, {}, [draw]))
  else draw()
}

function write(doc: Pen, part: Part, made: Made) {
  const wide = doc.page.width - 2 * margin
  switch (part.is) {
    case 'break':
      doc.addPage()
      return
    case 'comment':
      doc.note(400, doc.y, 20, 20, part.text)
      return
    case 'item':
      writeItem(doc, part, made)
      return
    case 'table':
    case 'plain-table':
      writeTable(doc, part, made)
      return
    case 'columns':
      writeColumns(doc, part)
      return
    case 'line':
      doc
        .font('Helvetica')
        .fontSize(11)
        .text(`${part.text} ${'.'.repeat(60)} ${part.page}`, margin, doc.y)
      return
    default: {
      const isHeading = part.is === 'title' || part.is === 'h1' || part.is === 'h2'
      const role = isHeading && made.headingTags !== false ? (part.is === 'h2' ? 'H2' : 'H1') : 'P'
      const isApart = isHeading || part.is === 'bold' || part.is === 'underlined'
      if (isApart) doc.moveDown(0.6)
      tag(doc, made, role, () =>
        doc
          .font(isHeading || part.is === 'bold' ? 'Helvetica-Bold' : 'Helvetica')
          .fontSize(sizes[part.is])
          .text(part.text, margin, doc.y, {
            width: wide,
            align: part.is === 'title' ? 'center' : 'left',
            underline: part.is === 'underlined',
          }),
      )
      doc.moveDown(0.5)
    }
  }
}

function writeItem(doc: Pen, { label, text, level = 0 }: Extract<Part, { is: 'item' }>, made: Made) {
  const left = margin + 18 + 24 * level
  const top = doc.y
  const draw = () => doc.font('Helvetica').fontSize(11).text(label, left, top, { lineBreak: false })
  const drawText = () => doc.text(text, left + 22, top, { width: doc.page.width - margin - left - 22 })
  if (made.tagged === true) {
    // pdfkit draws an element's content when the element is added.
    const item = doc.struct('LI', {}, [doc.struct('Lbl', {}, [draw]), doc.struct('LBody', {}, [drawText])])
    doc.addStructure(doc.struct('L', {}, [item]))
  } else {
    draw()
    drawText()
  }
  doc.moveDown(0.2)
}

function writeTable(doc: Pen, { is, rows }: Extract<Part, { is: 'table' | 'plain-table' }>, made: Made) {
  const wide = (doc.page.width - 2 * margin) / (rows[0]?.length ?? 1)
  doc.font('Helvetica').fontSize(11)
  const rowElements = rows.map((cells) => {
    const high = Math.max(...cells.map((cell) => doc.heightOfString(cell, { width: wide - 10 }))) + 8
    const top = doc.y
    const drawn = cells.map((cell, index) => () => {
      doc.text(cell, margin + index * wide + 5, top + 5, { width: wide - 10 })
      if (is === 'table') doc.rect(margin + index * wide, top, wide, high).stroke()
    })
    if (made.tagged !== true) for (const draw of drawn) draw()
    doc.y = top + high
    return made.tagged === true
      ? doc.struct(
          'TR',
          {},
          drawn.map((draw) => doc.struct('TD', {}, [draw])),
        )
      : undefined
  })
  const bottom = doc.y
  if (made.tagged === true)
    doc.addStructure(
      doc.struct(
        'Table',
        {},
        rowElements.filter((row) => row !== undefined),
      ),
    )
  doc.y = bottom
  doc.moveDown(1)
}

function writeColumns(doc: Pen, { left, right, points = 11 }: Extract<Part, { is: 'columns' }>) {
  const wide = (doc.page.width - 2 * margin - 24) / 2
  const top = doc.y
  doc.font('Helvetica').fontSize(points).text(left.join('\n\n'), margin, top, { width: wide })
  const bottom = doc.y
  doc.text(right.join('\n\n'), margin + wide + 24, top, { width: wide })
  doc.y = Math.max(bottom, doc.y) + 11
}

function frame(doc: Pen, { head, foot, tagged = false }: Made) {
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page)
    // With a bottom margin, text below it would start another page.
    doc.page.margins.bottom = 0
    if (tagged) doc.markContent('Artifact')
    doc.font('Helvetica').fontSize(9)
    if (head !== undefined) doc.text(head, margin, 30, { lineBreak: false })
    if (foot !== undefined)
      doc.text(foot.replace('#', String(page + 1)), margin, doc.page.height - 40, { lineBreak: false })
    if (tagged) doc.endMarkedContent()
  }
}

/** The words of a part, as a person would count them. */
export function wordsOf(part: Part): string[] {
  const texts = (() => {
    switch (part.is) {
      case 'break':
        return []
      case 'item':
        return [part.label, part.text]
      case 'table':
      case 'plain-table':
        return part.rows.flat()
      case 'columns':
        return [...part.left, ...part.right]
      default:
        return [part.text]
    }
  })()
  return texts.flatMap((text) => text.match(/[\p{L}\p{N}]+/gu) ?? [])
}
