// Which reader reads which format. Each is loaded when it is used.
import type { ReadDocument, ReadTables } from '../../src/ports/document.ts'
import type { FileFormat } from './recognise.ts'

type Reader = (bytes: Uint8Array) => ReadDocument | ReadTables | Promise<ReadDocument | ReadTables>

export const readers: Readonly<Partial<Record<FileFormat, () => Promise<Reader>>>> = {
  docx: async () => (await import('./docx.ts')).readDocx,
  odt: async () => (await import('./odt.ts')).readOdt,
  pdf: async () => (await import('./pdf.ts')).readPdf,
  html: async () => (await import('./html.ts')).readHtml,
  csv: async () => (await import('./csv.ts')).readCsvTable,
}
