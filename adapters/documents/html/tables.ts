// Tables of a page: which of them only arrange the page, and the rows of the others.
import { elementsOf, type HtmlElement } from './tree.ts'

/** One column, or large parts of the text in its cells: for a reader it is not a table. */
export function isLayout(table: HtmlElement): boolean {
  if (/^(?:presentation|none)$/.test(table.attributes.get('role') ?? '')) return true
  const rows = trsOf(table)
  if (rows.every((row) => cellsOf(row).length < 2)) return true
  const inside = [...elementsOf(table)].filter((each) => each !== table)
  return inside.some(({ tag }) => /^(?:table|h[1-6]|article|main)$/.test(tag))
}

export type TablePart =
  | { readonly kind: 'caption'; readonly element: HtmlElement }
  | { readonly kind: 'row'; readonly cells: readonly HtmlElement[]; readonly isHeader: boolean }

export function rowsOf(table: HtmlElement): TablePart[] {
  const captions = table.children.filter((child) => child.kind === 'element' && child.tag === 'caption')
  const heads = table.children.filter((child) => child.kind === 'element' && child.tag === 'thead')
  const inHead = new Set(heads.flatMap((head) => (head.kind === 'element' ? trsOf(head) : [])))
  const rows = trsOf(table).map((row): TablePart => {
    const cells = cellsOf(row)
    const isHeader = inHead.has(row) || (cells.length > 0 && cells.every(({ tag }) => tag === 'th'))
    return { kind: 'row', cells, isHeader }
  })
  return [
    ...captions.flatMap((each): TablePart[] => (each.kind === 'element' ? [{ kind: 'caption', element: each }] : [])),
    ...rows,
  ]
}

function trsOf(part: HtmlElement): HtmlElement[] {
  return part.children.flatMap((child) => {
    if (child.kind === 'text') return []
    if (child.tag === 'tr') return [child]
    return ['thead', 'tbody', 'tfoot'].includes(child.tag) ? trsOf(child) : []
  })
}

function cellsOf(row: HtmlElement): HtmlElement[] {
  return row.children.filter((child) => child.kind === 'element').filter(({ tag }) => tag === 'td' || tag === 'th')
}
