// The cards for changing a round: the form, and what the change will do.
import type { ActionOf } from '../chat/actions.ts'
import { buttons, note, text, type Card } from '../chat/cards.ts'
import { fillFields, line, type Sent } from '../chat/forms.ts'
import { markPractice } from '../chat/practice.ts'
import { showBeforeChanging } from '../campaign/preview-cards.ts'
import type { Round } from '../standing/rounds.ts'
import { bundleActions } from './actions.ts'
import { sayRoundPreview, type RoundPreview } from './preview.ts'
import { sayRoundDays } from './words.ts'

export function showRoundChange(round: Round, sent: Sent, practice: boolean): Card {
  const now = `It asks for its documents by ${sayRoundDays(round)}.`
  return markPractice(
    {
      title: `Change the ${round.title}`,
      tone: 'plain',
      summary: now,
      blocks: [
        text(`${now} What you leave empty stays as it is. Who reads what stands in the school’s file of the bundle.`),
        {
          kind: 'form',
          form: {
            fields: fillFields(
              [
                line('due', 'By which day', `Such as 18/12/2026. Now ${sayRoundDays(round)}.`, false),
                line('remind', 'When to remind', 'Such as 14, 7, 1, 0, then every 7.', false),
              ],
              sent,
            ),
            submit: {
              label: 'Show what it will do',
              action: bundleActions('change-round', { round: round.id }),
              main: true,
            },
          },
        },
        buttons({ label: 'Back to the bundle', action: bundleActions('bundle', { bundle: round.bundle }) }),
        note('Nothing is changed yet.'),
      ],
    },
    practice,
  )
}

interface RoundChangeShown {
  /** As it would be. */
  readonly round: Round
  readonly preview: RoundPreview
  readonly confirms: Omit<ActionOf<typeof bundleActions, 'confirm-round-change'>, 'do'>
  readonly sent: Sent
}

export function showRoundChangePreview({ round, preview, confirms, sent }: RoundChangeShown): Card {
  return showBeforeChanging(
    {
      line: `The ${round.title} would ask for its documents by ${sayRoundDays(round)}.`,
      doubts: preview.doubts,
      items: sayRoundPreview(preview),
      confirm: bundleActions('confirm-round-change', confirms),
      sent,
      back: { label: 'Change something', action: bundleActions('prepare-round', { round: round.id }) },
    },
    round.practice,
  )
}
