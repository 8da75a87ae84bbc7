// Answers what people say about the last answer: why, who says so, the whole text, a person to ask.
import { accountKey } from '../chat/people.ts'
import { here, privately, type Reply } from '../chat/replies.ts'
import { inPlainWords } from '../guide/edition.ts'
import { compact } from '../kit/defined.ts'
import { shorten } from '../kit/text.ts'
import { findSection } from '../policy/force.ts'
import { textOf } from '../policy/text.ts'
import type { Section } from '../policy/types.ts'
import { readingActions } from '../reading/actions.ts'
import { ask } from '../search/ask.ts'
import type { Purpose } from '../search/purposes.ts'
import type { Talked } from '../turn/memory.ts'
import type { Turn } from '../turn/turn.ts'
import {
  sayContact,
  showNothingYet,
  showOtherWords,
  showReasons,
  showSource,
  showWhere,
  showWhereAmong,
  showWhomToAsk,
  type Whereabouts,
} from './purpose-cards.ts'
import { reasonsOf } from './reasons.ts'
import { tellElse, tellWhy } from './why-talk.ts'

export async function hearPurpose(turn: Turn, purpose: Purpose): Promise<Reply[]> {
  const talked = turn.memory.of(accountKey(turn.event.account), turn.now)
  switch (purpose) {
    case 'document':
      return turn.doors.follow(readingActions('sections', policyOf(talked)))
    case 'person':
      return aPerson(turn, talked)
    case 'not-it':
      return talked.kept === undefined ? nothingYet(turn, talked) : tellElse(turn, talked.kept)
    case 'because':
      return talked.kept === undefined
        ? nothingYet(turn, talked)
        : tellWhy(turn, { question: talked.kept, ...talked.shown })
    case 'reasons':
    case 'source':
    case 'where-we-are':
    case 'other-words': {
      const among = purpose === 'where-we-are' ? placesAmong(turn, talked) : []
      if (among.length > 1) return [here(showWhereAmong(among))]
      const place = whereaboutsOf(turn, talked) ?? onlyPlace(turn, purpose)
      return place === undefined ? nothingYet(turn, talked) : aboutPlace(turn, purpose, { place, talked })
    }
  }
}

/** "Is it still in force?" can only mean the one policy that there is. */
function onlyPlace({ desk: { shelf } }: Turn, purpose: Purpose): Whereabouts | undefined {
  const [policy, ...others] = shelf.policies
  const edition = policy && shelf.edition(policy.id)
  if (purpose !== 'source' || policy === undefined || edition === undefined || others.length > 0) return undefined
  return { policy, edition, section: undefined }
}

function nothingYet({ desk }: Turn, { question }: Talked): Reply[] {
  return [here(showNothingYet(desk.shelf, question !== undefined))]
}

function aboutPlace(
  turn: Turn,
  purpose: 'reasons' | 'source' | 'where-we-are' | 'other-words',
  { place, talked }: { readonly place: Whereabouts; readonly talked: Talked },
): Reply[] {
  const { shelf } = turn.desk
  switch (purpose) {
    case 'reasons':
      return [here(showReasons(place, reasonsOf(place.section, place.edition), shelf))]
    case 'source':
      return [here(showSource(place, shelf))]
    case 'where-we-are':
      return [here(showWhere(place, shelf))]
    case 'other-words':
      return otherWords(turn, place, talked)
  }
}

/** Those whom the policy names, where one was mentioned; otherwise the school's contacts. */
async function aPerson(turn: Turn, { policy }: Talked): Promise<Reply[]> {
  const { shelf } = turn.desk
  if (policy !== undefined && shelf.edition(policy) !== undefined)
    return turn.doors.follow(readingActions('whom', { policy }))
  const { slt, safeguarding } = turn.library.school.contacts
  const child = safeguarding && `For worries about a child’s safety: ${safeguarding.who}. ${safeguarding.how}`
  return [here(showWhomToAsk(compact([sayContact(slt), child]), shelf))]
}

function policyOf({ policy }: Talked): { policy?: string } {
  return policy === undefined ? {} : { policy }
}

/** As it was shown, even if a newer edition is in force by now; undefined where nothing was shown. */
export function whereaboutsOf(
  { desk: { shelf }, library }: Turn,
  { shown, policy: id }: Talked,
): Whereabouts | undefined {
  const policy = [...shelf.policies, ...(library.aside ?? [])].find((each) => each.id === (shown?.policy ?? id))
  const edition = shown === undefined ? policy && shelf.edition(policy.id) : shelf.editionOf(shown)
  if (policy === undefined || edition === undefined) return undefined
  return { policy, edition, section: shown && findSection(edition, shown.section) }
}

/** The sections of which it was asked which is meant. */
function placesAmong(turn: Turn, { among = [] }: Talked): (Whereabouts & { readonly section: Section })[] {
  return among.flatMap((shown) => {
    const place = whereaboutsOf(turn, { shown })
    return place?.section === undefined ? [] : [{ ...place, section: place.section }]
  })
}

const mostAsked = 3

function otherWords(turn: Turn, place: Whereabouts, { question = '' }: Talked): Reply[] {
  const { desk } = turn
  const { policy, edition, section } = place
  if (section === undefined) return [here(showWhere(place, desk.shelf))]
  const restated = inPlainWords(policy, { ref: section.ref, edition })
  const words = {
    heading: desk.shelf.heading(edition, section.ref),
    asked: turn.library.asked.get(policy.id)?.get(section.ref)?.asked.slice(0, mostAsked) ?? [],
    core: coreOf(turn, place, question),
    restated: restated && shorten(textOf(restated), 600),
  }
  return [here(showOtherWords({ ...place, section }, words, desk.shelf))]
}

/** The sentence that decides the question, where the passage has more than one. */
function coreOf({ desk }: Turn, { edition, section }: Whereabouts, question: string): string | undefined {
  const match = ask(desk.index, question).matches.find((each) => each.edition === edition && each.section === section)
  const decides = match?.passage.decides
  return decides && match.passage.text.slice(...decides).replace(/^• /, '')
}

/** In private, where others could read. */
export function allQuietly(turn: Turn, replies: readonly Reply[]): Reply[] {
  const quiet = turn.event.kind === 'said' && turn.event.quietly === true
  return replies.map((reply) => (quiet && reply.to === 'place' ? privately(reply.card) : reply))
}
