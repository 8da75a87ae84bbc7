// The cards of asking for a yes. The draft stands on one card only, the approver's, and only until it is decided.
import { buttons, note, plain, strong, text, type Block, type Button, type Card, type Field } from '../chat/cards.ts'
import { fillFields, nothingSent, type Sent } from '../chat/forms.ts'
import { markPractice } from '../chat/practice.ts'
import { dayIn, sayDay } from '../kit/days.ts'
import type { Approval, ApprovalAbout } from '../ports/approvals.ts'
import { readButton } from '../reading/lines.ts'
import { sayWho } from '../referral/words.ts'
import { approvalActions } from './actions.ts'

export interface ApprovalPreview {
  readonly about: ApprovalAbout
  /** The new request’s id. */
  readonly id: string
  readonly names: readonly string[]
  /** Those of the policy. */
  readonly title: string
  readonly lapsesAt: Date
  readonly zone: string
  readonly practice: boolean
  readonly slip?: 'draft-empty' | undefined
}

const mostDraft = 2_500

export function showApprovalPreview({
  about,
  id,
  names,
  title,
  lapsesAt,
  zone,
  practice,
  slip,
}: ApprovalPreview): Card {
  const who = sayWho(names, 'policy-owner')
  const until = sayDay(dayIn(zone, lapsesAt))
  const errors: Sent['errors'] = slip === undefined ? {} : { draft: 'Paste your draft first.' }
  const field: Field = {
    kind: 'lines',
    id: 'draft',
    label: 'Your draft',
    hint: 'Paste it again: what you showed me before was not kept.',
    required: true,
    // A platform would split a longer draft into several messages, of which only one can be overwritten.
    max: mostDraft,
  }
  return markPractice(
    {
      title: slip === undefined ? 'Ask for a yes' : 'Nothing was sent yet',
      tone: 'plain',
      summary: `It would go to ${who}. Your draft is kept only if you press “Send it and ask”.`,
      blocks: [
        text(strong(`${title}. `), `It would go to `, strong(who), ', with your name. They say yes, yes if, or no.'),
        text(
          `Your draft is kept only if you press “Send it and ask”. It then stands in the school’s own database of Policy Guide, and on the card of whoever opens it to decide, until it is decided, and until ${until} at the latest. Then it is deleted, and their card is overwritten where their chat lets me. No backup and no email holds it.`,
        ),
        {
          kind: 'form',
          form: {
            fields: fillFields([field], { fields: {}, errors }),
            submit: {
              label: 'Send it and ask',
              action: approvalActions('send-for-yes', { ...about, sections: [...about.sections], request: id }),
              main: true,
            },
          },
        },
        note('Of decisions, only the number is kept.'),
      ],
    },
    practice,
  )
}

export interface RequestShown {
  readonly zone: string
  readonly title: string
  readonly practice: boolean
  nameOf(person: string | undefined): string
}

export function showAsked(
  { id, lapsesAt }: Approval,
  names: readonly string[],
  { zone, practice }: RequestShown,
): Card {
  const line = `Asked: ${sayWho(names, 'policy-owner')}. You hear here, by ${sayDay(dayIn(zone, lapsesAt))} at the latest.`
  return markPractice(
    {
      title: 'Asked for a yes',
      tone: 'done',
      summary: line,
      blocks: [
        text(line),
        text('Please do not post it before you have heard.'),
        buttons({ label: 'I no longer need a yes', action: approvalActions('withdraw-draft', { request: id }) }),
      ],
    },
    practice,
  )
}

