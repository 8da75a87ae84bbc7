// What somebody is told after rating an answer.
import { compact } from '../kit/defined.ts'
import { buttons, text, type Block, type Card } from '../chat/cards.ts'
import type { Shelf } from '../policy/shelf.ts'
import { readingActions } from '../reading/actions.ts'
import { whomButton } from '../reading/lines.ts'
import { personButton } from '../referral/actions.ts'
import { askingActions } from './actions.ts'

/** After "this helped" or "it did not help". */
export function showRated(
  shelf: Shelf,
  { helpful, known, question, wrote }: { helpful: boolean; known: boolean; question: string; wrote: boolean },
): Card {
  const person = personButton({ what: 'question', question })
  const [policy, ...others] = shelf.policies
  if (!known) {
    return {
      title: 'That answer is too old to rate',
      tone: 'plain',
      summary: 'That answer is too old to rate. Nothing was changed.',
      blocks: compact([
        text('Questions are kept for a limited time, and this one is gone. Nothing was changed.'),
        wrote && notKept(),
      ]),
    }
  }
  if (helpful) {
    return {
      title: 'Good to know',
      tone: 'plain',
      summary: 'Good to know, thank you.',
      blocks: compact([text('Thank you. That is noted, without your name.'), wrote && notKept()]),
    }
  }
  return {
    title: 'Sorry that did not help',
    tone: 'plain',
    summary: `Sorry that did not help. ${others.length > 0 ? '' : (policy?.ask.why ?? '')}`.trim(),
    blocks: compact([
      text('That is noted, without your name, so that the answer can be made better.'),
      wrote && notKept(),
      text('You could ask in other words, look through the sections, or ask a person.'),
      buttons({ label: 'What else could it be?', action: askingActions('else', { question }) }),
      policy !== undefined &&
        (others.length > 0
          ? buttons({ label: 'Show the policies', action: readingActions('sections') }, person)
          : buttons(
              { label: 'Show the sections', action: readingActions('sections', { policy: policy.id }) },
              whomButton(policy.id),
              person,
            )),
    ]),
  }
}

/** Nobody reads what a platform's own form asks for beside a thumb, and people should know. */
function notKept(): Block {
  return text('What you wrote beside it is not kept and nobody reads it. To tell somebody, ask a person.')
}
