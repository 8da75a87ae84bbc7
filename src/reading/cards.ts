// The cards of reading: one section in full, the list of sections, whom to ask, and a section shared with others.
import { compact } from '../kit/defined.ts'
import { readingActions } from './actions.ts'
import { opening } from '../chat/opening.ts'
import {
  buttons,
  buttonsAmong,
  mostLabel,
  note,
  plain,
  strong,
  text,
  unstyled,
  type Block,
  type Button,
  type Card,
} from '../chat/cards.ts'
import { capital, shorten } from '../kit/text.ts'
import { sayCitation, saySection } from '../policy/cite.ts'
import { gapLine, outsideBlocks, quietLines, readButton, sayPublished, schoolNotes } from './lines.ts'
import { originalButton } from './original-cards.ts'
import type { Shelf } from '../policy/shelf.ts'
import { textOf } from '../policy/text.ts'
import type { Citation, Edition, Policy, Section } from '../policy/types.ts'

const pageLength = 2_400

/** One section in full, in pages that fit a phone and every platform; `checks` where there is a scenario about it. */
export function showSection(
  { edition, section, page, checks = false }: { edition: Edition; section: Section; page: number; checks?: boolean },
  shelf: Shelf,
): Card {
  const pages = pagesOf(section)
  const at = Math.min(page, pages.length - 1)
  const cites = { policy: edition.policy, edition: edition.id, section: section.ref }
  const inside = edition.sections.filter(({ parent }) => parent === section.ref)
  const heading = shelf.heading(edition, section.ref)
  const source = sayCitation(edition, section.ref) + (pages.length > 1 ? `, part ${at + 1} of ${pages.length}` : '')
  return {
    title: saySection(section),
    tone: 'plain',
    summary: sayInShort({ edition, section }, source),
    blocks: compact([
      heading !== undefined && text(strong(heading)),
      ...(pages[at] ?? []),
      !(section.parts.length === 0 && shelf.policies.length === 1) && note(source),
      section.parts.length === 0 &&
        edition.outside === undefined &&
        text('This section has no text of its own, only the sections inside it.'),
      ...outsideBlocks(edition),
      ...schoolNotes(edition, section.ref, shelf),
      inside.length > 0 &&
        buttonsAmong(
          'sections',
          inside.map((each) => readButton({ ...cites, section: each.ref }, saySection(each))),
        ),
      buttons(
        ...pageButtons(cites, { at, pages: pages.length }),
        ...neighbours(cites, edition, section),
        { label: 'All sections', action: readingActions('sections', { policy: edition.policy }) },
        ...compact([checks && checkButton(cites)]),
      ),
      ...quietLines(edition, shelf),
    ]),
  }
}

function sayInShort({ edition, section }: { edition: Edition; section: Section }, source: string): string {
  if (edition.outside !== undefined)
    return `${saySection(section)}. ${sayPublished({ ...edition, outside: edition.outside })}`
  return `${saySection(section)}, in full. ${shorten(textOf(section), 300)} (${source})`
}

function pageButtons(cites: Citation, { at, pages }: { at: number; pages: number }): Button[] {
  const on: Button = { label: 'Read on', action: readingActions('read', { ...cites, page: at + 1 }), main: true }
  const back: Button = { label: 'Back a part', action: readingActions('read', { ...cites, page: at - 1 }) }
  return compact([at + 1 < pages && on, at > 0 && back])
}

function neighbours(cites: Citation, { sections }: Edition, section: Section): Button[] {
  const position = sections.indexOf(section)
  const [previous, next] = [sections[position - 1], sections[position + 1]]
  return compact([
    previous && neighbourButton({ ...cites, section: previous.ref }, `Back: ${saySection(previous)}`),
    next && neighbourButton({ ...cites, section: next.ref }, `Next: ${saySection(next)}`),
  ])
}

function neighbourButton(cites: Citation, label: string): Button {
  return { ...readButton(cites, shorten(label, mostLabel)), spoken: label }
}

function checkButton({ policy, section }: Citation): Button {
  return { label: 'Check this with me', action: opening('check', { policy, section }) }
}

/** A section's text in pages that fit a phone and every platform; empty for a section without text. */
export function pagesOf(section: Section): Block[][] {
  const pages: Block[][] = [[]]
  let length = 0
  for (const block of section.parts.flatMap(showPart)) {
    const size = sizeOf(block)
    if (length > 0 && length + size > pageLength) {
      pages.push([])
      length = 0
    }
    pages.at(-1)?.push(block)
    length += size
  }
  return pages
}

function showPart(part: Section['parts'][number]): Block[] {
  switch (part.kind) {
    case 'paragraph':
      return split(part.text, pageLength).map((piece) => ({ kind: 'quote', text: plain(piece), source: '' }))
    case 'list':
      return [{ kind: 'list', ordered: part.ordered, items: part.items.map(plain) }]
    case 'gap':
      return [gapLine(part.text)]
  }
}

/** Pieces of at most `most` characters, cut at spaces; joined, they are the text. */
function split(whole: string, most: number): string[] {
  if (whole.length <= most) return [whole]
  const cut = whole.lastIndexOf(' ', most)
  const at = cut > most / 2 ? cut : most
  return [whole.slice(0, at), ...split(whole.slice(at).trimStart(), most)]
}

