// Before a case is sent: who gets it, what is sent, and that the asker may reword it. Then the result of sending it.
import { buttons, note, strong, text, type Block, type Card } from '../chat/cards.ts'
import { opening } from '../chat/opening.ts'
import { markPractice } from '../chat/practice.ts'
import { dayIn, sayDay, type Day } from '../kit/days.ts'
import { compact } from '../kit/defined.ts'
import { capital, shorten } from '../kit/text.ts'
import type { Route } from '../ports/cases.ts'
import { referralActions, type AskingPerson } from './actions.ts'
import { sayRoute, sayWho } from './words.ts'

export interface CasePreview {
  readonly asking: AskingPerson
  /** The new case’s id. */
  readonly id: string
  readonly route: Route
  /** The people who would get it. */
  readonly names: readonly string[]
  /** The policy's, where it is about one. */
  readonly title: string | undefined
  readonly words: string
  readonly practice: boolean
  /** The instant from which they can hear; undefined where that is now. */
  readonly from: Date | undefined
  readonly due: Day
  readonly zone: string
  readonly slip?: 'words-empty' | 'urgent'
}

const mostWords = 2_000

export function showCasePreview(preview: CasePreview): Card {
  const { asking, id, names, route, title, practice } = preview
  const who = sayWho(names, route)
  const { question: _, ...about } = asking
  return markPractice(
    {
      title: preview.slip === 'words-empty' ? 'Nothing was sent yet' : 'Ask a person',
      tone: 'plain',
      summary: `It would go to ${who}. Nothing is sent until you press “Send it”.`,
      blocks: [
        ...compact([title !== undefined && text(strong(`${title}. `))]),
        text('It would go to ', strong(who), '. ', sayNamed(preview)),
        {
          kind: 'form',
          form: {
            fields: [
              {
                kind: 'lines',
                id: 'words',
                label: 'What you ask',
                hint: 'This is what goes. Change it as you like.',
                required: true,
                max: mostWords,
                ...valueOf(preview),
              },
            ],
            submit: { label: 'Send it', action: referralActions('send-case', { ...about, case: id }), main: true },
          },
        },
        ...whenBlocks(preview),
        note('Nobody else can read it. It is kept until it is closed, and for 90 days after that.'),
      ],
    },
    practice,
  )
}

function valueOf({ words, slip }: CasePreview): { value?: string; error?: string } {
  const value = words === '' ? {} : { value: shorten(words, mostWords) }
  return slip === 'words-empty' ? { ...value, error: 'Write a few words first.' } : value
}

/** The people to whom the asker is named, before anything is sent. */
function sayNamed({ names, route }: CasePreview): string {
  const whoever =
    names.length === 1
      ? 'They see your name and what you write as soon as they take it.'
      : 'Whoever takes it sees your name and what you write; the others see only that there is something.'
  const more =
    route === 'safeguarding'
      ? ' To keep a child safe, the safeguarding lead may have to tell others who you are and what you wrote.'
      : ' If they pass it on, you are told.'
  return whoever + more
}

function whenBlocks({ from, due, zone, route, practice, slip }: CasePreview): Block[] {
  const urgent = 'If a child or anybody else is in danger now, call 999, and do not wait for an answer here.'
  return compact([
    slip === 'urgent' && text(strong('This sounds urgent. '), 'So it would go to the safeguarding lead.'),
    from !== undefined && text(sayOutOfHours(route, sayMoment(from, zone))),
    text(`You should hear by ${sayDay(due)}.`),
    route === 'safeguarding' && !practice && text(urgent),
  ])
}

function sayOutOfHours(route: Route, moment: string): string {
  return route === 'safeguarding'
    ? `The school is not at work now. It goes out at once, and may not be seen before ${moment}.`
    : `The school is not at work now: it reaches them on ${moment}.`
}

function sayMoment(at: Date, zone: string): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at)
  return `${sayDay(dayIn(zone, at))} from ${time}`
}

export function showSent(
  preview: Pick<CasePreview, 'names' | 'route' | 'due' | 'practice' | 'id'>,
  reached: Reached,
): Card {
  const { names, route, due, practice, id } = preview
  const who = sayWho(names, route)
  const became = {
    now: `It has gone to ${who}.`,
    later: `It is kept, and goes to ${who} as soon as they can be reached.`,
    unreached: `It is kept, but none of them could be reached just now: I go on trying. If it cannot wait, please speak to ${sayRoute(route)} in person.`,
  }[reached]
  const line = `${became} You hear here, by ${sayDay(due)}.`
  return markPractice(
    {
      title: 'Sent',
      tone: 'done',
      summary: line,
      blocks: [
        text(line),
        buttons({ label: 'See what you asked', action: referralActions('show-case', { case: id }) }),
        note('Say “my cases” to see all that you have asked a person.'),
      ],
    },
    practice,
  )
}

/** `later`: outside working hours. */
export type Reached = 'now' | 'later' | 'unreached'

/** Nobody here is responsible: how to find somebody, as the school wrote it. */
export function showNobody(route: Route, how: string | undefined): Card {
  const line = `${capital(sayRoute(route))} cannot be asked here: nobody is set up for it. Nothing was sent.`
  return {
    title: 'Nobody to send it to',
    tone: 'not-covered',
    summary: [line, how ?? ''].join(' ').trim(),
    blocks: [
      text(line),
      ...compact([how !== undefined && text(how)]),
      note(
        'For whoever looks after Policy Guide: give somebody the role slt or policy-owner, or name people under contacts in school.yaml.',
      ),
    ],
  }
}

export function showUnknown(): Card {
  const line =
    'I do not know who you are here, so nobody could answer you. Nothing was sent. Please ask the school office to add you.'
  return { title: 'I do not know who you are here', tone: 'plain', summary: line, blocks: [text(line)] }
}

/** Somebody who may not see a case does not learn whether it exists. */
export function showNoCase(): Card {
  const line = 'I have nothing of that kind for you. It may be with somebody else by now, or was closed and deleted.'
  return {
    title: 'Nothing here for you',
    tone: 'plain',
    summary: line,
    blocks: [text(line), buttons({ label: 'My cases', action: opening('cases') })],
  }
}
