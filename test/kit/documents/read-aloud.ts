// A small program that reads a page through the real reader, bundled as the whole program is.
import { readDocument } from '../../../adapters/documents/read.ts'

const read = await readDocument(new TextEncoder().encode('<html><p>Visitors are welcome.'), 'policy.html')
console.log(
  read.kind === 'document'
    ? `${read.document.format}: ${read.document.blocks.map(({ text }) => text).join(' ')}`
    : read,
)
