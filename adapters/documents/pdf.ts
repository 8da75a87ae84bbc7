// A PDF → a Document: by its tags where they cover nearly all of the text, otherwise by position and fonts.
import { compact } from '../../src/kit/defined.ts'
import type { Document, DocumentAbout, Furniture, LostContent, ReadDocument } from '../../src/ports/document.ts'
import { refusals } from './refuse.ts'
import { toBlocks } from './pdf/blocks.ts'
import { findFurniture } from './pdf/furniture.ts'
import { type LaidOut, layOut, toPieces, withDrawnBullets } from './pdf/layout.ts'
import { toLines } from './pdf/lines.ts'
import { bodyOf } from './pdf/looks.ts'
import { openPdf, type Pdf } from './pdf/open.ts'
import { type Page, readPage } from './pdf/page.ts'
import { usualLeading } from './pdf/paragraphs.ts'
import { areTagsWhole, toTaggedPieces } from './pdf/tagged.ts'
import { wordsOf } from './pdf/words.ts'

/** The bytes stay the caller's. This runs in the calling process; `read.ts` is the entrance that sets limits. */
export async function readPdf(bytes: Uint8Array): Promise<ReadDocument> {
  const opened = await openPdf(bytes)
  if (opened.kind === 'refused') return opened
  const { pdf } = opened
  try {
    const pages: Page[] = []
    for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPage(pdf, number))
    return whyUnread(pages) ?? { kind: 'document', document: toDocument(pages, await readAbout(pdf)) }
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw error
    return refusals.damaged
  } finally {
    await pdf.loadingTask.destroy()
  }
}

const lettersOf = ({ runs }: Page) =>
  runs.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0)

function whyUnread(pages: readonly Page[]): ReadDocument | undefined {
  const letters = pages.reduce((sum, page) => sum + lettersOf(page), 0)
  const signs = pages.reduce(
    (sum, { runs }) => sum + runs.reduce((all, { text }) => all + text.replaceAll(' ', '').length, 0),
    0,
  )
  const pictured = pages.filter((page) => page.pictures.length > 0 && lettersOf(page) < 30).length
  if (letters < 30 * pages.length && pictured > 0.5 * pages.length)
    return {
      kind: 'refused',
      why: 'scan',
      what: 'holds pictures of pages and no text',
      fix: 'Import the Word file it was made from, or have the scan turned into text first (OCR).',
    }
  if (signs === 0)
    return {
      kind: 'refused',
      why: 'empty',
      what: 'holds no text',
      fix: 'Is it the right file? Import the one with the text.',
    }
  if (letters < 0.4 * signs && signs > 200)
    return {
      kind: 'refused',
      why: 'encoding',
      what: 'does not say which letters its fonts show',
      fix: 'Import the Word file it was made from, or save it as a PDF again.',
    }
  return undefined
}

function toDocument(pages: readonly Page[], about: DocumentAbout): Document {
  const isTagged = areTagsWhole(pages)
  const marks: Furniture[] = []
  const lined = pages.map((page) => {
    const { kept, apart } = setApart(page, isTagged)
    marks.push(...apart)
    return {
      ...page,
      page: page.number,
      lines: toLines(isTagged ? kept : withDrawnBullets({ ...page, runs: kept }), {
        page: page.number,
        rules: page.rules,
      }),
    }
  })
  const running = findFurniture(lined)
  const texts = lined.map((page) => ({ page, lines: page.lines.filter((line) => !running.has(line)) }))
  const all = texts.flatMap(({ lines }) => lines)
  const setting = { body: bodyOf(all), words: wordsOf(all.map(({ text }) => text)) }
  const laid = texts.map(({ page, lines }) => layOut(page, lines))
  const room = roomOf(laid)
  const pieces = isTagged
    ? texts.flatMap(({ page, lines }) => toTaggedPieces(page, { lines, ...room }))
    : laid.flatMap((each) => toPieces(each, room))
  const { blocks, furniture } = toBlocks(pieces, setting)
  const found = [...running.values(), ...marks, ...furniture]
  return {
    format: 'pdf',
    about,
    blocks,
    furniture: found.sort((a, b) => (a.page ?? 0) - (b.page ?? 0)),
    lost: lostOf(pages),
  }
}

/** Watermarks, and what the tags exclude from the text at the edges of a page. */
function setApart(page: Page, isTagged: boolean) {
  const apart: Furniture[] = []
  const taken = new Set<Page['runs'][number]>()
  for (const run of page.runs) {
    const isEdge = run.y < 0.15 * page.height || run.y > 0.85 * page.height
    if (run.isTurned && run.size > 30) taken.add(run)
    else if (isTagged && run.isArtifact && isEdge) taken.add(run)
  }
  for (const line of toLines([...taken], { page: page.number })) {
    const isMark = line.runs.some(({ isTurned }) => isTurned)
    const side = line.y < page.height / 2 ? 'head' : 'foot'
    const kind = isMark
      ? 'mark'
      : /^\W*(?:page\s*)?\d+(?:\s*(?:of|\/)\s*\d+)?\W*$/i.test(line.text)
        ? 'page-number'
        : side
    apart.push({ kind, text: line.text, page: page.number })
  }
  return { kept: page.runs.filter((run) => !taken.has(run)), apart }
}

/** The usual line spacing, and where the lines of a page usually end. */
function roomOf(laid: readonly LaidOut[]) {
  const flows = laid.flatMap(({ parts }) => parts.filter((part) => 'left' in part))
  const ends = laid
    .map(({ parts }) => Math.max(0, ...parts.map((part) => ('left' in part ? part.right : 0))))
    .sort((a, b) => a - b)
  return { leading: usualLeading(flows), right: ends[Math.floor(ends.length / 2)] ?? 0 }
}

function lostOf(pages: readonly Page[]): LostContent[] {
  const pictures = new Set(pages.flatMap(({ pictures: own }) => own)).size
  const comments = pages.reduce((sum, page) => sum + page.comments, 0)
  const unread = pages.filter((page) => page.pictures.length > 0 && lettersOf(page) === 0).length
  return compact([
    comments !== 0 && { kind: 'comment' as const, count: comments },
    pictures !== 0 && { kind: 'picture' as const, count: pictures },
    unread !== 0 && { kind: 'unread' as const, count: unread },
  ])
}

async function readAbout(pdf: Pdf): Promise<DocumentAbout> {
  const { info } = await pdf.getMetadata()
  const say = (key: string) => {
    const value: unknown = Reflect.get(info, key)
    return typeof value === 'string' ? value.trim() : ''
  }
  const day = (key: string) => /^D:(\d{4})(\d{2})(\d{2})/.exec(say(key))?.slice(1).join('-') ?? ''
  const about = { title: say('Title'), author: say('Author'), created: day('CreationDate'), modified: day('ModDate') }
  return Object.fromEntries(Object.entries(about).filter(([, value]) => value !== ''))
}
