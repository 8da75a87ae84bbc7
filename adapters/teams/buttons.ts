// Buttons as Teams shows them: rows that fit on a phone, the rest behind “…”, long choices as rows that wrap, and many
// as a list that opens.
import type { CardElementArray, IActionSet, IContainer } from '@microsoft/teams.cards'
import { pack } from '../../src/chat/actions.ts'
import { nameOfMenu, type Button, type ButtonRow } from '../../src/chat/cards.ts'
import { showButton, type As } from './button.ts'
import { limits } from './limits.ts'
import { markdown } from './text.ts'

type Element = CardElementArray[number]

export function showButtons({ buttons, folded = false, among }: ButtonRow, as: As): Element[] {
  const open = buttons.filter(({ more }) => more !== true)
  const behind = buttons.filter(({ more }) => more === true)
  // A button is one line and cuts what is longer. A single long choice among short ones would look like something else.
  if ((folded || open.length > limits.buttonsOpen) && open.every(({ main }) => main !== true))
    return showMenu(open, among, behind, as)
  const wrap = open.some(({ label }) => label.length > limits.buttonShown)
  if (wrap)
    return [
      ...open.map((button) => pressedRow(button.label, showButton({ ...button, more: false }, as))),
      ...setsOf(behind, as),
    ]
  return setsOf([...open, ...behind], as)
}

/**
 * Many to choose from: a list that opens, and one button. The first is preselected, so that a press always means
 * something.
 */
function showMenu(open: readonly Button[], among: string | undefined, behind: readonly Button[], as: As): Element[] {
  const [first, ...others] = open.map(({ label, action }) => ({ title: label, value: pack(action) }))
  const [button] = open
  if (first === undefined || button === undefined) return []
  const menu = `menu ${first.title}`
  const name = nameOfMenu(open.length, among)
  return [
    {
      type: 'Input.ChoiceSet',
      id: menu,
      label: name,
      style: 'compact',
      choices: [first, ...others],
      value: first.value,
    },
    {
      type: 'ActionSet',
      actions: [showPick(button, { menu, name }, as), ...behind.map((each) => showButton(each, as))],
    },
  ]
}

/** An answer is chosen by it as well as a section, so it says no more than that. */
function showPick(first: Button, { menu, name }: { readonly menu: string; readonly name: string }, as: As) {
  const shown = showButton({ label: 'Choose', action: first.action, spoken: name }, as, 'auto')
  const data = { ...(shown.data as object), menu }
  if (shown.type === 'Action.Submit') return { ...shown, data }
  return { ...shown, data, fallback: { type: 'Action.Submit', title: 'Choose', data } as const }
}

/** A row of words that wrap, to be pressed like a button. */
export function pressedRow(words: string, selectAction: NonNullable<IContainer['selectAction']>): IContainer {
  return {
    type: 'Container',
    style: 'emphasis',
    spacing: 'Small',
    selectAction,
    items: [{ type: 'TextBlock', text: markdown(words, limits.title), wrap: true, color: 'Accent' }],
  }
}

function setsOf(buttons: readonly Button[], as: As): IActionSet[] {
  return rowsOf(buttons).map((row) => ({ type: 'ActionSet', actions: row.map((button) => showButton(button, as)) }))
}

/** Rows that fit on a phone; what is behind “…” takes no room in the last row. */
function rowsOf(buttons: readonly Button[]): Button[][] {
  const rows: Button[][] = []
  let text = 0
  for (const button of buttons) {
    const row = rows.at(-1)
    const size = button.more === true ? 0 : button.label.length + 3
    const shown = row?.filter(({ more }) => more !== true).length ?? 0
    if (row === undefined || (size > 0 && (shown >= limits.buttonsPerRow || text + size > limits.rowText))) {
      rows.push([button])
      text = size
    } else {
      row.push(button)
      text += size
    }
  }
  return rows
}
