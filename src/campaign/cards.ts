// The cards of campaigns: campaigns and editions for SLT, and "Sign here" for everybody.
import { compact } from '../kit/defined.ts'
import { campaignActions } from './actions.ts'
import { registerActions } from '../register/actions.ts'
import { buttons, note, strong, text, type Block, type Button, type Card, type Rich } from '../chat/cards.ts'
import { opening } from '../chat/opening.ts'
import { groups } from '../chat/people.ts'
import { markPractice } from '../chat/practice.ts'
import type { Undecided } from '../standing/meanwhile.ts'
import type { Marks } from '../standing/standing.ts'
import { sayUndecided } from './undecided-cards.ts'
import type { Rhythm } from '../journal/types.ts'
import { sayDay } from '../kit/days.ts'
import { capital } from '../kit/text.ts'
import { difference } from '../policy/difference.ts'
import { tellDifference } from '../policy/tell.ts'
import { sayEdition } from '../policy/cite.ts'
import type { Edition } from '../policy/types.ts'
import { sayAudience } from '../standing/audience.ts'
import { fillFields, line, type Sent } from '../chat/forms.ts'
import { sayRhythm } from './rhythm.ts'
import type { Count } from '../standing/totals.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { groupNames, saySigned } from '../standing/count-words.ts'

/** Everybody in a place can see it, so it holds a count and no names. */
export function showSignHere(edition: Edition, { count, practice }: { count: Count; practice: boolean }): Card {
  const line = `${saySigned(count)}.`
  return markPractice(
    {
      title: `Sign the ${edition.title} here`,
      tone: 'plain',
      summary: `Sign the ${edition.title} here. ${line}`,
      blocks: [
        text(`Everybody who works here reads the ${edition.title} and signs its declaration.`),
        {
          kind: 'bars',
          label: 'Signed so far',
          bars: [
            { label: 'So far', count: count.signed, total: count.signed + count.outstanding, spoken: saySigned(count) },
          ],
        },
        buttons({ label: 'Sign here', action: campaignActions('sign-here', { policy: edition.policy }), main: true }),
        note('The form that opens is for you alone. Nobody here sees who has signed.'),
      ],
    },
    practice,
  )
}

export function showSignHereElsewhere(): Card {
  const line =
    'Say “sign here” to me in the channel where the card should stand. It shows how many have signed, and no names.'
  return { title: 'Sign here, for everybody', tone: 'plain', summary: line, blocks: [text(line)] }
}

export interface CampaignsView {
  readonly edition: Edition
  /** Those of this world, newest first. */
  readonly campaigns: readonly Campaign[]
  /** Newest first. */
  readonly editions: readonly Edition[]
  readonly marks: Marks
  /** An edition newer than the one that campaigns ask for. */
  readonly undecided: Undecided | undefined
  /** They may say whether an edition is material. */
  readonly owns: boolean
  readonly practice: boolean
  /** The school's own rhythm. */
  readonly rhythm: Rhythm
  /** The names of those to whom campaigns were handed, by campaign id. */
  readonly holders?: ReadonlyMap<string, string> | undefined
  /** What was just done, shown first. */
  readonly done?: string | undefined
}

export function showCampaigns(view: CampaignsView, sent: Sent): Card {
  const { edition, campaigns, done, practice } = view
  const open = campaigns.filter(({ closedOn }) => closedOn === undefined)
  const closed = campaigns.filter(({ closedOn }) => closedOn !== undefined)
  const state = open.length === 0 ? 'No campaign is open: nobody is asked to sign.' : `Open campaigns: ${open.length}.`
  return markPractice(
    {
      title: `Campaigns: ${edition.title}`,
      tone: 'plain',
      summary: compact([done, state]).join(' '),
      blocks: compact([
        done !== undefined && text(strong(done)),
        text(state),
        view.undecided !== undefined && text(strong(sayUndecided(view.undecided, edition))),
        ...open.flatMap((each) => showOpen(each, view.holders?.get(each.id))),
        open.length !== 0 &&
          buttons(
            {
              label: 'Remind all who have not signed',
              action: campaignActions('nudge-all', { policy: edition.policy }),
            },
            { label: 'Ask again regularly', action: opening('recurring', { policy: edition.policy }) },
          ),
        ...(closed.length === 0
          ? []
          : [
              { kind: 'list', ordered: false, items: closed.slice(0, 5).map(sayClosed) } as const,
              ...closed.slice(0, 1).map(showReopen),
            ]),
        { kind: 'heading', text: 'Open a campaign' },
        text(`It asks people to sign edition ${sayEdition(edition)}. Whoever starts later has their own day.`),
        openForm(view, sent),
        ...editionBlocks(view),
        buttons({
          label: 'Back to the register',
          action: registerActions('turn-register', { policy: edition.policy }),
        }),
      ]),
    },
    practice,
  )
}

