// The cards for what people say about an answer: reasons, the source of a text, other words, the current place.
import { compact } from '../kit/defined.ts'
import { buttons, note, plain, strong, text, type Block, type Card } from '../chat/cards.ts'
import { sayDay } from '../kit/days.ts'
import { shorten } from '../kit/text.ts'
import { sayCitation, sayEdition, saySection } from '../policy/cite.ts'
import { personButton } from '../referral/actions.ts'
import type { Shelf } from '../policy/shelf.ts'
import type { Edition, Policy, Section } from '../policy/types.ts'
import { readingActions } from '../reading/actions.ts'
import { policyButton, quietLines, readButton, whomButton } from '../reading/lines.ts'
import { saysItReadsEnglish, type Language } from '../search/purposes.ts'
import type { Contact } from '../turn/library.ts'
import type { Reasons } from './reasons.ts'

/** What the conversation is about: a policy, and the section that was shown. */
export interface Whereabouts {
  readonly policy: Policy
  readonly edition: Edition
  readonly section: Section | undefined
}

const citing = ({ policy, edition }: Whereabouts, ref: string) => ({
  policy: policy.id,
  edition: edition.id,
  section: ref,
})

export function showReasons(place: Whereabouts, reasons: Reasons, shelf: Shelf): Card {
  const { edition, section } = place
  const about = section === undefined ? `The ${edition.title}` : saySection(section)
  const lead = {
    own: `${about} says why itself:`,
    aims: `${about} gives no reason of its own. This is what the policy says it is for:`,
    none: `${about} gives no reason, and I make none up. Whoever looks after the policy can tell you more.`,
  }[reasons.kind]
  const quoted = reasons.kind === 'aims' ? reasons.section : section
  const source = quoted === undefined ? edition.title : sayCitation(edition, quoted.ref)
  return {
    title: 'Why the policy says so',
    tone: 'plain',
    summary: reasons.kind === 'none' ? lead : `${lead} ${reasons.text} (${source})`,
    blocks: compact([
      text(lead),
      reasons.kind !== 'none' && ({ kind: 'quote', text: plain(reasons.text), source } as const),
      buttons(
        ...compact([
          quoted && readButton(citing(place, quoted.ref), 'Read the whole section'),
          whomButton(edition.policy),
        ]),
      ),
      ...quietLines(edition, shelf),
    ]),
  }
}

/** Whose text it is, and when it dates from. */
export function showSource(place: Whereabouts, shelf: Shelf): Card {
  const { policy, edition, section } = place
  const whose =
    edition.wording === 'adopted' ? 'the school’s own text' : 'a summary of the school’s text in other words'
  const from = section === undefined ? `The ${edition.title}` : `${saySection(section)} of the ${edition.title}`
  const lead = `${from}, edition ${sayEdition(edition)}. It is ${whose}.`
  const { due } = shelf.review(edition)
  const lines = compact([
    edition.approvedBy === undefined ? 'It does not say who approved it.' : `Approved by ${edition.approvedBy}.`,
    edition.published && `Published: ${sayDay(edition.published)}.`,
    edition.reviewed && `Last reviewed: ${sayDay(edition.reviewed)}.`,
    due && `Next review: ${sayDay(due)}.`,
    `Kept up to date by ${policy.owner}.`,
  ])
  return {
    title: 'Where this comes from',
    tone: 'plain',
    summary: `${lead} ${lines.join(' ')}`,
    blocks: [
      text(lead),
      { kind: 'list', ordered: false, items: lines.map(plain) },
      note('I make nothing up: what I say about a rule is quoted from a policy, or was written by its owner.'),
      buttons(
        ...compact([
          section && readButton(citing(place, section.ref), 'Read the whole section'),
          policyButton(edition),
          whomButton(edition.policy),
        ]),
      ),
    ],
  }
}

/** The policy, and the place in it. */
export function showWhere(place: Whereabouts, shelf: Shelf): Card {
  const { edition, section } = place
  const above = section && edition.sections.find(({ ref }) => ref === section.parent)
  const inside = above === undefined ? '' : `, inside ${saySection(above)}`
  const lead =
    section === undefined
      ? `We are at the ${edition.title}, edition ${sayEdition(edition)}.`
      : `We are at ${saySection(section)}${inside}, of the ${edition.title}, edition ${sayEdition(edition)}.`
  const page = section?.page === undefined ? undefined : `It begins on page ${section.page} of the school’s file.`
  return {
    title: section === undefined ? edition.title : saySection(section),
    tone: 'plain',
    summary: lead,
    blocks: [
      ...compact([text(lead), page === undefined ? undefined : text(page)]),
      buttons(
        ...compact([
          section && readButton(citing(place, section.ref), 'Read the whole section'),
          policyButton(edition),
        ]),
      ),
      ...quietLines(edition, shelf),
    ],
  }
}

