// What somebody may do who came by a link for signing and nothing else: held here, whatever a card or a forger asks for.
import { unpack, type Action } from './chat/actions.ts'
import { buttons, text, type Card } from './chat/cards.ts'
import type { ChatEvent, SigningOnly } from './chat/events.ts'
import { recognise, type Wish } from './chat/route.ts'
import { never } from './kit/never.ts'

/** What cannot be read may come in too: whoever answers says so. */
export function mayByLink(event: ChatEvent, limit: SigningOnly): boolean {
  switch (event.kind) {
    case 'said':
      return maySay(recognise(event.text))
    case 'pressed': {
      const action = unpack(event.packed)
      return action === undefined || mayPress(action, limit)
    }
    case 'opened':
      return event.surface === 'chat'
    case 'began-check':
    case 'joined':
    case 'searched':
      return false
    default:
      return never(event)
  }
}

/** A question, or a wish to read and sign. */
export function maySay({ kind }: Wish): boolean {
  return ['nothing', 'hello', 'thanks', 'ask', 'sign', 'read-and-sign', 'receipt'].includes(kind)
}

/** Reading and asking are open to everybody who came in; what is signed is the one edition that the link is for. */
function mayPress(action: Action, { policy, edition }: SigningOnly): boolean {
  switch (action.do) {
    case 'ask':
    case 'sections':
    case 'read':
    case 'whom':
    case 'rate':
    // Its own rule: by a link a receipt is shown to its signer alone.
    case 'receipt':
      return true
    case 'start-reading':
      return action.policy === policy
    case 'turn-page':
    case 'ask-about':
    case 'declaration':
    case 'sign':
    case 'before-signing':
    case 'say-before':
      return action.policy === policy && action.edition === edition
    default:
      return false
  }
}

export function showLimited({ policy }: SigningOnly): Card {
  const line = 'Your link is for reading and signing, and for nothing else here. Nothing was changed.'
  return {
    title: 'Not by this link',
    tone: 'plain',
    summary: line,
    blocks: [text(line), buttons({ label: 'Go on reading', action: { do: 'start-reading', policy }, main: true })],
  }
}
