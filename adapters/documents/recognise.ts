// What a file is: by its first bytes, and by its name only where those do not tell.
import type { UnreadDocument } from '../../src/ports/document.ts'
import { isOle2, refuseOle2 } from './ole.ts'
import { refusals } from './refuse.ts'

export type FileFormat = 'docx' | 'odt' | 'rtf' | 'pdf' | 'html' | 'md' | 'txt' | 'xlsx' | 'csv'

export type Recognised = { readonly kind: 'format'; readonly format: FileFormat } | UnreadDocument

/** `fileName` may include a path. */
export function recognise(bytes: Uint8Array, fileName: string): Recognised {
  if (bytes.length === 0) return refusals.empty
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = file.toString('latin1', 0, 4096)
  if (isOle2(bytes)) return refuseOle2(bytes)
  if (head.slice(0, 1024).includes('%PDF-')) return format('pdf')
  if (head.startsWith('PK\u0003\u0004')) return recogniseZip(file)
  if (/^\s*\{\\rtf/.test(head)) return format('rtf')
  return pictureRefusal(head) ?? recogniseText(head, endingOf(fileName))
}

const format = (name: FileFormat): Recognised => ({ kind: 'format', format: name })

/** `Policy.final.HTM` → `htm`. */
function endingOf(fileName: string): string {
  return /\.([a-z0-9]{1,10})$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
}

function refuse(why: UnreadDocument['why'], what: string, fix: string): UnreadDocument {
  return { kind: 'refused', why, what, fix }
}

/** The names in a zip are readable in its directory, however its parts are packed. */
function recogniseZip(file: Buffer): Recognised {
  const holds = (name: string) => file.includes(name, 0, 'latin1')
  if (holds('application/vnd.oasis.opendocument.text')) return format('odt')
  if (holds('application/vnd.oasis.opendocument'))
    return refuse(
      'unknown',
      'is an OpenDocument file, but no text',
      'Save a workbook as .xlsx, anything else as a PDF.',
    )
  if (holds('word/')) return format('docx')
  if (holds('xl/')) return format('xlsx')
  if (holds('ppt/')) return refuse('unknown', 'is a presentation', 'Save it as a PDF and import that.')
  if (holds('Index/Document.iwa') || holds('Index.zip') || holds('.iwa'))
    return refuse(
      'unknown',
      'is made by Pages, Numbers or Keynote',
      'Open it there, choose “Export to” and Word (or Excel for a list), and import that.',
    )
  if (holds('META-INF/container.xml'))
    return refuse('unknown', 'is an e-book', 'Import the file that it was made from.')
  return refuse('unknown', 'is a folder packed as a zip', 'Unpack it, and import the files in it one by one.')
}

const pictures: readonly RegExp[] = [
  /^\u0089PNG/,
  /^\u00ff\u00d8\u00ff/,
  /^GIF8/,
  /^(?:II\*\0|MM\0\*)/,
  /^BM[\s\S]{4}\0\0\0\0/,
  /^RIFF[\s\S]{4}WEBP/,
  /^[\s\S]{4}ftyp(?:heic|heix|mif1|avif)/,
]

function pictureRefusal(head: string): UnreadDocument | undefined {
  if (!pictures.some((each) => each.test(head))) return undefined
  return refuse(
    'scan',
    'is a picture',
    'Import the file that the text was written in, or have the picture turned into text first (OCR).',
  )
}

function recogniseText(head: string, ending: string): Recognised {
  if (/^MIME-Version:/im.test(head) && /multipart\/related/i.test(head))
    return refuse(
      'unknown',
      'is a web page packed in one file (.mht)',
      'Open it in a browser, save it as “Web page, HTML only”, and import that.',
    )
  if (/<(?:w:wordDocument|\?mso-application)/i.test(head))
    return refuse(
      'old-format',
      'is a Word document in the XML of 2003',
      'Open it in Word, save it as .docx, and import that.',
    )
  if (/<office:document\b/.test(head))
    return refuse('unknown', 'is a flat OpenDocument file', 'Open it in LibreOffice, save it as .odt, and import that.')
  // UTF-16 has a zero byte beside each letter.
  const letters = head.replaceAll('\0', '')
  if (/<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]/i.test(letters)) return format('html')
  return recogniseByName(letters, ending)
}

const refusedEndings: Readonly<Record<string, readonly [what: string, fix: string]>> = {
  pages: ['is made by Pages', 'Open it there, choose “Export to” and Word, and import that.'],
  mht: ['is a web page packed in one file', 'Open it in a browser, save it as “Web page, HTML only”, and import that.'],
  mhtml: [
    'is a web page packed in one file',
    'Open it in a browser, save it as “Web page, HTML only”, and import that.',
  ],
  gdoc: ['is only a link to Google Docs', 'Open it there, choose “Download” and Microsoft Word, and import that.'],
  url: ['is only a link', 'Open it in a browser, save the page, and import that.'],
  wpd: ['is made by WordPerfect', 'Open it there or in LibreOffice, save it as .docx, and import that.'],
  svg: ['is a drawing', 'Import the file that the text was written in.'],
  json: ['is data for programs', 'Import the file that the text was written in.'],
}

function recogniseByName(head: string, ending: string): Recognised {
  const refused = refusedEndings[ending]
  if (refused !== undefined) return refuse('unknown', ...refused)
  const isWord = ['docx', 'docm', 'dotx', 'odt', 'xlsx', 'doc', 'xls', 'pdf', 'rtf'].includes(ending)
  if (isWord)
    return refuse('damaged', `is called .${ending} but is none, or was not copied whole`, refusals.damaged.fix)
  if (ending === 'csv' || ending === 'tsv') return format('csv')
  if (ending === 'md' || ending === 'markdown') return format('md')
  return /^html?$|^xhtml$/.test(ending) && /<[a-z!]/i.test(head) ? format('html') : format('txt')
}
