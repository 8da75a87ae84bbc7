// The rich_text block: sections, lists, quotations and code, and the elements inside them.
import { anything, byType, flag, list, object, oneOf, optional, string, whole } from './schema.ts'
import { type } from './texts.ts'

const style = optional(
  object({
    bold: optional(flag),
    italic: optional(flag),
    strike: optional(flag),
    code: optional(flag),
    underline: optional(flag),
  }),
)

const words = byType({
  text: object({ type, text: string(40_000), style }),
  link: object({ type, url: string(3000), text: optional(string(3000)), unsafe: optional(flag), style }),
  emoji: object({ type, name: string(100), unicode: optional(string(100)), url: optional(string(3000)), style }),
  user: object({ type, user_id: string(255), style }),
  usergroup: object({ type, usergroup_id: string(255), style }),
  channel: object({ type, channel_id: string(255), style }),
  team: object({ type, team_id: string(255), style }),
  broadcast: object({ type, range: oneOf('here', 'channel', 'everyone'), style }),
  color: object({ type, value: string(20), style }),
  date: object({
    type,
    timestamp: anything,
    format: string(500),
    url: optional(string(3000)),
    fallback: optional(string(500)),
    style,
  }),
})

const border = optional(oneOf(0, 1))
const elements = list(words, { min: 0, max: 1000 })
const section = object({ type, elements })

export const richText = object({
  type,
  block_id: optional(string(255)),
  elements: list(
    byType({
      rich_text_section: section,
      rich_text_quote: object({ type, elements, border }),
      rich_text_preformatted: object({ type, elements, border }),
      rich_text_list: object({
        type,
        border,
        style: oneOf('bullet', 'ordered'),
        indent: optional(whole(0, 8)),
        offset: optional(whole(0, 10_000)),
        elements: list(byType({ rich_text_section: section }), { max: 1000 }),
      }),
    }),
    { max: 1000 },
  ),
})
