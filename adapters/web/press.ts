// A button that carries its whole meaning, and the hidden fields with which its form finds the card and the person
// again.
import { pack } from '../../src/chat/actions.ts'
import { nameOfMenu, type Button, type ButtonRow } from '../../src/chat/cards.ts'
import { html, nothing, type Html } from './html.ts'
import { limits } from './limits.ts'

/** What every form on the page sends along, so that its answer finds the card and the person. */
export interface Pressable {
  /** The message that holds the card. */
  readonly message: string
  /** The person whom the page was shown to. */
  readonly as: string
  /** What the paths of the forms begin with. */
  readonly base: string
  /** Proves that the form was on one of the person's own pages. */
  readonly guard: string
  readonly newId: () => string
  /** The page's own address, where it is framed. */
  readonly framed?: string | undefined
}

export function showButton(button: Button): Html {
  const main = button.main === true ? html` class="main"` : nothing
  const spoken = button.spoken === undefined ? nothing : html` aria-label="${spokenLabel(button.label, button.spoken)}"`
  return html`<button name="packed" value="${pack(button.action)}" ${main}${spoken}>${button.label}</button>`
}

/** One form for the row: the pressed button sends its own action, with JavaScript or without. */
export function showButtons({ buttons, folded = false, among }: ButtonRow, on: Pressable): Html {
  const show = (each: Button) => showButton(each)
  if (folded || isMany(buttons))
    return html`<form method="post" action="${on.base}/press">
      ${carry(on)}
      <details class="more many">
        <summary>${nameOfMenu(buttons.length, among)}</summary>
        <div class="row">${buttons.map(show)}</div>
      </details>
    </form>`
  const behind = buttons.filter(({ more }) => more === true)
  const more =
    behind.length === 0
      ? nothing
      : html`<details class="more">
          <summary>More</summary>
          <div class="row">${behind.map(show)}</div>
        </details>`
  return html`<form class="row" method="post" action="${on.base}/press">
    ${carry(on)}${buttons.filter((each) => each.more !== true).map(show)}${more}
  </form>`
}

/** Where there are many, all equally likely, they are a list that opens. */
function isMany(buttons: readonly Button[]): boolean {
  return buttons.length > limits.buttonsOpen && buttons.every(({ main, more }) => main !== true && more !== true)
}

/** People who speak to their computer say what they see, so the spoken name must contain the label, which may be cut. */
export function spokenLabel(label: string, spoken: string): string {
  return spoken.includes(label.replace(/\s?…$/, '')) ? spoken : `${label}: ${spoken}`
}

/** The hidden fields of `Pressable`. `delivery` makes a second click on the same button harmless. */
export function carry({ message, as, guard, newId }: Omit<Pressable, 'base'>): Html {
  return html`<input type="hidden" name="message" value="${message}" /><input
      type="hidden"
      name="as"
      value="${as}"
    /><input type="hidden" name="guard" value="${guard}" /><input type="hidden" name="delivery" value="${newId()}" />`
}
