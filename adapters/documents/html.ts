// A web page, saved from a browser or exported by Word or Google Docs → a Document.
import { defined } from '../../src/kit/defined.ts'
import type { Document, DocumentBlock, Furniture, Looks, ReadDocument } from '../../src/ports/document.ts'
import { mainOf } from './html/around.ts'
import { decodePage } from './html/decode.ts'
import type { Draft } from './html/draft.ts'
import { readStyles, sizeIn, styleOf } from './html/style.ts'
import { elementsOf, type HtmlElement, parsePage, plainText } from './html/tree.ts'
import { flush, plain, type Walk, walkNode } from './html/walk.ts'

export function readHtml(bytes: Uint8Array): ReadDocument {
  const { body, title, styles } = parsePage(decodePage(bytes))
  const walk: Walk = {
    styles: readStyles(styles),
    letters: body.letters,
    drafts: [],
    furniture: [],
    lost: new Map(),
    counters: new Map(),
    pending: [],
    label: undefined,
    tables: 0,
  }
  const main = mainOf(body)
  noteAround(body, main, walk)
  const size = sizeIn(styleOf(main, walk.styles), main, plain.size)
  walkNode(main, walk, { ...plain, size })
  flush(walk, plain)
  if (walk.drafts.length === 0)
    return {
      kind: 'refused',
      why: 'empty',
      what: 'holds no text',
      fix: 'Save the page from the browser again, when its text is shown.',
    }
  return { kind: 'document', document: toDocument(walk, title) }
}

function toDocument({ drafts, furniture, lost }: Walk, title: string): Document {
  const body = bodySize(drafts)
  const isBoldText = letters(drafts.filter(({ bold }) => bold)) > 0.6 * letters(drafts)
  const likes = drafts.map((draft) => isLikeHeading(draft, { body, isBoldText }))
  const ranks = [...new Set(drafts.filter((_, index) => likes[index]).map(rankOf))].sort((a, b) => b - a)
  let declared = 0
  const blocks = drafts.map((draft, index): DocumentBlock => {
    if (draft.kind.kind === 'heading' && draft.kind.isTitle === undefined) declared = draft.kind.level
    const level = likes[index] === true ? Math.min(6, declared + 1 + ranks.indexOf(rankOf(draft))) : undefined
    return blockOf(draft, { at: { block: index + 1 }, body, level })
  })
  return {
    format: 'html',
    about: title === '' ? {} : { title },
    blocks,
    furniture,
    lost: [...lost].map(([kind, count]) => ({ kind, count })),
  }
}

function letters(drafts: readonly Draft[]): number {
  return drafts.reduce((sum, { text, kind }) => sum + (kind.kind === 'row' ? 0 : text.length), 0)
}

function bodySize(drafts: readonly Draft[]): number {
  const sizes = new Map<number, number>()
  for (const { size, text, kind } of drafts)
    if (kind.kind === 'paragraph' || kind.kind === 'item') sizes.set(size, (sizes.get(size) ?? 0) + text.length)
  return [...sizes].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 12
}

const longest = 130

/** Short, and bold or larger where the text is not. */
function isLikeHeading(draft: Draft, { body, isBoldText }: { body: number; isBoldText: boolean }): boolean {
  const { kind, text, bold, size } = draft
  if (kind.kind === 'summary') return true
  if (kind.kind !== 'paragraph' || text.length > longest || !/\p{L}{2}/u.test(text) || /[.;,]$/.test(text)) return false
  return size >= 1.15 * body || (bold && !isBoldText)
}

const rankOf = ({ size, bold, kind }: Draft) => Math.round(size * 4) + (bold || kind.kind === 'summary' ? 1 : 0)

function blockOf(
  draft: Draft,
  { at, body, level }: { at: DocumentBlock['at']; body: number; level: number | undefined },
): DocumentBlock {
  const { kind, text } = draft
  const base = { text, at, ...defined({ number: draft.number }), looks: looksOf(draft, body) }
  if (level !== undefined) return { ...base, kind: 'heading', level, sure: 'looks' }
  switch (kind.kind) {
    case 'heading':
      return {
        ...base,
        kind: 'heading',
        level: kind.level,
        sure: 'declared',
        ...defined({ isTitle: kind.isTitle === true ? true : undefined }),
      }
    case 'item':
      return { ...base, kind: 'item', level: kind.level, ordered: kind.ordered }
    case 'row':
      return { text, at, kind: 'row', table: kind.table, cells: kind.cells, isHeader: kind.isHeader }
    case 'note':
      return { ...base, kind: 'note' }
    default:
      return { ...base, kind: 'paragraph' }
  }
}

function looksOf({ bold, size, capitals, centred, underlined }: Draft, body: number): Looks {
  const share = Math.round((size / body) * 100) / 100
  return defined({
    bold: bold ? bold : undefined,
    size: Math.abs(share - 1) < 0.04 ? undefined : share,
    capitals: capitals ? capitals : undefined,
    centred: centred ? centred : undefined,
    underlined: underlined ? underlined : undefined,
  })
}

/** What is outside the page's main part. Its one large heading is the title, where the main part has none. */
function noteAround(body: HtmlElement, main: HtmlElement, walk: Walk) {
  if (body === main) return
  const holdsHeading = [...elementsOf(main)].some(({ tag }) => tag === 'h1')
  for (const child of body.children) {
    if (child === main) continue
    if (child.kind === 'element' && [...elementsOf(child)].includes(main)) noteAround(child, main, walk)
    else noteBeside(child, { walk, holdsHeading })
  }
}

function noteBeside(
  child: HtmlElement['children'][number],
  { walk, holdsHeading }: { walk: Walk; holdsHeading: boolean },
) {
  const text = plainText(child)
  if (text === '') return
  const kinds: Furniture['kind'] = 'navigation'
  const heads = child.kind === 'element' ? [...elementsOf(child)].filter(({ tag }) => tag === 'h1') : []
  if (!holdsHeading && heads.length === 1 && heads[0] !== undefined) walkNode(heads[0], walk, plain)
  walk.furniture.push({ kind: kinds, text })
}
