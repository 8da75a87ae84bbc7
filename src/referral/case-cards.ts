// A case as its asker and its responder see it. To others it is only offered.
import { buttons, note, plain, strong, text, type Block, type Button, type Card } from '../chat/cards.ts'
import { markPractice } from '../chat/practice.ts'
import { dayIn, sayDay } from '../kit/days.ts'
import { compact } from '../kit/defined.ts'
import { capital } from '../kit/text.ts'
import type { Case, CaseMessage } from '../ports/cases.ts'
import { readButton } from '../reading/lines.ts'
import { referralActions } from './actions.ts'
import type { CaseMessageKind } from './change.ts'
import type { Told } from './tell.ts'
import { sayClosed, sayHappened, sayTold, sayWhat, titleTold, type Naming } from './words.ts'

/** Everything that a card shows besides the case itself. */
export interface CaseShown {
  readonly zone: string
  /** The policy's, where it is about one. */
  readonly title: string | undefined
  nameOf(person: string | undefined): string
}

export function showCase(kept: Case, reader: string, seeing: CaseShown, told?: Told): Card {
  const naming = namingOf(kept, seeing)
  const head = told === undefined ? sayState(kept, reader, naming) : sayTold(told, naming)
  return markPractice(
    {
      title: told === undefined ? capital(naming.what) : titleTold(told, kept.route),
      tone: toneOf(kept, reader),
      summary: head,
      blocks: [
        text(head),
        ...compact([told !== undefined && note(capital(naming.what))]),
        ...kept.messages.flatMap((message) => showMessage(message, seeing)),
        ...sectionRow(kept),
        ...deedRow(kept, reader),
        ...closingLines(kept, reader, naming),
      ],
    },
    kept.practice,
  )
}

export function namingOf(kept: Case, { nameOf, title }: CaseShown): Naming {
  const lastTaker = kept.messages.findLast(({ kind }) => kind === 'taken')?.by
  return {
    asker: nameOf(kept.asker),
    taker: nameOf(kept.taker ?? lastTaker),
    what: sayWhat(kept, title),
    due: kept.due,
  }
}

function sayState({ state, asker, due, closed }: Case, reader: string, naming: Naming): string {
  const isAsker = asker === reader
  switch (state) {
    case 'waiting':
      return `It waits for somebody to take it. You should hear by ${sayDay(due)}.`
    case 'taken':
      return isAsker
        ? `${naming.taker} has it. You should hear by ${sayDay(due)}.`
        : `You have it, and ${naming.asker} knows that. They should hear by ${sayDay(due)}.`
    case 'asked-back':
      return isAsker ? `${naming.taker} would like to know more.` : `You asked back. It is ${naming.asker}’s turn.`
    case 'answered':
      return isAsker
        ? `${naming.taker} has answered you.`
        : `You have answered ${naming.asker}. They can write back, and are told so.`
    case 'closed':
      return sayClosed(closed?.why ?? 'quiet')
  }
}

function toneOf({ state, route }: Case, reader: string): Card['tone'] {
  if (state === 'closed') return 'done'
  if (state === 'answered') return 'answered'
  return route === 'safeguarding' && reader !== '' && state === 'waiting' ? 'caution' : 'plain'
}

export function showMessage(message: CaseMessage, { nameOf, zone }: CaseShown): Block[] {
  const name = nameOf(message.by)
  const happened = sayHappened(message, name)
  const day = sayDay(dayIn(zone, message.at))
  const written: Block[] =
    message.text === ''
      ? []
      : [text(strong(`${name}, ${day}: `)), { kind: 'quote', text: plain(message.text), source: '' }]
  return [...compact([happened !== undefined && note(`${day}: ${happened}`)]), ...written]
}

function sectionRow({ about: { policy, edition, section } }: Case): Block[] {
  if (policy === undefined || edition === undefined || section === undefined) return []
  return [buttons(readButton({ policy, edition, section }, `Read ${section}`))]
}

