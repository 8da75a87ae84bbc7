// Opens a PDF with pdf.js, or says why it cannot be opened. The only file that uses pdf.js by name.
import { extractText, getDocumentProxy } from 'unpdf'
import type { UnreadDocument } from '../../../src/ports/document.ts'
import { refusals } from '../refuse.ts'
import { holdsBomb } from './guard.ts'

export type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
export type PdfPage = Awaited<ReturnType<Pdf['getPage']>>

export type OpenedPdf = { readonly kind: 'open'; readonly pdf: Pdf } | UnreadDocument

// Node 20 lacks this, and pdf.js then loses every font with only a warning: no bold, and no sizes of headings.
const transferToFixedLength = 'transferToFixedLength'
if (!(transferToFixedLength in ArrayBuffer.prototype))
  Object.defineProperty(ArrayBuffer.prototype, transferToFixedLength, {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
      const moved = new ArrayBuffer(length)
      new Uint8Array(moved).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)))
      structuredClone(this, { transfer: [this] })
      return moved
    },
  })

/** The bytes stay the caller's. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  if (holdsBomb(bytes)) return refusals.tooLarge
  try {
    return { kind: 'open', pdf: await load(bytes) }
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    return isLocked ? refusals.password : refusals.damaged
  }
}

/** The words in the order in which they would be read aloud; undefined where it is not a PDF, or has a password. */
export async function readPdfText(bytes: Uint8Array): Promise<string | undefined> {
  try {
    const { text } = await extractText(await load(bytes), { mergePages: true })
    return text
  } catch {
    return undefined
  }
}

// The reader takes over the bytes that it is given, so it gets a copy.
const load = (bytes: Uint8Array) => getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false })
