// Turns words typed by a person into Slack's text: entities, links and mentions are written out.
import type { State } from './state.ts'
import { findPerson, findRoom } from './state.ts'
import type { Fields } from '../json.ts'

/**
 * The `text` of a typed message as apps receive it: `&`, `<` and `>` as entities; web addresses, emails and telephone
 * numbers in angle brackets; `@Ada Teacher`, `@app` and `#staff-room` as mentions.
 */
export function typedText(state: State, text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return mentioned(state, linked(escaped))
}

/** The rich_text block that Slack makes of a typed message. */
export function typedBlocks(text: string): readonly Fields[] {
  return [
    {
      type: 'rich_text',
      block_id: 'typed',
      elements: [{ type: 'rich_text_section', elements: spans(text) }],
    },
  ]
}

function linked(text: string): string {
  return text
    .replace(/\bhttps?:\/\/[^\s<>]+/g, (url) => `<${url}>`)
    .replace(/(?<![<@/|\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, (email) => `<mailto:${email}|${email}>`)
    .replace(
      /(?<![<@/|\w.:-])(?:[a-z\d-]+\.)+(?:com|org|net|uk|school)\b(?:\/[^\s<>|]*)?/g,
      (bare) => `<http://${bare}|${bare}>`,
    )
}

function mentioned(state: State, text: string): string {
  const found: { readonly said: string; readonly written: string }[] = []
  const look = (said: string, written: () => string) => {
    if (text.includes(said)) found.push({ said, written: written() })
  }
  if (text.includes('@')) {
    for (const { id, name, handle } of state.people.values()) {
      look(`@${name}`, () => `<@${id}>`)
      look(`@${handle}`, () => `<@${id}>`)
    }
    for (const said of ['@Policy Guide', '@app']) look(said, () => `<@${state.ids.botUser}>`)
  }
  if (text.includes('#')) {
    for (const { id, name } of state.channels.values()) if (name !== '') look(`#${name}`, () => `<#${id}|${name}>`)
  }
  return found
    .sort((a, b) => b.said.length - a.said.length)
    .reduce((sofar, { said, written }) => sofar.replace(alone(said), written), text)
}

/** Matches the name only as a whole word: `@app` is not in `ada@apple.com`. */
function alone(name: string): RegExp {
  return new RegExp(`(?<![\\w.|:<])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\w)`, 'g')
}

function spans(text: string): readonly Fields[] {
  return text.split(/(<[^>]+>)/).flatMap((part): Fields[] => {
    if (part === '') return []
    const user = /^<@(\w+)>$/.exec(part)?.[1]
    if (user !== undefined) return [{ type: 'user', user_id: user }]
    const channel = /^<#(\w+)/.exec(part)?.[1]
    if (channel !== undefined) return [{ type: 'channel', channel_id: channel }]
    const link = /^<([^|>]+)(?:\|([^>]*))?>$/.exec(part)
    if (link?.[1] !== undefined)
      return [{ type: 'link', url: link[1], ...(link[2] === undefined ? {} : { text: link[2] }) }]
    return [{ type: 'text', text: unescaped(part) }]
  })
}

export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** mrkdwn as it looks on a screen: links as their labels, mentions as names, without markup characters. */
export function read(state: State, mrkdwn: string): string {
  const resolved = mrkdwn.replace(/<([^<>]+)>/g, (_, inner: string) => reference(state, inner))
  const lines = resolved.split('\n').map((line) => line.replace(/^&gt;(?:&gt;&gt;)? ?/, '').replace(/^> ?/, ''))
  return unescaped(lines.join('\n').replace(marks, '$2'))
}

/** As in Slack, `*bold*`, `_italic_`, `~struck~` and `` `code` `` only count at the edges of words. */
const marks = /(?<![\p{L}\p{N}*_~`])([*_~`])(?=\S)([^\n]*?\S)\1(?![\p{L}\p{N}*_~`])/gu

function reference(state: State, inner: string): string {
  const [target = '', label] = inner.split('|')
  if (target.startsWith('@')) return `@${nameOf(state, target.slice(1))}`
  if (target.startsWith('#')) return `#${label ?? findRoom(state, target.slice(1))?.name ?? target.slice(1)}`
  if (target.startsWith('!date')) return label ?? target
  if (target.startsWith('!')) return `@${target.slice(1).split('^')[0] ?? ''}`
  return label ?? target
}

export function nameOf(state: State, user: string): string {
  return user === state.ids.botUser ? 'Policy Guide' : (findPerson(state, user)?.name ?? user)
}
