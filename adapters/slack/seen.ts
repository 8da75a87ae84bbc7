// Everything that a person sees in a Slack message, in one shape: what was typed, what was shared or forwarded along
// with it, pictures and files, and emoji, which Slack writes as words.
import type { SeenBeside } from '../../src/chat/events.ts'
import type { Content } from './payloads.ts'

export interface Read {
  readonly text: string
  /** Undefined where there is nothing besides the text. */
  readonly seen: SeenBeside | undefined
}

/** `words` makes Slack's notation readable. */
export function readMessage({ text, blocks, attachments, files }: Content, words: (text: string) => string): Read {
  const typed = words(text === '' ? textsIn(blocks).join('\n') : text)
  const quoted = attachments
    .map((each) => words([each.title, textOf(each)].filter((part) => part !== '').join('\n')))
    .filter((each) => each !== '')
  const media = files.filter(({ mimetype }) => /^(image|video|audio)\//.test(mimetype))
  const seen: SeenBeside = {
    quoted,
    pictures: media.length + attachments.filter(({ image_url: url }) => url !== '').length,
    files: files.filter((file) => !media.includes(file)).map(({ name }) => name),
    emoji: [typed, ...quoted].flatMap(emojiIn),
  }
  const empty = seen.pictures === 0 && [seen.quoted, seen.files, seen.emoji].every((each) => each.length === 0)
  return { text: withoutEmoji(typed), seen: empty ? undefined : { ...seen, quoted: quoted.map(withoutEmoji) } }
}

/** A shared message may come with its text, with blocks only, or with its fallback line. */
function textOf({ text, fallback, blocks, message_blocks: shared }: Content['attachments'][number]): string {
  if (text !== '') return text
  const inside = textsIn([...blocks, ...shared]).join('\n')
  return inside === '' ? fallback : inside
}

/** No message is nested more deeply; what is was made to break whoever reads it. */
const deepest = 100

/** The words in a block of any kind: each is under `text`, directly or as an object with a `text`. */
function textsIn(value: unknown, depth = 0): readonly string[] {
  if (typeof value !== 'object' || value === null || depth > deepest) return []
  if (Array.isArray(value)) return value.flatMap((each) => textsIn(each, depth + 1))
  return Object.entries(value).flatMap(([key, inside]: [string, unknown]) => {
    if (key === 'text' && typeof inside === 'string') return [inside]
    return key === 'url' || key === 'block_id' ? [] : textsIn(inside, depth + 1)
  })
}

/** Not inside a word or a time of day: 10:30:45 contains none. */
const emoji = /(?<![\w:]):([a-z0-9_+'-]+):(?::skin-tone-\d:)?(?!\w)/g

function emojiIn(text: string): readonly string[] {
  return [...text.matchAll(emoji)].flatMap(([, name]) => (name === undefined ? [] : [name]))
}

function withoutEmoji(text: string): string {
  return text
    .replace(emoji, ' ')
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}

/** What remains besides a draft that includes the quotations. */
export function beside(seen: SeenBeside | undefined): { readonly seen?: SeenBeside } {
  if (seen === undefined || (seen.pictures === 0 && seen.files.length === 0 && seen.emoji.length === 0)) return {}
  return { seen: { ...seen, quoted: [] } }
}
