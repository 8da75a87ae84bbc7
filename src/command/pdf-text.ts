// The words of a PDF file, in the order in which it would be read aloud.
import { extractText, getDocumentProxy } from 'unpdf'

/** Undefined for what is no PDF, or one that nobody can read without its password. */
export async function readPdfText(bytes: Uint8Array): Promise<string | undefined> {
  try {
    // The reader takes the bytes away from whoever gave them.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    const { text } = await extractText(pdf, { mergePages: true })
    return text
  } catch {
    return undefined
  }
}
