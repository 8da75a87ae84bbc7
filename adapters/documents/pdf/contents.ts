// The contents list of a PDF: lines that end in dots and a page number, or that follow "Contents" and end in one.
import { linesOf, type Piece, type TextPiece } from './pieces.ts'

/** Dots or spaces that lead to a page number. */
export function hasLeader(text: string): boolean {
  return /(?:[.…·_]\s?){4}\s*(?:\d{1,4}|[ivx]{1,5})$/.test(text.slice(-60))
}

const heading = /^(?:table of )?contents(?: page)?:?$/i

/** The pieces that belong to a contents list. */
export function findContents(pieces: readonly Piece[]): Set<Piece> {
  const found = new Set<Piece>()
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind !== 'text') continue
    if (piece.role === 'contents' || isLed(piece)) found.add(piece)
    if (!isHeading(piece)) continue
    const listed = runAfter(pieces, index)
    if (listed.length >= 3 || listed.some((each) => each.role === 'contents' || isLed(each)))
      for (const each of [piece, ...listed]) found.add(each)
  }
  return found
}

const isHeading = (piece: TextPiece) =>
  heading.test(
    linesOf(piece)
      .map(({ text }) => text)
      .join(' '),
  )

const isLed = (piece: TextPiece) => linesOf(piece).every(({ text }) => hasLeader(text))

function runAfter(pieces: readonly Piece[], index: number): TextPiece[] {
  const run: TextPiece[] = []
  for (const piece of pieces.slice(index + 1)) {
    if (piece.kind !== 'text' || !(piece.role === 'contents' || isLed(piece) || endsAtEdge(piece))) break
    run.push(piece)
  }
  return run
}

/** A separate page number at the right edge. */
function endsAtEdge(piece: TextPiece): boolean {
  return linesOf(piece).every(({ runs }) => {
    const [number, before] = [runs.at(-1), runs.at(-2)]
    if (number === undefined || before === undefined || !/^\d{1,3}$/.test(number.text.trim())) return false
    return number.x - before.right > 2 * number.size && number.right > piece.flow.right - 12
  })
}
