// Writes an edition as the Markdown of its file, such that reading the file gives exactly the same edition, whatever
// the text.
import { compact, defined } from '../kit/defined.ts'
import type { BlockContent, List, PhrasingContent, Root, RootContent } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { parseDocument, Scalar, stringify } from 'yaml'
import type { Edition, EditionSource, SectionPart, Section } from '../policy/types.ts'

export interface Extras {
  /** The school's own number for the policy. */
  readonly number?: number | undefined
  /** What the document has beside its sections, kept so that nothing is lost. */
  readonly aside?: readonly string[]
}

const markdown = unified()
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkStringify, { bullet: '-', rule: '-', listItemIndent: 'one', incrementListMarker: true })
  .freeze()

/** Texts use `\n` for a line break that is kept, never `\r`, and are not empty. */
export function writeEdition(edition: Edition, extras: Extras = {}): string {
  const tree: Root = {
    type: 'root',
    children: [{ type: 'yaml', value: record(edition, extras) }, ...edition.sections.flatMap(writeSection)],
  }
  return markdown.stringify(tree)
}

function record(
  { sections: _, id, policy, title, school, wording, ...rest }: Edition,
  { number, aside = [] }: Extras,
): string {
  const { published, adopted, amended, inForceFrom, withdrawn, reviewed, ratified, nextReview, approvedBy, source } =
    rest
  const texts = { title: quote(title), school: quote(school) }
  const dates = {
    published,
    adopted,
    reviewed,
    amended,
    ratified,
    inForceFrom,
    withdrawn,
    nextReview,
    approvedBy: quote(approvedBy),
  }
  const origin = source === undefined ? {} : { source: originOf(source) }
  const lines = { policy, edition: id, number, ...texts, wording, ...dates, ...origin }
  return stringify(
    { ...lines, ...defined({ aside: aside.length > 0 ? aside.map(quote) : undefined }) },
    { lineWidth: 0 },
  ).trimEnd()
}

function originOf({ file, sha256, unseen }: EditionSource) {
  return { file: quote(file), sha256: quote(sha256), ...defined({ unseen }) }
}

/** The same file with other values in its record; undefined removes a line. The text below stays exactly as it is. */
export function changeRecord(source: string, changes: Readonly<Record<string, string | undefined>>): string {
  const [, record = '', rest = ''] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(source) ?? []
  const document = parseDocument(record)
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) document.delete(key)
    else document.set(key, value)
  }
  return `---\n${document.toString({ lineWidth: 0 })}---\n${rest}`
}

/**
 * In quotation marks unless it is plainly words: the library writes a lone ":" bare, and then reads it as a mapping.
 */
function quote(text: string | undefined): Scalar | string | undefined {
  if (text === undefined || /^[\p{L}\p{N}][\p{L}\p{N} ’',.&()/-]*$/u.test(text)) return text
  const scalar = new Scalar(text)
  scalar.type = 'QUOTE_DOUBLE'
  return scalar
}

function writeSection({ ref, title, parts, number, page }: Section): RootContent[] {
  const depths = [2, 3, 4, 5, 6] as const
  const depth = depths[Math.min(ref.split('.').length, depths.length) - 1] ?? 2
  return [
    { type: 'heading', depth, children: [{ type: 'text', value: `${ref}. ${title}` }] },
    ...noteOf({ number, page }),
    ...parts.flatMap(writePart),
  ]
}

/** What the school's own file has for the heading: the printed number where it is not the ref, and the page. */
function noteOf({ number, page }: { number: string | null | undefined; page: number | undefined }): RootContent[] {
  const own = number === undefined ? [] : [number === null ? 'no number' : `number ${JSON.stringify(number)}`]
  const all = compact([...own, page !== undefined && `page ${page}`])
  return all.length === 0 ? [] : [{ type: 'html', value: `<!-- printed: ${all.join(', ')} -->` }]
}

function writePart(part: SectionPart): RootContent[] {
  switch (part.kind) {
    case 'paragraph':
      return [{ type: 'paragraph', children: phrase(part.text) }]
    case 'list':
      return writeList(part)
    case 'gap':
      return [
        {
          type: 'blockquote',
          // As raw text: its bracket must not be escaped.
          children: [{ type: 'paragraph', children: [{ type: 'html', value: '[!GAP]\n' }, ...phrase(part.text)] }],
        },
      ]
  }
}

function writeList({ ordered, mark, items }: Extract<SectionPart, { kind: 'list' }>): RootContent[] {
  const start = ordered ? startOf(mark) : undefined
  const list: List = {
    type: 'list',
    ordered,
    spread: false,
    ...defined({ start: ordered ? (start ?? 1) : undefined }),
    children: items.map((item) => {
      const children: BlockContent[] = [{ type: 'paragraph', children: phrase(item) }]
      return { type: 'listItem', spread: false, children }
    }),
  }
  if (mark === undefined || start !== undefined) return [list]
  return [{ type: 'html', value: `<!-- mark: ${mark} -->` }, list]
}

/** The number with which Markdown itself can begin a list: for `3.`, but not for `1.` or `(3)`. */
function startOf(mark: string | undefined): number | undefined {
  const [, digits] = /^(\d{1,9})\.$/.exec(mark ?? '') ?? []
  const start = Number(digits)
  return digits !== undefined && start !== 1 && String(start) === digits ? start : undefined
}

function phrase(text: string): PhrasingContent[] {
  return text.split('\n').flatMap((line, at): PhrasingContent[] => {
    const words: PhrasingContent[] = line === '' ? [] : [{ type: 'text', value: line }]
    return at === 0 ? words : [{ type: 'break' }, ...words]
  })
}
