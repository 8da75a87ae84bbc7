// A newer edition came into force while people are asked to sign another: what SLT is asked, and what happens
// meanwhile.
import { buttons, note, strong, text, type Card } from '../chat/cards.ts'
import { markPractice } from '../chat/practice.ts'
import { sayDay } from '../kit/days.ts'
import type { Letter } from '../outbox/types.ts'
import { sayEdition } from '../policy/cite.ts'
import type { Edition } from '../policy/types.ts'
import type { Undecided } from '../standing/meanwhile.ts'
import { campaignActions } from './actions.ts'

/** In a list of campaigns, in the digest and on the command line. */
export function sayUndecided({ kind, campaigns }: Undecided, edition: Edition): string {
  const [first] = campaigns
  const due = first === undefined ? '' : ` by ${sayDay(first.due)}`
  if (kind === 'again')
    return `Edition ${sayEdition(edition)} is in force and is to be signed again, but the open campaign asks for an earlier one: nobody is asked. Mark it material again to ask everybody${due}, or close the campaign.`
  return `Edition ${sayEdition(edition)} came into force while people are asked to sign an earlier one, and nobody has said whether it changes what the policy means. Until somebody does, earlier signatures count, and whoever has not signed is asked for the new edition${due}.`
}

export function showUndecided(
  undecided: Undecided,
  { edition, practice }: { edition: Edition; practice: boolean },
): Card {
  const line = sayUndecided(undecided, edition)
  const mark = (change: 'material' | 'editorial') =>
    campaignActions('mark-edition', { policy: edition.policy, edition: edition.id, change })
  const [first] = undecided.campaigns
  const change =
    first === undefined
      ? []
      : [
          {
            label: 'Another due day',
            action: campaignActions('prepare-change', { policy: edition.policy, campaign: first.id }),
          },
        ]
  return markPractice(
    {
      title: `A new edition: ${edition.title}`,
      tone: 'caution',
      summary: line,
      blocks: [
        text(line),
        text(
          strong('Does it change what the policy means?'),
          ' Material: everybody signs again. Editorial: earlier signatures count.',
        ),
        buttons(
          { label: 'Material: sign again', action: mark('material') },
          { label: 'Editorial: carry over', action: mark('editorial') },
          ...change,
          { label: 'Show the campaigns', action: campaignActions('campaigns', { policy: edition.policy }) },
        ),
        note('Only the senior leadership team is asked. The first answer counts, and can be changed.'),
      ],
    },
    practice,
  )
}

export function writeUndecided(undecided: Undecided, { edition, name }: { edition: Edition; name: string }): Letter {
  return {
    subject: `A new edition to decide about: ${edition.title}`,
    text: `Hello ${name},

${edition.title}: ${sayUndecided(undecided, edition)}

To answer, say “campaigns” to Policy Guide.
`,
  }
}
