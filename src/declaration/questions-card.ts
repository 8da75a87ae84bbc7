// What stands in the place of the declaration while questions are to be answered first.
import { compact } from '../kit/defined.ts'
import { buttons, note, strong, text, type Card } from '../chat/cards.ts'
import { markPractice } from '../chat/practice.ts'
import { outsideBlocks } from '../reading/lines.ts'
import type { Edition } from '../policy/types.ts'
import { understandingActions } from '../understanding/actions.ts'
import { declarationActions } from './actions.ts'
import { speakButtons } from './outcome-cards.ts'

export function showQuestionsFirst(
  { edition, practice }: { readonly edition: Edition; readonly practice: boolean },
  { asked, left }: { readonly asked: number; readonly left: number },
): Card {
  const cites = { policy: edition.policy, edition: edition.id }
  const line =
    left < asked
      ? `You have answered ${asked - left} of ${asked} questions. What you have answered right is kept.`
      : `Before you sign, there ${asked === 1 ? 'is one short question' : `are ${asked} short questions`}. If an answer is not right, you see the section and try again.`
  return markPractice(
    {
      title: `${edition.title}: first, the questions`,
      tone: 'plain',
      summary: `${line} Nothing is signed yet.`,
      blocks: compact([
        text(line),
        ...outsideBlocks(edition),
        text(
          strong('Trying again counts against nobody. '),
          'The record only says that you answered all of them right.',
        ),
        buttons(
          {
            label: left < asked ? 'Go on with the questions' : 'Begin with the questions',
            action: understandingActions('ask-understanding', cites),
            main: true,
          },
          ...speakButtons(edition),
          { label: 'Decline', action: declarationActions('before-signing', { ...cites, what: 'decline' }) },
          ...(edition.outside === undefined
            ? [{ label: 'Read the policy', action: declarationActions('start-reading', { policy: edition.policy }) }]
            : []),
        ),
        note('Nothing is signed yet.'),
      ]),
    },
    practice,
  )
}
