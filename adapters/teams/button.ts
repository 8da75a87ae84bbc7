// Buttons: Action.Execute where Teams can replace the card, with Action.Submit for clients that know only that.
import { defined } from '../../src/kit/defined.ts'
import type { IExecuteAction, ISubmitAction } from '@microsoft/teams.cards'
import { pack } from '../../src/chat/actions.ts'
import type { Button } from '../../src/chat/cards.ts'
import { limits } from './limits.ts'
import { verbs } from './names.ts'
import { label } from './text.ts'

/** `own` is a card that one person sees in place of what others see there; in dialogs only Action.Submit works. */
export type As = 'message' | 'own' | 'dialog'

/** What a button carries: `a` is the packed action; `own` says that only one person sees the card. */
export interface ButtonData {
  readonly a: string
  readonly own?: true
}

/** Only the button of a form sends `inputs`. */
export function showButton(button: Button, as: As, inputs: 'auto' | 'none' = 'none'): IExecuteAction | ISubmitAction {
  const data: ButtonData = { a: pack(button.action), ...defined({ own: as === 'own' ? true : undefined }) }
  // “auto” is what an action does by default.
  const title = label(button.label, limits.buttonLabel)
  const plain = {
    title,
    data: { ...data },
    ...defined({ associatedInputs: inputs === 'none' ? ('none' as const) : undefined }),
  }
  const look = defined({
    style: button.main === true ? ('positive' as const) : undefined,
    mode: button.more === true ? ('secondary' as const) : undefined,
    tooltip: button.spoken === undefined ? undefined : label(button.spoken, limits.buttonLabel),
  })
  if (as === 'dialog') return { type: 'Action.Submit', ...plain, ...look }
  // A card may have many buttons, and each is written twice, so the fallback leaves out what only looks nice.
  return { type: 'Action.Execute', verb: verbs.act, ...plain, ...look, fallback: { type: 'Action.Submit', ...plain } }
}
