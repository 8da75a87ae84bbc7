// Shows what a campaign will do, before it begins.
import type { ActionOf } from '../chat/actions.ts'
import { buttons, note, plain, strong, text, type Block, type Card } from '../chat/cards.ts'
import { markPractice } from '../chat/practice.ts'
import type { Audience } from '../journal/types.ts'
import { sayDay } from '../kit/days.ts'
import { sayEdition } from '../policy/cite.ts'
import type { Edition } from '../policy/types.ts'
import { sayAudience } from '../standing/audience.ts'
import { campaignActions } from './actions.ts'
import { sayPreview, type CampaignPreview } from './preview.ts'

interface Shown {
  readonly edition: Edition
  readonly audience: Audience
  readonly preview: CampaignPreview
  readonly confirms: Omit<ActionOf<typeof campaignActions, 'confirm-campaign'>, 'do'>
}

export function showCampaignPreview({ edition, audience, preview, confirms }: Shown, practice: boolean): Card {
  const line = `It asks ${sayAudience(audience)} to sign edition ${sayEdition(edition)} by ${sayDay(preview.due)}.`
  const doubts = preview.doubts.map(({ what }) => what)
  return markPractice(
    {
      title: doubts.length === 0 ? 'Before it begins' : 'Is this meant?',
      tone: doubts.length === 0 ? 'plain' : 'caution',
      summary: [...doubts, line].join(' '),
      blocks: [
        ...doubts.map((each): Block => text(strong(each))),
        text(line),
        { kind: 'list', ordered: false, items: sayPreview(preview).map(plain) },
        buttons(
          {
            label: doubts.length === 0 ? 'Open it' : 'Open it all the same',
            action: campaignActions('confirm-campaign', confirms),
            main: doubts.length === 0,
          },
          { label: 'Change something', action: campaignActions('campaigns', { policy: edition.policy }) },
        ),
        note('Nothing is sent before you open it.'),
      ],
    },
    practice,
  )
}