/** To possible approvers, without a word of the draft. */
export function showOffer(request: Approval, { zone, title, practice, nameOf }: RequestShown): Card {
  const line = `${nameOf(request.asker)} asks for a yes to a draft: the check said to ask first (${title} ${request.about.sections.join(', ')}).`
  return markPractice(
    {
      title: 'Somebody asks for a yes',
      tone: 'caution',
      summary: line,
      blocks: [
        text(line),
        buttons({
          label: 'Show me the draft',
          action: approvalActions('show-draft', { request: request.id }),
          main: true,
        }),
        note(`It lapses on ${sayDay(dayIn(zone, request.lapsesAt))}. What is shown is overwritten once it is decided.`),
      ],
    },
    practice,
  )
}

const outcomes = [
  { id: 'yes', label: 'Yes' },
  { id: 'yes-if', label: 'Yes, if …' },
  { id: 'no', label: 'No' },
] as const

/** The one card that shows the draft. */
export function showDraft(
  request: Approval,
  { title, practice, nameOf }: RequestShown,
  sent: Sent = nothingSent,
): Card {
  const [first = ''] = request.about.sections
  const fields: Field[] = [
    { kind: 'choice', id: 'outcome', label: 'What do you say', required: true, options: outcomes },
    { kind: 'lines', id: 'reason', label: 'If what, or why not', required: false, max: 1_000 },
    {
      kind: 'line',
      id: 'section',
      label: 'The section that it rests on',
      hint: `Such as ${first === '' ? '6.d' : first}. A no needs one.`,
      required: false,
      max: 40,
      value: first,
    },
  ]
  const line = `${nameOf(request.asker)} would like to post this. The check said to ask first.`
  return markPractice(
    {
      title: Object.keys(sent.errors).length > 0 ? 'Not decided yet' : 'A draft for you to decide',
      tone: 'caution',
      // The summary is shown in a notification, and stays where cards are overwritten, so it holds nothing of the
      // draft.
      summary: line,
      blocks: [
        text(line),
        { kind: 'quote', text: plain(request.draft), source: 'The draft' },
        ...sectionRow(request.about),
        {
          kind: 'form',
          form: {
            fields: fillFields(fields, sent),
            submit: {
              label: 'Decide',
              action: approvalActions('decide-draft', { request: request.id }),
              main: true,
            },
          },
        },
        note(
          `They hear it with your name, and the ${title} as the reason. Then the draft is deleted and this card is overwritten.`,
        ),
      ],
    },
    practice,
  )
}

function sectionRow({ policy, edition, sections }: ApprovalAbout): Block[] {
  const row = sections.slice(0, 5).map((section): Button => readButton({ policy, edition, section }, `Read ${section}`))
  return row.length === 0 ? [] : [buttons(...row)]
}

export function showNothing(): Card {
  const line = 'There is no draft here for you: it was decided, has lapsed, or is for somebody else.'
  return { title: 'No draft here', tone: 'plain', summary: line, blocks: [text(line)] }
}

export function showList(
  { theirs, mine }: { readonly theirs: readonly Approval[]; readonly mine: readonly Approval[] },
  { zone, practice, nameOf }: Omit<RequestShown, 'title'>,
): Card {
  const line =
    theirs.length + mine.length === 0
      ? 'No draft is waiting for you, and you have not asked for a yes.'
      : `${theirs.length} for you to decide; ${mine.length} that you asked a yes to.`
  const until = ({ lapsesAt }: Approval) => sayDay(dayIn(zone, lapsesAt))
  return markPractice(
    {
      title: 'Drafts that wait for a yes',
      tone: 'plain',
      summary: line,
      blocks: [
        text(line),
        ...theirs
          .slice(0, 10)
          .flatMap((each): Block[] => [
            text(`From ${nameOf(each.asker)}, until ${until(each)}.`),
            buttons({ label: 'Show me the draft', action: approvalActions('show-draft', { request: each.id }) }),
          ]),
        ...mine.slice(0, 10).flatMap((each): Block[] => [
          text(`Yours, until ${until(each)}.`),
          buttons({
            label: 'I no longer need a yes',
            action: approvalActions('withdraw-draft', { request: each.id }),
          }),
        ]),
      ],
    },
    practice,
  )
}
