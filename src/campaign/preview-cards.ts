// Shows what a campaign will do, before it begins.
import type { Action, ActionOf } from '../chat/actions.ts'
import { buttons, note, plain, strong, text, type Block, type Button, type Card } from '../chat/cards.ts'
import { fillFields, lines, type Sent } from '../chat/forms.ts'
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
  return showBeforeOpening(
    {
      line: `It asks ${sayAudience(audience)} to sign edition ${sayEdition(edition)} by ${sayDay(preview.due)}.`,
      doubts: preview.doubts,
      items: sayPreview(preview),
      confirm: campaignActions('confirm-campaign', confirms),
      change: campaignActions('campaigns', { policy: edition.policy }),
    },
    practice,
  )
}

interface BeforeOpening {
  /** What it asks, in one sentence. */
  readonly line: string
  readonly doubts: CampaignPreview['doubts']
  /** What it will do, one sentence each. */
  readonly items: readonly string[]
  readonly confirm: Action
  readonly change: Action
}

interface BeforeChanging extends Omit<BeforeOpening, 'change'> {
  /** The reason as it was sent. */
  readonly sent: Sent
  readonly back: Button
}

/** What a change will do, with anything doubtful first, and the field for why; for one document or for a bundle. */
export function showBeforeChanging(
  { line, doubts, items, confirm, sent, back }: BeforeChanging,
  practice: boolean,
): Card {
  const sure = doubts.length === 0
  return showBefore({ title: 'Before it is changed', line, doubts, items, practice }, [
    {
      kind: 'form',
      form: {
        fields: fillFields([lines('reason', 'Why', 'It is kept in the history, with your name.')], sent),
        submit: { label: sure ? 'Change it' : 'Change it all the same', action: confirm, main: sure },
      },
    },
    buttons(back),
    note('Nothing is changed before you say so. With another day the reminders start again.'),
  ])
}

/** What opening will do, with anything doubtful first; for one document, or for several that are asked for together. */
export function showBeforeOpening({ line, doubts, items, confirm, change }: BeforeOpening, practice: boolean): Card {
  const sure = doubts.length === 0
  return showBefore({ title: 'Before it begins', line, doubts, items, practice }, [
    buttons(
      { label: sure ? 'Open it' : 'Open it all the same', action: confirm, main: sure },
      { label: 'Change something', action: change },
    ),
    note('Nothing is sent before you open it.'),
  ])
}

interface Before extends Pick<BeforeOpening, 'line' | 'doubts' | 'items'> {
  /** Where nothing is doubtful. */
  readonly title: string
  readonly practice: boolean
}

function showBefore({ title, line, doubts, items, practice }: Before, ways: readonly Block[]): Card {
  const sure = doubts.length === 0
  const asked = doubts.map(({ what }) => what)
  return markPractice(
    {
      title: sure ? title : 'Is this meant?',
      tone: sure ? 'plain' : 'caution',
      summary: [...asked, line].join(' '),
      blocks: [
        ...asked.map((each): Block => text(strong(each))),
        text(line),
        { kind: 'list', ordered: false, items: items.map(plain) },
        ...ways,
      ],
    },
    practice,
  )
}