function sizeOf(block: Block): number {
  if (block.kind === 'list') return block.items.reduce((sum, item) => sum + unstyled(item).length, 0)
  return 'text' in block && typeof block.text !== 'string' ? unstyled(block.text).length : 0
}

/** Every section of a policy to choose from, each after the section that contains it. */
export function showSections(edition: Edition, shelf: Shelf): Card {
  return {
    title: `${edition.title}: all sections`,
    tone: 'plain',
    summary:
      edition.outside === undefined
        ? `${edition.title}, ${edition.sections.length} sections. Choose one to read it.`
        : sayPublished({ ...edition, outside: edition.outside }),
    blocks: compact([...contentsOf(edition), ...belowSections(edition, shelf), ...quietLines(edition, shelf)]),
  }
}

function belowSections(edition: Edition, { policies }: Shelf): Block[] {
  const others: Button = { label: 'Other policies', action: readingActions('sections') }
  const below = compact([policies.length > 1 && others, originalButton(edition)])
  return below.length === 0 ? [] : [buttons(...below)]
}

function contentsOf(edition: Edition): Block[] {
  if (edition.outside === undefined) return [text('Choose a section to read it in full.'), ...sectionChoices(edition)]
  const named = edition.sections.filter(({ number }) => number !== null)
  return compact([
    ...outsideBlocks(edition),
    named.length > 0 && text('What stands in it:'),
    named.length > 0 && { kind: 'list', ordered: false, items: named.map((each) => plain(saySection(each))) },
  ])
}

function inOrder({ sections }: Edition): Section[] {
  return sections
    .filter(({ parent }) => parent === undefined)
    .flatMap((section) => [section, ...sections.filter(({ parent }) => parent === section.ref)])
}

/** Every section in one menu, each after the section that contains it; a menu holds a hundred on every platform. */
export function sectionChoices(edition: Edition): Block[] {
  const cites = { policy: edition.policy, edition: edition.id }
  const choices = inOrder(edition).map((each) =>
    readButton({ ...cites, section: each.ref }, shorten(saySection(each), 75)),
  )
  const pages: Block[] = []
  for (let at = 0; at < choices.length; at += 100) pages.push(buttonsAmong('sections', choices.slice(at, at + 100)))
  return pages
}

/** Whom a person can turn to, with the section that says so. */
export function showWhom(
  policy: Policy,
  edition: Edition,
  { shelf, contact }: { shelf: Shelf; contact: string | undefined },
): Card {
  return {
    title: shelf.policies.length > 1 ? `Who you can ask: ${edition.title}` : 'Who you can ask',
    tone: 'plain',
    summary: `${policy.ask.why} ${contact ?? ''}`.trim(),
    blocks: compact([
      text(strong(capital(policy.ask.who))),
      text(policy.ask.why),
      contact !== undefined && text(contact),
      buttons({ label: 'Ask a person', action: opening('ask-person', { policy: policy.id }), main: true }),
      policy.ask.cites !== undefined && citeButton(edition, policy.ask.cites),
      ...quietLines(edition, shelf),
    ]),
  }
}

function citeButton(edition: Edition, ref: string): Block {
  return buttons(readButton({ policy: edition.policy, edition: edition.id, section: ref }, `Read ${ref}`))
}

/** The beginning of a section, shown to everybody in a place because somebody asked for it. */
export function showShared(edition: Edition, section: Section, { shelf, by }: { shelf: Shelf; by: string }): Card {
  const card = showQuoted(edition, section, shelf)
  return {
    ...card,
    summary: `${by} shared ${saySection(section)} (${sayCitation(edition, section.ref)}).`,
    blocks: [text(`${by} shared this from the ${edition.title}.`), ...card.blocks],
  }
}

/** The beginning of a section, quoted and cited, to insert into a conversation. */
export function showQuoted(edition: Edition, section: Section, shelf: Shelf): Card {
  const cites = { policy: edition.policy, edition: edition.id, section: section.ref }
  const gap = section.parts.find((part) => part.kind === 'gap')
  const { outside } = edition
  if (outside !== undefined) {
    const blocks = [...outsideBlocks(edition), ...quietLines(edition, shelf)]
    return { title: saySection(section), tone: 'plain', summary: sayPublished({ ...edition, outside }), blocks }
  }
  return {
    title: saySection(section),
    tone: 'answered',
    summary: `${sayCitation(edition, section.ref)}: ${shorten(textOf(section), 140)}`,
    blocks: compact([
      { kind: 'quote', text: plain(shorten(textOf(section), 900)), source: sayCitation(edition, section.ref) },
      gap !== undefined && gapLine(gap.text),
      ...schoolNotes(edition, section.ref, shelf),
      buttons(readButton(cites, 'Read the whole section')),
      ...quietLines(edition, shelf),
    ]),
  }
}

export function showSharedAlready({ edition, section }: { edition: Edition; section: Section }, shelf: Shelf): Card {
  const what = `${saySection(section)}${shelf.policies.length > 1 ? ` of the ${edition.title}` : ''}`
  return {
    title: 'Shared',
    tone: 'plain',
    summary: `${what} has been shared here.`,
    blocks: [text(`${what} has been shared here, with your name.`)],
  }
}
