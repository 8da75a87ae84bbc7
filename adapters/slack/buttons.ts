// Buttons as Slack shows them unobtrusively: a few in a row, the rest behind “…”, long ones as rows, many as one menu.
import type { types } from '@slack/bolt'
import { pack } from '../../src/chat/actions.ts'
import { mostLabel, nameOfMenu, type Block, type Button, type ButtonRow } from '../../src/chat/cards.ts'
import { briefly } from '../../src/kit/clean.ts'
import { pagesOf } from './fit.ts'
import { limits } from './limits.ts'
import { plainText } from './text.ts'

interface Sent {
  readonly button: Button
  readonly value: string
}

type Element = types.ActionsBlockElement

export function showButtons(row: ButtonRow, at: string): types.KnownBlock[] {
  const sent = row.buttons.map((button) => ({ button, value: pack(button.action) }))
  const fitting = sent.filter(({ value }) => value.length <= limits.buttonValue)
  const blocks = isMenu(fitting, row.folded)
    ? [showMenu(fitting, nameOfMenu(fitting.length, row.among), at)]
    : showApart(fitting, at)
  if (fitting.length === sent.length) return blocks
  const lost = plainText(
    'One more step would not fit on this card. Please ask again to start afresh.',
    limits.blockText,
  )
  return [...blocks, { type: 'context', elements: [lost] }]
}

/** Many to choose from, all equally likely. */
function isMenu(sent: readonly Sent[], folded = false): boolean {
  const plain = ({ button, value }: Sent) =>
    value.length <= limits.optionValue && button.main !== true && button.more !== true
  return (folded || sent.length > limits.buttonsPerRow) && sent.length <= limits.options && sent.every(plain)
}

function showMenu(sent: readonly Sent[], name: string, at: string): types.ActionsBlock {
  const placeholder = plainText(name, limits.placeholder)
  const menu = { type: 'static_select', action_id: 'm', placeholder, options: sent.map(optionOf) } as const
  return { type: 'actions', block_id: `${at}.m`, elements: [menu] }
}

/** Rows for long labels, a line of buttons for short ones, and “…” for what few will want. */
function showApart(sent: readonly Sent[], at: string): types.KnownBlock[] {
  const isLong = ({ button: { label } }: Sent) => label.length > mostLabel || emOf(label) > limits.buttonShown
  // A single long choice among short ones would look like something else.
  const asRows = sent.some((each) => isLong(each) && each.button.more !== true)
  const folded = sent.filter(({ button, value }) => button.more === true && value.length <= limits.optionValue)
  const behind = folded.length > 1 || folded.some(isLong) ? folded : []
  const open = sent.filter((each) => !behind.includes(each))
  const rows = asRows ? open.map((each, b) => showRow(each, `${at}.r${b}`)) : []
  const line = [...(asRows ? [] : open.map(showButton)), ...menusOf(behind)]
  const lines = pagesOf(line, { most: limits.buttonsPerRow, text: Infinity, sizeOf: () => 0 })
  return [
    ...rows,
    ...lines.map((elements, r): types.ActionsBlock => ({
      type: 'actions',
      block_id: `${at}.b${r}`,
      elements: elements.map((element, b) => ({ ...element, action_id: `b${r}.${b}` })),
    })),
  ]
}

/** About how wide the bold words are, in their letters’ size. */
function emOf(words: string): number {
  return Array.from(words).reduce((sum, letter) => sum + (widths.find(([some]) => some.test(letter))?.[1] ?? 0.64), 0)
}

const widths: readonly (readonly [RegExp, number])[] = [
  [/[ijlI .,:;’'!|()]/, 0.31],
  [/[rtfsz-]/, 0.47],
  [/[mwMW@%—…]/, 1],
  [/[\u2E80-\uFFFF]|[^\u0000-\uFFFF]/, 1],
]

function showButton({ button, value }: Sent): types.Button {
  const shown: types.Button = { type: 'button', text: plainText(button.label, limits.buttonLabel), value }
  if (button.main === true) shown.style = 'primary'
  if (button.spoken !== undefined) shown.accessibility_label = briefly(button.spoken, limits.buttonSpoken)
  return shown
}

/**
 * The text stands beside its button and wraps. To a screen reader the button says both, first the word that is seen on
 * it, by which somebody asks for it who speaks to their computer.
 */
function showRow({ button, value }: Sent, at: string): types.SectionBlock {
  const accessory: types.Button = {
    type: 'button',
    action_id: 'r',
    text: plainText('Choose', limits.buttonLabel),
    value,
    accessibility_label: briefly(`Choose: ${button.spoken ?? button.label}`, limits.buttonSpoken),
  }
  return { type: 'section', block_id: at, text: plainText(button.label, limits.blockText), accessory }
}

function menusOf(behind: readonly Sent[]): Element[] {
  return pagesOf(behind, { most: limits.overflowOptions, text: Infinity, sizeOf: () => 0 }).map((page) => ({
    type: 'overflow',
    options: page.map(optionOf),
  }))
}

function optionOf({ button, value }: Sent): types.PlainTextOption {
  return { text: plainText(button.label, limits.optionLabel), value }
}

/** Slack's own thumbs, which only messages can have. */
export function showThumbs({ helped, not }: Extract<Block, { kind: 'rating' }>, at: string): types.KnownBlock[] {
  const thumb = ({ label, action }: Button) => ({ text: plainText(label, limits.buttonLabel), value: pack(action) })
  return [
    {
      type: 'context_actions',
      block_id: `${at}.f`,
      elements: [
        { type: 'feedback_buttons', action_id: 'f', positive_button: thumb(helped), negative_button: thumb(not) },
      ],
    },
  ]
}
