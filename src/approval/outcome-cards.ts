// What became of a draft: told to the asker, and shown in place of the draft wherever it stood.
import { buttons, note, text, type Card } from '../chat/cards.ts'
import { markPractice } from '../chat/practice.ts'
import { compact } from '../kit/defined.ts'
import type { Approval, Decided } from '../ports/approvals.ts'
import { readButton } from '../reading/lines.ts'
import { personButton } from '../referral/actions.ts'
import type { RequestShown } from './cards.ts'

/** Replaces the draft on every card that showed it. */
export function showOver({ decided, asker }: Approval, { practice, nameOf }: RequestShown): Card {
  const line = decided === undefined ? 'It is not decided yet.' : sayOver(decided, nameOf)
  return markPractice(
    {
      title: 'Decided',
      tone: 'done',
      summary: line,
      blocks: [text(line), note(`The draft of ${nameOf(asker)} is deleted. Only that there was one is counted.`)],
    },
    practice,
  )
}

function sayOver({ outcome, by }: Decided, nameOf: RequestShown['nameOf']): string {
  switch (outcome) {
    case 'yes':
      return `${nameOf(by)} said yes.`
    case 'yes-if':
      return `${nameOf(by)} said yes, if something is seen to.`
    case 'no':
      return `${nameOf(by)} said no.`
    case 'lapsed':
      return 'It has lapsed: nobody decided in time.'
    case 'withdrawn':
      return 'Whoever asked no longer needs it.'
  }
}

/** To the asker. */
export function showDecision({ about, decided }: Approval, { title, practice, nameOf }: RequestShown): Card {
  const said = decided === undefined ? undefined : decisionOf(decided, { title, name: nameOf(decided.by) })
  const { heading = '', tone = 'plain', lines = [] } = said ?? {}
  const cites = { policy: about.policy, edition: about.edition, section: decided?.section ?? about.sections[0] }
  return markPractice(
    {
      title: heading,
      tone,
      summary: lines.join(' '),
      blocks: [
        ...lines.map((line) => text(line)),
        buttons(
          ...compact([
            decided?.section !== undefined &&
              readButton({ ...cites, section: decided.section }, `Read ${decided.section}`),
            personButton({ what: 'question', ...cites }),
          ]),
        ),
        note('Your draft is deleted.'),
      ],
    },
    practice,
  )
}

function decisionOf(
  { outcome, reason, section }: Decided,
  { title, name }: { readonly title: string; readonly name: string },
): { readonly heading: string; readonly tone: Card['tone']; readonly lines: readonly string[] } {
  const rests = section === undefined ? [] : [`It rests on ${title} ${section}.`]
  const says = reason === '' ? [] : [`They write: ${reason}`]
  switch (outcome) {
    case 'yes':
      return { heading: 'Yes', tone: 'go-ahead', lines: [`${name} says yes to your draft as you sent it.`, ...says] }
    case 'yes-if':
      return {
        heading: 'Yes, if',
        tone: 'caution',
        lines: [`${name} says yes, if you see to this first.`, ...says, ...rests],
      }
    case 'no':
      return { heading: 'No', tone: 'stop', lines: [`${name} says no to your draft.`, ...says, ...rests] }
    case 'lapsed':
      return {
        heading: 'Nobody decided in time',
        tone: 'unsure',
        lines: ['Nobody decided on your draft in seven days, so it was deleted. Please do not post it; ask a person.'],
      }
    case 'withdrawn':
      return { heading: 'Withdrawn', tone: 'done', lines: ['You no longer need a yes.'] }
  }
}
