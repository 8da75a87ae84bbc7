// The cards for handing a campaign to a named person: the form, what that person is told, and what SLT is told.
import type { Action } from '../chat/actions.ts'
import { buttons, note, plain, strong, text, type Card } from '../chat/cards.ts'
import { fillFields, line, type Sent } from '../chat/forms.ts'
import type { Person } from '../chat/people.ts'
import { markPractice } from '../chat/practice.ts'
import { compact } from '../kit/defined.ts'
import { sayDay, type Day } from '../kit/days.ts'
import { sayList } from '../kit/text.ts'
import type { Letter } from '../outbox/types.ts'
import { sayAudience } from '../standing/audience.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { campaignActions } from './actions.ts'

/** One campaign, or those of a round that are handed together. */
export interface HandedWhat {
  readonly campaigns: readonly Campaign[]
  readonly titleOf: (policy: string) => string
}

const may = 'See who has signed and who has not, remind everybody of it, and give it a later day.'
const mayNot =
  'Nothing else opens by this: no other campaign or policy, no people and no settings. It cannot be closed.'

export interface HandForm {
  readonly what: HandedWhat
  readonly about: { readonly policy: string; readonly campaign: string; readonly whole?: boolean | undefined }
  /** Whose it is now. */
  readonly holder: string | undefined
  /** Several people are found by what was typed. */
  readonly among: readonly Person[]
  readonly back: Action
}

export function showHandForm({ what, about, holder, among, back }: HandForm, sent: Sent): Card {
  const now = holder === undefined ? '' : ` It is with ${holder} now.`
  const ask = `To whom do you hand ${sayHandedWhat(what)}?${now}`
  return markPractice(
    {
      title: 'Hand it to somebody',
      tone: 'plain',
      summary: ask,
      blocks: compact([
        text(ask),
        text(strong('They may: '), may),
        text(mayNot),
        among.length > 0 && text(strong('Several people match that. Which one do you mean?')),
        among.length > 0 &&
          buttons(
            ...among.map((person) => ({
              label: nameAmong(person, among),
              action: campaignActions('hand-to', { ...about, person: person.id }),
            })),
          ),
        {
          kind: 'form',
          form: {
            fields: fillFields([line('whom', 'To whom', 'A name, or an email address.', true)], sent),
            submit: { label: 'Hand it over', action: campaignActions('hand-campaign', about), main: true },
          },
        },
        buttons({ label: 'Leave it as it is', action: back }),
        note('They are told at once, in working hours. You can take it back at any time, and go on seeing all of it.'),
      ]),
    },
    practiceOf(what),
  )
}

/** People who share a name are told apart by their address, or else by their group. */
function nameAmong({ id, name, email, group }: Person, among: readonly Person[]): string {
  const alike = among.some((other) => other.id !== id && other.name === name)
  return alike ? `${name}, ${email ?? group ?? 'no address'}` : name
}

export function showHandDone(what: HandedWhat, { done, back }: { readonly done: string; readonly back: Action }): Card {
  const blocks = [text(strong(done)), buttons({ label: 'Show the campaigns', action: back })]
  return markPractice({ title: 'Handing it on', tone: 'plain', summary: done, blocks }, practiceOf(what))
}

/** To the person. */
export function showHandedOver(what: HandedWhat, by: string): Card {
  const said = `${by} has handed you ${sayHandedWhat(what)}.`
  return markPractice(
    {
      title: 'This is with you now',
      tone: 'plain',
      summary: said,
      blocks: [
        text(strong(said)),
        { kind: 'list', ordered: false, items: what.campaigns.map((each) => plain(sayAsks(each, what))) },
        text(strong('What you may do: '), may),
        text(mayNot),
        buttons(openButton(what.campaigns)),
        note('Say “handed to me” to come back to it.'),
      ],
    },
    practiceOf(what),
  )
}

function openButton([only, ...others]: readonly Campaign[]) {
  return only === undefined || others.length > 0
    ? { label: 'Show them', action: campaignActions('handed-campaigns', {}), main: true }
    : {
        label: 'See how it stands',
        action: campaignActions('mind-campaign', { policy: only.policy, campaign: only.id }),
        main: true,
      }
}

export function writeHandedOver(
  what: HandedWhat,
  { by, name }: { readonly by: string; readonly name: string },
): Letter {
  return {
    subject: 'Something was handed to you',
    text: `Hello ${name},

${by} has handed you ${sayHandedWhat(what)}.

${what.campaigns.map((each) => `- ${sayAsks(each, what)}`).join('\n')}

${may} ${mayNot}

To begin, say “handed to me” to Policy Guide.
`,
  }
}

/** To the person, who has nothing more to do with it. */
export function sayTakenBack(what: HandedWhat): string {
  return `${sayHandedWhat(what, true)} is no longer with you: the senior leadership team has taken it back. You need not do anything more. Thank you.`
}

export function showTakenBack(what: HandedWhat): Card {
  const said = sayTakenBack(what)
  return markPractice(
    { title: 'No longer with you', tone: 'plain', summary: said, blocks: [text(said)] },
    practiceOf(what),
  )
}

/** To SLT. */
export function sayLapsed(what: HandedWhat, name: string): string {
  return `${name} no longer works here, so ${sayHandedWhat(what)} is with the senior leadership team again. Its reminders go on as before.`
}

export function showLapsed(what: HandedWhat, name: string): Card {
  const said = sayLapsed(what, name)
  const [first] = what.campaigns
  return markPractice(
    {
      title: 'A campaign is with you again',
      tone: 'plain',
      summary: said,
      blocks: compact([
        text(said),
        first &&
          buttons({ label: 'Show the campaigns', action: campaignActions('campaigns', { policy: first.policy }) }),
      ]),
    },
    practiceOf(what),
  )
}

/** "the campaign for the Social Media Policy, due 18 December 2026". */
export function sayHandedWhat({ campaigns, titleOf }: HandedWhat, begins = false): string {
  const the = begins ? 'The' : 'the'
  const [first, ...others] = campaigns
  if (first === undefined) return `${the} campaign`
  if (others.length > 0 && first.round !== undefined)
    return `${the} ${first.round.title}, due ${sayDays(campaigns.map(({ due }) => due))}`
  return `${the} campaign for the ${titleOf(first.policy)}, due ${sayDay(first.due)}`
}

function sayDays(days: readonly Day[]): string {
  return sayList([...new Set(days)].toSorted().map(sayDay))
}

export function sayAsks({ policy, audience, due }: Campaign, { titleOf }: Pick<HandedWhat, 'titleOf'>): string {
  return `${titleOf(policy)}: asks ${sayAudience(audience)} by ${sayDay(due)}.`
}

function practiceOf({ campaigns }: HandedWhat): boolean {
  return campaigns[0]?.practice ?? false
}
