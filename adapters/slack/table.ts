// A table, which only a message may have, and only one.
import type { types } from '@slack/bolt'
import type { Block } from '../../src/chat/cards.ts'
import { clean } from '../../src/kit/clean.ts'
import { defined } from '../../src/kit/defined.ts'
import { limits } from './limits.ts'
import { section, textIn } from './rich.ts'

export function fitsTable({ head, rows }: Extract<Block, { kind: 'table' }>): boolean {
  const fits = rows.length < limits.tableRows && head.length <= limits.tableColumns
  const full = [head, ...rows].every(
    (row) => row.length === head.length && row.every((cell) => clean(cell).trim() !== ''),
  )
  return fits && full && textIn(showTable({ kind: 'table', head, rows }, '')) <= limits.tableText
}

/** Every cell is rich text: Slack has had trouble with the plain ones. */
export function showTable({ head, rows }: Extract<Block, { kind: 'table' }>, at: string): types.TableBlock {
  const cell = (text: string, style?: 'strong'): types.RichTextBlock => ({
    type: 'rich_text',
    elements: [section([{ text, ...defined({ style }) }])],
  })
  return {
    type: 'table',
    block_id: at,
    column_settings: head.map(() => ({ is_wrapped: true })),
    rows: [
      head.map((name) => cell(name, 'strong')),
      ...rows.map(([name, ...cells]) => [cell(name, 'strong'), ...cells.map((each) => cell(each))]),
    ],
  }
}
