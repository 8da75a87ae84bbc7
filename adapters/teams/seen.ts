// Everything that a person sees in a Teams message, in one shape: what was typed, what was quoted or forwarded along
// with it, pictures, files and cards.
import { z } from 'zod'
import type { SeenBeside } from '../../src/chat/events.ts'
import { wordsOfHtml } from './words.ts'

const some = z.string().nullish()
const Attachment = z.looseObject({ contentType: some, name: some, content: z.unknown().optional() })
type Attachment = z.infer<typeof Attachment>

/** What a reply quotes: its text is in the entity, and the message only has a mark. */
const Quoted = z.object({ type: z.literal('quotedReply'), quotedReply: z.looseObject({ preview: some }) })
const Reference = z.looseObject({ messagePreview: some, originalMessageContent: some })

export interface Around {
  readonly attachments?: readonly unknown[] | undefined
  readonly entities?: readonly unknown[] | undefined
}

/** Undefined where there is nothing besides the text. */
export function seenIn({ attachments = [], entities = [] }: Around): SeenBeside | undefined {
  const all = attachments.flatMap((each) => {
    const read = Attachment.safeParse(each)
    return read.success ? [read.data] : []
  })
  const replies = entities.flatMap((each) => {
    const read = Quoted.safeParse(each)
    return read.success ? [wordsOfHtml(read.data.quotedReply.preview ?? '')] : []
  })
  const seen: SeenBeside = {
    quoted: [...replies, ...all.flatMap(quotedIn)].filter(
      (text, at, texts) => text !== '' && texts.indexOf(text) === at,
    ),
    pictures: all.reduce((sum, each) => sum + picturesIn(each), 0),
    files: all.flatMap(fileIn),
    emoji: [],
  }
  return seen.pictures === 0 && seen.quoted.length === 0 && seen.files.length === 0 ? undefined : seen
}

/** Where a quotation belongs, the text only has this mark, which clients replace. */
export function withoutMarks(text: string): string {
  return text
    .replace(/<quoted\b[^>]*\/?>(?:\s*<\/quoted>)?/gi, ' ')
    .replace(/<attachment\b[^>]*>(?:\s*<\/attachment>)?/gi, ' ')
}

function quotedIn({ contentType, content }: Attachment): readonly string[] {
  switch (contentType?.toLowerCase()) {
    case 'messagereference':
    case 'forwardedmessagereference': {
      const read = Reference.safeParse(objectIn(content))
      const { messagePreview, originalMessageContent } = read.success ? read.data : {}
      return [wordsOfHtml(originalMessageContent ?? messagePreview ?? '')]
    }
    case 'text/html':
      return quotationsIn(typeof content === 'string' ? content : '')
    default:
      return contentType?.startsWith('application/vnd.microsoft.card.') === true ? [textsIn(content).join('\n')] : []
  }
}

/** The message as HTML comes beside its text, and only it contains what is quoted. */
function quotationsIn(html: string): readonly string[] {
  return [...html.matchAll(/<blockquote\b[^>]*>([\s\S]*?)<\/blockquote>/gi)].map(([, inside = '']) =>
    wordsOfHtml(inside),
  )
}

function picturesIn({ contentType, name, content }: Attachment): number {
  if (/^(image|video|audio)\//.test(contentType ?? '') || (isFile(contentType) && media.test(name ?? ''))) return 1
  if (contentType !== 'text/html' || typeof content !== 'string') return 0
  return [...content.matchAll(/<img\b[^>]*>/gi)].filter(([tag]) => !/emoji/i.test(tag)).length
}

function fileIn({ contentType, name }: Attachment): readonly string[] {
  return isFile(contentType) && !media.test(name ?? '') ? [name ?? 'a file'] : []
}

function isFile(contentType: string | null | undefined): boolean {
  return contentType === 'reference' || contentType?.startsWith('application/vnd.microsoft.teams.file') === true
}

const media = /\.(png|jpe?g|gif|webp|heic|bmp|mp4|mov|webm|mp3|m4a|wav)$/i

/** No card is nested more deeply; what is was made to break whoever reads it. */
const deepest = 100

/** What a card says, anywhere in it. */
function textsIn(value: unknown, depth = 0): readonly string[] {
  if (typeof value !== 'object' || value === null || depth > deepest) return []
  if (Array.isArray(value)) return value.flatMap((each) => textsIn(each, depth + 1))
  return Object.entries(value).flatMap(([key, inside]: [string, unknown]) =>
    (key === 'text' || key === 'title') && typeof inside === 'string' ? [inside] : textsIn(inside, depth + 1),
  )
}

function objectIn(content: unknown): unknown {
  if (typeof content !== 'string') return content
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}

/** What remains besides a draft that includes the quotations. */
export function beside(seen: SeenBeside | undefined): { readonly seen?: SeenBeside } {
  if (seen === undefined || (seen.pictures === 0 && seen.files.length === 0)) return {}
  return { seen: { ...seen, quoted: [] } }
}
