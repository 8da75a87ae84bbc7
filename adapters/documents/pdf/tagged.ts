// A page with tags → its pieces in the order of the tags; untagged text is inserted by its position.
import { defined } from '../../../src/kit/defined.ts'
import type { Line } from './lines.ts'
import { toLines } from './lines.ts'
import { layOut, toPieces, underlining } from './layout.ts'
import type { Page, Run } from './page.ts'
import { toParagraphs } from './paragraphs.ts'
import type { Piece, RowPiece, TextPiece } from './pieces.ts'
import { type TagGroup, toGroups, marksOf } from './tags.ts'

const trusted = 0.8

/** Whether the tags cover over four fifths of the letters of all pages. */
export function areTagsWhole(pages: readonly Page[]): boolean {
  let [all, named] = [0, 0]
  for (const { tags, runs } of pages) {
    const marks = new Set(tags === undefined ? [] : marksOf(tags))
    for (const { text, mark, isArtifact } of runs) {
      if (isArtifact) continue
      all += text.length
      if (mark !== undefined && marks.has(mark)) named += text.length
    }
  }
  return all > 0 && named / all > trusted
}

/** `lines` are the page's own, without headers and footers. */
export function toTaggedPieces(
  page: Page,
  { lines, leading, right }: { lines: readonly Line[]; leading: number; right: number },
): Piece[] {
  const runs = lines.flatMap((line) => line.runs)
  const groups = page.tags === undefined ? [] : toGroups(page.tags)
  const named = new Set(
    groups.flatMap((group) => (group.kind === 'row' ? group.cells.flat() : [...group.label, ...group.marks])),
  )
  const byMark = new Map<string, Run[]>()
  const loose: Run[] = []
  for (const run of runs) {
    if (run.mark === undefined || !named.has(run.mark)) loose.push(run)
    else byMark.set(run.mark, [...(byMark.get(run.mark) ?? []), run])
  }
  const runsOf = (marks: readonly string[]) => marks.flatMap((mark) => byMark.get(mark) ?? [])
  const pieces = groups.flatMap((group): Piece[] =>
    group.kind === 'row' ? rowPiece(group, { page, runsOf }) : textPieces(group, { page, runsOf, leading }),
  )
  const placed = withRoom(pieces, leading)
  if (loose.length === 0) return placed
  const laid = toPieces(layOut(page, toLines(loose, { page: page.number, rules: page.rules })), { leading, right })
  return setIn(placed, laid)
}

interface Source {
  readonly page: Page
  readonly runsOf: (marks: readonly string[]) => Run[]
}

function rowPiece(group: Extract<TagGroup, { kind: 'row' }>, { page, runsOf }: Source): RowPiece[] {
  const cells = group.cells.map((marks) => {
    const lines = toLines(runsOf(marks), { page: page.number })
    return lines.length === 0 ? [] : paragraphsIn(lines).map((each) => [...each])
  })
  if (cells.every((cell) => cell.length === 0)) return []
  return [{ kind: 'row', table: `${page.number}.${group.table}`, cells, isHeader: group.isHeader, page: page.number }]
}

/** A gap, a label or another look begins a new paragraph in a cell. */
function paragraphsIn(lines: readonly Line[]): (readonly Line[])[] {
  const flow = { ...edgesOf(lines), isColumn: true, rows: lines.map((line) => [line]) }
  return toParagraphs(flow, { leading: 1.3 }).map((paragraph) => paragraph.lines)
}

// A whole page in one tag tells nothing, so its paragraphs are found by layout.
const mostLines = 25

function textPieces(
  group: Extract<TagGroup, { kind: 'text' }>,
  { page, runsOf, leading }: Source & { leading: number },
): TextPiece[] {
  const lines = toLines(runsOf(group.marks), { page: page.number })
  const label = toLines(runsOf(group.label), { page: page.number })
    .map(({ text }) => text)
    .join(' ')
  if (lines.length === 0) return []
  const own = { kind: 'text', page: page.number, before: undefined, flow: edgesOf(lines) } as const
  if (lines.length > mostLines && group.role === 'paragraph') {
    const flow = { ...edgesOf(lines), isColumn: true, rows: lines.map((line) => [line]) }
    return toParagraphs(flow, { leading }).map((each) => ({
      ...own,
      role: 'paragraph',
      level: undefined,
      lines: each.lines,
    }))
  }
  return [
    {
      ...own,
      role: group.role,
      level: group.role === 'paragraph' ? undefined : group.level,
      lines,
      ...underlining(lines, page),
      ...defined({ label: label === '' ? undefined : label }),
    },
  ]
}

function edgesOf(lines: readonly Line[]) {
  return { left: Math.min(...lines.map(({ x }) => x)), right: Math.max(...lines.map(({ right }) => right)) }
}

/** The space before each piece, and the width of the page's text, which shows centred lines. */
function withRoom(pieces: readonly Piece[], leading: number): Piece[] {
  const all = pieces.flatMap((piece) => (piece.kind === 'text' ? piece.lines : piece.cells.flat(2)))
  const flow = edgesOf(all)
  let last: Line | undefined
  return pieces.map((piece) => {
    const first = piece.kind === 'text' ? piece.lines[0] : undefined
    const above = last
    last = (piece.kind === 'text' ? piece.lines : piece.cells.flat(2)).at(-1) ?? last
    if (piece.kind !== 'text' || first === undefined) return piece
    const room = above === undefined ? undefined : (first.y - above.y) / Math.max(first.size, above.size) / leading
    return { ...piece, flow, before: room === undefined || room < 0 ? undefined : room }
  })
}

const topOf = (piece: Piece) => (piece.kind === 'text' ? piece.lines : piece.cells.flat(2))[0]?.y ?? 0

/** Inserts each loose piece before the first one that is lower on the page. */
function setIn(pieces: readonly Piece[], loose: readonly Piece[]): Piece[] {
  const all = [...pieces]
  for (const piece of loose) {
    const at = all.findIndex((each) => topOf(each) > topOf(piece) + 1)
    all.splice(at === -1 ? all.length : at, 0, piece)
  }
  return all
}
