// The last words to people who were not answered in time.
import { text, type Card } from '../chat/cards.ts'

/** A draft is kept nowhere, so after a stop only its writer has it. */
export function sendAgainCard(): Card {
  const line =
    'You sent me a draft to look at, and I stopped before I had finished. I keep no drafts: please send it once more.'
  return { title: 'Please send your draft again', tone: 'plain', summary: line, blocks: [text(line)] }
}

export function tooLateCard(): Card {
  const line =
    'You asked me something a while ago, and I could not answer then. I am sorry. If you still need it, please ask again.'
  return { title: 'I am late', tone: 'plain', summary: line, blocks: [text(line)] }
}