/** While it is asked which of several is meant, it may be any of them. */
export function showWhereAmong(places: readonly (Whereabouts & { readonly section: Section })[]): Card {
  const name = ({ edition, section }: (typeof places)[number]) => `${saySection(section)}, of the ${edition.title}`
  const line = 'I asked which of these you mean, so it may be any of them:'
  return {
    title: 'It may be any of these',
    tone: 'unsure',
    summary: `${line} ${places.map(name).join('; ')}.`,
    blocks: [
      text(line),
      ...places.map((place) => text(name(place))),
      buttons(
        ...places.map((place) =>
          readButton(citing(place, place.section.ref), shorten(`Read ${saySection(place.section)}`, 75)),
        ),
      ),
    ],
  }
}

export interface OtherWords {
  readonly heading: string | undefined
  /** Known questions that the section answers. */
  readonly asked: readonly string[]
  /** The sentence that decides. */
  readonly core: string | undefined
  /** A summary of exactly this text, where there is one. */
  readonly restated: string | undefined
}

/** What the section says, in its owner's words: nobody else rephrases a rule. */
export function showOtherWords(
  place: Whereabouts & { readonly section: Section },
  words: OtherWords,
  shelf: Shelf,
): Card {
  const { edition, section } = place
  const { heading, asked, core, restated } = words
  const source = sayCitation(edition, section.ref)
  const none = heading === undefined && restated === undefined && core === undefined
  const lead = none
    ? 'I have no other words for it: I never put a rule in my own words.'
    : 'Here is the same in fewer words, as far as somebody has written them down.'
  return {
    title: `In other words: ${saySection(section)}`,
    tone: 'plain',
    summary: [lead, heading, restated ?? core].filter(Boolean).join(' '),
    blocks: [
      text(lead),
      ...compact<Block>([
        heading === undefined ? undefined : text(strong(heading)),
        restated === undefined
          ? undefined
          : { kind: 'quote', text: plain(restated), source: 'A summary in other words' },
        core === undefined ? undefined : { kind: 'quote', text: plain(core), source },
      ]),
      ...(asked.length === 0
        ? []
        : [text('It answers questions such as:'), { kind: 'list', ordered: false, items: asked.map(plain) } as const]),
      text('If it is still not clear, a person can explain what it means for you.'),
      buttons(
        { ...whomButton(edition.policy), main: true },
        personButton({ what: 'question', ...citing(place, section.ref) }),
        readButton(citing(place, section.ref), 'Read the whole section'),
      ),
      ...quietLines(edition, shelf),
    ],
  }
}

/** Somebody asked about something that was never shown, or has been forgotten. */
export function showNothingYet(shelf: Shelf, asked: boolean): Card {
  const line = asked
    ? 'I have shown you no section for that, because no policy that I know seems to say it. I would rather say so than guess.'
    : 'I do not know what you mean by that: nothing has been shown here in the last half hour. Please ask me a whole question.'
  return {
    title: asked ? 'No section to speak of' : 'What do you mean?',
    tone: 'plain',
    summary: line,
    blocks: [text(line), buttons(policiesButton(shelf))],
  }
}

/** What people ask a person about when no policy was mentioned. */
/** Where somebody is found says nothing without who it is. */
export function sayContact(contact: Pick<Contact, 'who' | 'how'> | undefined): string | undefined {
  return contact === undefined ? undefined : `You can ask ${contact.who}. ${contact.how}`
}

export function showWhomToAsk(contacts: readonly string[], shelf: Shelf): Card {
  const lead = contacts.length === 0 ? 'Ask at the school office: they can put you through.' : contacts.join(' ')
  return {
    title: 'Talk to a person',
    tone: 'plain',
    summary: lead,
    blocks: [
      ...(contacts.length === 0 ? [text(lead)] : contacts.map((line) => text(line))),
      text('I am a program that quotes policies. For whom to ask about one of them, open it.'),
      buttons({ ...personButton({ what: 'question' }), main: true }, policiesButton(shelf)),
    ],
  }
}

function policiesButton({ policies }: Shelf) {
  const [only, ...others] = policies
  if (only === undefined || others.length > 0) return { label: 'Show the policies', action: readingActions('sections') }
  return { label: 'Show the sections', action: readingActions('sections', { policy: only.id }) }
}

/** In the language of the message, and in English for whoever reads along. */
export function showLanguage(language: Language, how: string | undefined): Card {
  const line = saysItReadsEnglish(language)
  const english = `I read English only. ${how ?? 'Please ask in English, or ask the school office.'}`
  return {
    title: 'English',
    tone: 'plain',
    summary: `${line} ${english}`,
    blocks: [text(line), text(english)],
  }
}

/** The section of the previous answer does not cover what this message asks. */
export function showSilent(place: Whereabouts & { readonly section: Section }, about: string, shelf: Shelf): Card {
  const { edition, section } = place
  const line = `${saySection(section)}, the last section I showed you, does not say anything about “${about}”.`
  const help = 'What it does say may still hold; whoever looks after the policy can tell you.'
  return {
    title: 'The section does not say',
    tone: 'unsure',
    summary: `${line} ${help}`,
    blocks: [
      text(line),
      text(help),
      buttons(
        readButton(citing(place, section.ref), 'Read the whole section'),
        { ...whomButton(edition.policy), main: true },
        personButton({ what: 'question', ...citing(place, section.ref) }),
        policyButton(edition),
      ),
      ...quietLines(edition, shelf),
    ],
  }
}
