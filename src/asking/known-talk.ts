// Answers from known facts instead of a policy's text: contacts, owners, dates, and who has signed, for people who may
// know.
import { accountKey } from '../chat/people.ts'
import { buttons, note, strong, text, type Card } from '../chat/cards.ts'
import { opening } from '../chat/opening.ts'
import { here, type Reply } from '../chat/replies.ts'
import { capital } from '../kit/text.ts'
import { compact } from '../kit/defined.ts'
import type { Edition, Policy } from '../policy/types.ts'
import { readButton, whomButton } from '../reading/lines.ts'
import { sayReadingState } from '../reading/state.ts'
import { ask } from '../search/ask.ts'
import type { Turn } from '../turn/turn.ts'
import type { Known } from './known.ts'
import { showSource } from './purpose-cards.ts'

export async function tellKnown(turn: Turn, { known, text: said }: { known: Known; text: string }): Promise<Reply[]> {
  const { shelf } = turn.desk
  if (known.kind === 'contact') return [here(showContact(turn, known.role, said))]
  const policy = known.policy ?? spokenOf(turn)
  if (known.kind === 'signed')
    return turn.doors.follow(policy === undefined ? opening('register') : opening('register', { policy }))
  const about = shelf.policies.flatMap((each) => {
    const edition = shelf.edition(each.id)
    return edition === undefined || (policy !== undefined && each.id !== policy) ? [] : [{ policy: each, edition }]
  })
  const [only, ...others] = about
  if (only === undefined) return []
  if (others.length > 0) return [here(showAll(turn, known.kind, about))]
  turn.memory.note(accountKey(turn.event.account), { policy: only.policy.id }, turn.now)
  if (known.kind === 'owner') return [here(showOwner(only))]
  if (known.kind === 'edition') return [here(showSource({ ...only, section: undefined }, shelf))]
  return [here(showReview(turn, only))]
}

/** The policy that the conversation is about. */
function spokenOf({ memory, event, now, desk }: Turn): string | undefined {
  const { policy } = memory.of(accountKey(event.account), now)
  return desk.shelf.policies.some(({ id }) => id === policy) ? policy : undefined
}

function showContact({ library, desk }: Turn, role: 'safeguarding' | 'slt', said: string): Card {
  const contact = library.school.contacts[role]
  const what = role === 'safeguarding' ? 'Safeguarding' : 'The senior leadership team'
  const who = contact === undefined ? 'The school has not written down here who that is.' : `${capital(contact.who)}.`
  const how = contact?.how ?? 'Ask the school office: they know who it is today.'
  const { outcome, matches } = ask(desk.index, said)
  const [best] = outcome === 'answered' ? matches : []
  return {
    title: what,
    tone: 'plain',
    summary: `${who} ${how}`,
    blocks: [
      text(strong(who)),
      text(how),
      note('The school office wrote this down. It is not part of a policy.'),
      ...(best === undefined
        ? []
        : [
            text('A policy mentions it, too:'),
            buttons(readButton(best.cites, `${best.edition.title} ${best.section.ref}`)),
          ]),
    ],
  }
}

interface About {
  readonly policy: Policy
  readonly edition: Edition
}

function showOwner({ policy, edition }: About): Card {
  const line = `The ${edition.title} is kept up to date by ${policy.owner}.`
  return {
    title: 'Whose policy it is',
    tone: 'plain',
    summary: `${line} ${policy.ask.why}`,
    blocks: [text(line), text(policy.ask.why), buttons(whomButton(policy.id))],
  }
}

function showReview({ desk: { shelf } }: Turn, { policy, edition }: About): Card {
  const line = sayReadingState(shelf, edition)
  const { due } = shelf.review(edition)
  const none = due === undefined ? 'It does not say when it is to be reviewed.' : undefined
  const keeps = `It is kept up to date by ${policy.owner}.`
  return {
    title: 'When it is reviewed',
    tone: 'plain',
    summary: compact([line, none, keeps]).join(' '),
    blocks: [...compact([line, none, keeps]).map((each) => text(each)), buttons(whomButton(policy.id))],
  }
}

const mostListed = 10

/** For several policies, where none was named. */
function showAll({ desk: { shelf } }: Turn, kind: 'owner' | 'review' | 'edition', all: readonly About[]): Card {
  const say = ({ policy, edition }: About) =>
    kind === 'owner' ? `${edition.title}: kept up to date by ${policy.owner}.` : sayReadingState(shelf, edition)
  const lines = all.slice(0, mostListed).map(say)
  const more = all.length - lines.length
  const rest = more > 0 ? `There are ${more} more: name the one you mean.` : undefined
  return {
    title: kind === 'owner' ? 'Whose policies they are' : 'When the policies are reviewed',
    tone: 'plain',
    summary: lines.join(' '),
    blocks: compact([
      { kind: 'list', ordered: false, items: lines.map((line) => [{ text: line }]) },
      rest === undefined ? undefined : text(rest),
    ]),
  }
}
