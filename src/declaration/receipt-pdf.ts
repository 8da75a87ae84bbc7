// The receipt as a file that the signer can keep and anybody can check.
import { writePdf, type PdfBlock } from '../kit/pdf.ts'
import type { Receipt, ReceiptLine } from './receipt.ts'

/** The same receipt gives the same bytes. */
export function receiptPdf({ title, practice, at, lines }: Receipt): Promise<Uint8Array> {
  return writePdf({ title: practice ? `PRACTICE: ${title}` : title, at, blocks: lines.map(toBlock) })
}

function toBlock({ kind, label = '', text }: ReceiptLine): PdfBlock {
  switch (kind) {
    case 'pair':
      return { kind, label, text }
    case 'notice':
      return { kind: 'strong', text }
    case 'banner':
    case 'title':
    case 'heading':
    case 'text':
    case 'code':
      return { kind, text }
  }
}
