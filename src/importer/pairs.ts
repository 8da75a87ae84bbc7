// Blocks as lines of a record: a row of a table gives a line for each label, with the value beside or below it.
import { memo } from '../kit/memo.ts'
import { labelAt, subject } from './labels.ts'
import type { SourceBlock } from './types.ts'

export interface RecordLine {
  readonly text: string
  /** The next line, for a label whose value is on a line of its own. */
  readonly next: string
}

/** The lines of the block at `at`. */
export function pairsOf(blocks: readonly SourceBlock[], at: number): RecordLine[] {
  const block = blocks[at]
  if (block === undefined || (block.cells === undefined && block.text.length > longest)) return []
  if (block.cells === undefined) {
    const lines = block.text.split('\n')
    return lines.map((text, index) => ({ text, next: lines[index + 1] ?? blocks[at + 1]?.text.slice(0, 60) ?? '' }))
  }
  const cells = cleanCells(block)
  const labelled = labelsIn(block)
  // "Approved by: | The governors | Date: 14 March 2023" is one statement.
  const whole = labelled[0] === true ? [{ text: cells.filter((cell) => cell !== '').join(' '), next: '' }] : []
  const each = cells.flatMap((text, index): RecordLine[] => {
    if (text === '' || text.length > longest) return []
    // "Reviewed: May 2024" has its value already.
    if (labelled[index] !== true || /:.*\d/.test(text)) return [{ text, next: '' }]
    const besideAt = cells.findIndex((cell, other) => other > index && cell !== '')
    const beside = cells[besideAt]
    // Labels side by side have their values in the row below.
    const isHead = beside === undefined || labelled[besideAt] === true
    const values = isHead ? valuesBelow(blocks, { at, index }) : [beside]
    return values.map((value) => ({ text: `${text.replace(/\s*:\s*$/, '')}: ${value}`.trim(), next: '' }))
  })
  return [...whole, ...each]
}

function cleanCells({ cells = [] }: SourceBlock): string[] {
  return cells.map((cell) => cell.replace(/\s+/g, ' ').trim())
}

/** Which cells of a row are labels. Remembered, because a row is also looked at from the row above it. */
const labelsIn = memo((row: SourceBlock) => cleanCells(row).map(isLabel))

const longest = 2_000
const longestLabel = 160
/** A record of versions has a row for each; a longer table is something else. */
const mostRows = 40

function valuesBelow(
  blocks: readonly SourceBlock[],
  { at, index }: { readonly at: number; readonly index: number },
): readonly string[] {
  const rows = blocks.slice(at + 1, at + 1 + mostRows)
  // The values end where the table does, or where other labels begin.
  const end = rows.findIndex((row) => row.table !== blocks[at]?.table || labelsIn(row)[index] === true)
  const values = rows
    .slice(0, end === -1 ? rows.length : end)
    .map(({ cells = [] }) => cells[index]?.trim() ?? '')
    .filter((value) => value !== '')
  return values.length === 0 ? [''] : values
}

/** The whole cell is a label, such as "Date of next review". */
function isLabel(text: string): boolean {
  // Told apart quickly: a table may have many thousands of cells.
  if (text.length > longestLabel || !subject.test(text)) return false
  const [match] = text.matchAll(labelAt)
  return (
    match !== undefined &&
    match.index === 0 &&
    match[0].trim().length >= text.replace(/(?:\s+(?:by|on|in))?\s*(?:[:(].*)?$/i, '').trim().length
  )
}
