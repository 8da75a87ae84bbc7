// The structure tags of one page → groups of marked content with their kind: heading, paragraph, item, row, note.
import type { TagLeaf, TagNode } from './page.ts'

export type TagGroup =
  | {
      readonly kind: 'text'
      readonly role: 'heading' | 'title' | 'paragraph' | 'item' | 'note' | 'contents'
      readonly level: number
      readonly label: readonly string[]
      readonly marks: readonly string[]
    }
  | {
      readonly kind: 'row'
      readonly table: number
      readonly cells: readonly (readonly string[])[]
      readonly isHeader: boolean
    }

type Role = Extract<TagGroup, { kind: 'text' }>['role']

interface Walk {
  readonly groups: TagGroup[]
  tables: number
}

interface Context {
  readonly role: Role
  readonly level: number
  readonly list: number
  /** The list item whose first text is still to come. */
  readonly item?: { label: readonly string[]; isUsed: boolean }
  readonly depth: number
}

const deepest = 200
const inline = new Set([
  'Span',
  'Link',
  'Quote',
  'Reference',
  'Em',
  'Strong',
  'Code',
  'Annot',
  'Ruby',
  'Form',
  'Lbl',
  'Sub',
])

export function toGroups(tree: TagNode): TagGroup[] {
  const walk: Walk = { groups: [], tables: 0 }
  gather(tree, walk, { role: 'paragraph', level: 1, list: -1, depth: 0 })
  return walk.groups
}

/** All marked content below a node. */
export function marksOf(node: TagNode | TagLeaf, depth = 0): string[] {
  if (!('role' in node)) return node.type === 'content' ? [node.id] : []
  return depth > deepest ? [] : node.children.flatMap((child) => marksOf(child, depth + 1))
}

/** Its own content is a group; blocks inside it become groups before and after. */
function gather(node: TagNode, walk: Walk, context: Context) {
  let marks: string[] = []
  const flush = () => {
    if (marks.length > 0) walk.groups.push(groupOf(marks, context))
    marks = []
  }
  for (const child of node.children) {
    if (!('role' in child) || (inline.has(child.role) && !hasBlocks(child, context.depth)))
      marks.push(...marksOf(child))
    else {
      flush()
      if (context.depth < deepest) enter(child, walk, { ...context, depth: context.depth + 1 })
    }
  }
  flush()
}

function groupOf(marks: readonly string[], { role, level, list, item }: Context): TagGroup {
  if (item === undefined || item.isUsed || role !== 'paragraph') return { kind: 'text', role, level, label: [], marks }
  item.isUsed = true
  return { kind: 'text', role: 'item', level: Math.max(0, list), label: item.label, marks }
}

function hasBlocks(node: TagNode, depth: number): boolean {
  if (depth > deepest) return false
  return node.children.some((child) => 'role' in child && (!inline.has(child.role) || hasBlocks(child, depth + 1)))
}

function enter(node: TagNode, walk: Walk, context: Context) {
  if (node.role === 'LI') gatherItem(node, walk, context)
  else if (node.role === 'Table') gatherTable(node, walk)
  else gather(node, walk, { ...context, ...meaningOf(node.role, context) })
}

function meaningOf(role: string, { list }: Context): Partial<Context> {
  const heading = /^H([1-6])?$/.exec(role)
  if (heading !== null) return { role: 'heading', level: Number(heading[1] ?? 1) }
  switch (role) {
    case 'Title':
      return { role: 'title', level: 1 }
    case 'TOC':
    case 'TOCI':
      return { role: 'contents' }
    case 'Note':
    case 'FENote':
      return { role: 'note' }
    case 'L':
      return { list: list + 1 }
    default:
      return {}
  }
}

function gatherItem(node: TagNode, walk: Walk, context: Context) {
  const isLabel = (child: TagNode | TagLeaf) => 'role' in child && child.role === 'Lbl'
  const label = node.children.filter(isLabel).flatMap((child) => marksOf(child))
  const children = node.children.filter((child) => !isLabel(child))
  gather({ role: 'LI', children }, walk, { ...context, item: { label, isUsed: false } })
}

function gatherTable(table: TagNode, walk: Walk) {
  const number = walk.tables++
  for (const row of rowsOf(table, 0)) {
    const cells = row.children.filter((child) => 'role' in child)
    walk.groups.push({
      kind: 'row',
      table: number,
      cells: cells.map((cell) => marksOf(cell)),
      isHeader: cells.length > 0 && cells.every(({ role }) => role === 'TH'),
    })
  }
}

function rowsOf(node: TagNode, depth: number): TagNode[] {
  return node.children.flatMap((child) => {
    if (!('role' in child)) return []
    if (child.role === 'TR') return [child]
    if (depth > 3) return []
    // A caption is inside the table as well.
    return child.role === 'Caption' ? [{ role: 'TR', children: [child] }] : rowsOf(child, depth + 1)
  })
}
