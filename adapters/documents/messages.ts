// The requests and responses of the reading process, checked on both sides.
import { z } from 'zod'

const Looks = z.object({
  bold: z.boolean().exactOptional(),
  size: z.number().exactOptional(),
  capitals: z.boolean().exactOptional(),
  centred: z.boolean().exactOptional(),
  underlined: z.boolean().exactOptional(),
  gap: z.boolean().exactOptional(),
  indent: z.number().exactOptional(),
})

const placed = {
  text: z.string(),
  at: z.object({
    page: z.number().int().exactOptional(),
    line: z.number().int().exactOptional(),
    block: z.number().int(),
  }),
  number: z.string().exactOptional(),
  looks: Looks.exactOptional(),
}

const Block = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('heading'),
    ...placed,
    level: z.number().int(),
    sure: z.enum(['declared', 'looks']),
    isTitle: z.literal(true).exactOptional(),
  }),
  z.object({ kind: z.literal('paragraph'), ...placed, isBoxed: z.literal(true).exactOptional() }),
  z.object({ kind: z.literal('item'), ...placed, level: z.number().int(), ordered: z.boolean() }),
  z.object({
    kind: z.literal('row'),
    ...placed,
    table: z.number().int(),
    cells: z.array(z.string()),
    isHeader: z.boolean(),
  }),
  z.object({ kind: z.literal('note'), ...placed }),
])

const Document = z.object({
  format: z.enum(['docx', 'odt', 'rtf', 'pdf', 'html', 'md', 'txt']),
  about: z.object({
    title: z.string().exactOptional(),
    author: z.string().exactOptional(),
    created: z.string().exactOptional(),
    modified: z.string().exactOptional(),
    frontMatter: z.record(z.string(), z.string()).exactOptional(),
  }),
  blocks: z.array(Block),
  furniture: z.array(
    z.object({
      kind: z.enum(['head', 'foot', 'page-number', 'contents', 'navigation', 'mark']),
      text: z.string(),
      page: z.number().int().exactOptional(),
    }),
  ),
  lost: z.array(
    z.object({
      kind: z.enum(['hidden', 'deleted', 'inserted', 'picture', 'comment', 'object', 'unread']),
      count: z.number().int(),
    }),
  ),
})

const Refused = z.object({
  kind: z.literal('refused'),
  why: z.enum(['empty', 'binary', 'too-large', 'encoding', 'old-format', 'scan', 'password', 'damaged', 'unknown']),
  what: z.string(),
  fix: z.string(),
})

const Tables = z.object({
  kind: z.literal('tables'),
  tables: z.array(
    z
      .object({ name: z.string().optional(), rows: z.array(z.array(z.string())) })
      .transform(({ name, rows }) => ({ name, rows })),
  ),
})

export const Question = z.object({
  format: z.enum(['docx', 'odt', 'rtf', 'pdf', 'html', 'md', 'txt', 'xlsx', 'csv']),
  bytes: z.instanceof(Uint8Array),
})

export const Answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('document'), document: Document }),
  Tables,
  Refused,
])
export type Answer = z.infer<typeof Answer>