function showOpen(
  { id, policy, audience, due, edition, rhythm, pausedOn }: Campaign,
  holder: string | undefined,
): Block[] {
  const which = `${sayAudience(audience)}, due ${sayDay(due)}`
  const turn = (
    label: string,
    what: 'close-campaign' | 'pause-campaign' | 'resume-campaign' | 'prepare-change' | 'timeline' | Handing,
  ): Button => ({
    label,
    action: campaignActions(what, { policy, campaign: id }),
    spoken: `${label}: ${which}`,
  })
  const more = compact([
    `, edition ${sayEdition({ id: edition })}.`,
    rhythm !== undefined && `Reminders go out ${sayRhythm(rhythm)}.`,
    pausedOn !== undefined && `Paused since ${sayDay(pausedOn)}: nobody is reminded.`,
    holder !== undefined && `With ${holder}.`,
  ])
  return [
    text(strong(`${capital(sayAudience(audience))}, by ${sayDay(due)}`), more.join(' ')),
    buttons(
      pausedOn === undefined ? turn('Pause the reminders', 'pause-campaign') : turn('Let it go on', 'resume-campaign'),
      turn('Timeline', 'timeline'),
      turn('Change this campaign', 'prepare-change'),
      holder === undefined ? turn('Hand it to somebody', 'prepare-hand') : turn('Take it back', 'take-back'),
      turn('Close this campaign', 'close-campaign'),
    ),
  ]
}

type Handing = 'prepare-hand' | 'take-back'

/** The campaign that was closed last. */
function showReopen({ id, policy, audience, due }: Campaign): Block {
  return buttons({
    label: 'Open the last one again',
    action: campaignActions('reopen-campaign', { policy, campaign: id }),
    spoken: `Open the last one again: ${sayAudience(audience)}, due ${sayDay(due)}`,
  })
}

function sayClosed({ audience, due, closedOn }: Campaign): Rich {
  const end = closedOn === undefined ? '' : `; closed on ${sayDay(closedOn)}`
  return [{ text: `${capital(sayAudience(audience))}, by ${sayDay(due)}${end}.` }]
}

function openForm({ edition, rhythm }: CampaignsView, sent: Sent): Block {
  return {
    kind: 'form',
    form: {
      fields: fillFields(
        [
          {
            kind: 'choice',
            id: 'audience',
            label: 'Who is asked',
            required: true,
            value: 'all',
            options: [
              { id: 'all', label: 'Everybody' },
              ...groups.map((id) => ({ id, label: groupNames[id] })),
              { id: 'slt', label: 'Senior leadership team' },
              { id: 'others', label: 'As written below' },
            ],
          },
          line('others', 'Or several', 'Groups, roles or email addresses, with commas between them.', false),
          line('due', 'By which day', 'Such as 2026-12-18 or 18/12/2026.', true),
          line(
            'remind',
            'When to remind',
            `Days before that day, 0 being the day itself, and how often afterwards, such as 14, 7, 1, 0, then every 7. Empty: ${sayRhythm(rhythm)}.`,
            false,
          ),
        ],
        sent,
      ),
      submit: {
        label: 'Open the campaign',
        action: campaignActions('open-campaign', { policy: edition.policy, edition: edition.id }),
        main: true,
      },
    },
  }
}

/** There is something to say about changes only where an edition came before the one in force. */
function editionBlocks({ edition, editions, marks, owns }: CampaignsView): Block[] {
  if (editions.length < 2) return []
  const said = marks.get(edition.id)
  const before = editions[editions.indexOf(edition) + 1]
  const now =
    said === undefined
      ? 'Nobody has said yet whether it changes what the policy means, so everybody is asked to sign again.'
      : said === 'material'
        ? 'It is marked material: everybody signs again.'
        : 'It is marked editorial: signatures of the edition before carry over.'
  const mark = (change: 'material' | 'editorial', label: string): Button => ({
    label,
    action: campaignActions('mark-edition', { policy: edition.policy, edition: edition.id, change }),
  })
  return compact([
    { kind: 'heading', text: `Edition ${sayEdition(edition)}` },
    text(now),
    ...(owns && before !== undefined ? tellDifference(difference(before, edition), before) : []),
    owns &&
      buttons(
        ...compact([
          said !== 'material' && mark('material', 'Material: sign again'),
          said !== 'editorial' && mark('editorial', 'Editorial: carry over'),
        ]),
      ),
  ])
}
