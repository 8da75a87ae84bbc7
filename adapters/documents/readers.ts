// Which reader reads which format. Each is loaded when it is used.
import type { ReadDocument, ReadTables } from '../../src/ports/document.ts'
import type { FileFormat } from './recognise.ts'

type Reader = (bytes: Uint8Array) => ReadDocument | ReadTables | Promise<ReadDocument | ReadTables>

export const readers: Readonly<Record<FileFormat, () => Promise<Reader>>> = {
  docx: async () => (await import('./docx.ts')).readDocx,
  odt: async () => (await import('./odt.ts')).readOdt,
  rtf: async () => (await import('./rtf.ts')).readRtf,
  pdf: async () => (await import('./pdf.ts')).readPdf,
  html: async () => (await import('./html.ts')).readHtml,
  md: async () => {
    const { readText } = await import('./text.ts')
    return (bytes) => readText(bytes, { isMarkdown: true })
  },
  txt: async () => {
    const { readText } = await import('./text.ts')
    return (bytes) => readText(bytes, { isMarkdown: false })
  },
  xlsx: async () => (await import('./xlsx.ts')).readXlsx,
  csv: async () => (await import('./csv.ts')).readCsvTable,
}
