// What the buttons of asking for a yes mean. None of them carries a draft.
import { z } from 'zod'
import { actions, id } from '../chat/actions.ts'
import type { Button } from '../chat/cards.ts'

/** The ruling that said to ask first: its policy, and the sections that it rests on. */
const about = { policy: id, edition: id, sections: z.array(id).max(10) }

export const approvalActions = actions({
  /** Shows who would get the draft, where it would be kept, and until when. */
  'ask-yes': about,
  /**
   * Sent with a form whose field `draft` holds the draft. `request` is the new request's id, so that it is sent once.
   */
  'send-for-yes': { ...about, request: id },
  'show-draft': { request: id },
  /** Sent with a form: `outcome`, `reason` and `section`. */
  'decide-draft': { request: id },
  'withdraw-draft': { request: id },
})

/** On a ruling that says to ask first. */
export function yesButton(ruling: { policy: string; edition: string; sections: readonly string[] }): Button {
  return {
    label: 'Ask for a yes',
    action: approvalActions('ask-yes', { ...ruling, sections: ruling.sections.slice(0, 10) }),
  }
}