function deedRow(kept: Case, reader: string): Block[] {
  if (kept.state === 'closed') return []
  const row = reader === kept.asker ? askerButtons(kept) : takerButtons(kept)
  return [buttons(...row)]
}

function askerButtons({ id, state, messages }: Case): Button[] {
  const write = (label: string): Button => ({
    label,
    action: referralActions('write-in-case', { case: id, what: 'reply' }),
    main: true,
  })
  const close = (label: string): Button => ({ label, action: closing(id, messages.length) })
  switch (state) {
    case 'asked-back':
      return [write('Reply'), close('Close it')]
    case 'answered':
      return [
        { ...close('That helped: close it'), main: true },
        { ...write('Write back'), main: false },
      ]
    case 'waiting':
    case 'taken':
    case 'closed':
      return [write('Add something'), close('I no longer need it')]
  }
}

function takerButtons({ id, state, route, messages }: Case): Button[] {
  const write = (label: string, what: CaseMessageKind): Button => ({
    label,
    action: referralActions('write-in-case', { case: id, what }),
  })
  const first =
    state === 'answered' ? write('Add to my answer', 'answer') : { ...write('Answer', 'answer'), main: true }
  const teaches = state === 'answered' && route !== 'safeguarding'
  return compact([
    first,
    teaches && { label: 'Keep it for the next who asks', action: referralActions('prepare-teaching', { case: id }) },
    teaches && { label: 'Propose it as a note', action: referralActions('prepare-note', { case: id }) },
    write('Ask back', 'ask-back'),
    write('Pass it on', 'pass-on'),
    { label: 'Close it', action: closing(id, messages.length) },
  ])
}

function closing(id: string, seen: number) {
  return referralActions('say-in-case', { case: id, what: 'close', seen })
}

function closingLines({ state, asker, closed }: Case, reader: string, { asker: name }: Naming): Block[] {
  if (closed !== undefined) return [note('It is deleted 90 days after it was closed.')]
  if (reader === asker)
    return state === 'answered' ? [note('If nobody writes for five working days, it is closed.')] : []
  return [note(`Only you and ${name} can read this. If you pass it on, they are told.`)]
}

/** Nothing about who asked or what was written: that is for whoever takes it. */
export function showOffered(kept: Case, seeing: CaseShown, told: 'offer' | 'again'): Card {
  const naming = namingOf(kept, seeing)
  const line = sayTold(told, naming)
  return markPractice(
    {
      title: titleTold(told, kept.route),
      tone: kept.route === 'safeguarding' ? 'caution' : 'plain',
      summary: line,
      blocks: [
        text(line),
        text('Who asks, and what they wrote, is shown to whoever takes it, and to nobody else.'),
        ...sectionRow(kept),
        buttons({ label: 'I’ll take it', action: referralActions('take-case', { case: kept.id }), main: true }),
        note(`They should hear by ${sayDay(kept.due)}.`),
      ],
    },
    kept.practice,
  )
}

/** For people who only need to know that there is nothing left to do. */
export function showLine(kept: Case, seeing: CaseShown, told: Told): Card {
  const naming = namingOf(kept, seeing)
  const line = sayTold(told, naming)
  return markPractice(
    {
      title: titleTold(told, kept.route),
      tone: 'plain',
      summary: line,
      blocks: [text(line), note(capital(naming.what))],
    },
    kept.practice,
  )
}

export function showTakenBy(name: string, practice: boolean): Card {
  const line = `${name} has taken it already. There is nothing for you to do, and nothing was changed.`
  return markPractice({ title: 'Taken by somebody else', tone: 'plain', summary: line, blocks: [text(line)] }, practice)
}

/** Passed on: only the new responder may read it from now on. */
export function showCasePassedOn(name: string, practice: boolean): Card {
  const line = `Passed on to ${name}. Whoever asked is told, and you can no longer read it.`
  return markPractice({ title: 'Passed on', tone: 'done', summary: line, blocks: [text(line)] }, practice)
}
