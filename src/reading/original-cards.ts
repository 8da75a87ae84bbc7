// The cards that hand over the school's own file of an edition, or say why not.
import { opening } from '../chat/opening.ts'
import { buttons, linkBlock, note, text, type Block, type Button, type Card } from '../chat/cards.ts'
import { readingActions } from './actions.ts'
import { never } from '../kit/never.ts'
import { sayEdition } from '../policy/cite.ts'
import type { Edition } from '../policy/types.ts'
import type { Original } from '../ports/originals.ts'

/** How the file can be obtained. */
export type OriginalCopy =
  | { readonly kind: 'link'; readonly url: string; readonly minutes: number }
  /** Its bytes, for a platform that takes files. */
  | { readonly kind: 'file'; readonly original: Original }
  /** Somebody asked where others can read, and no link can be made. */
  | { readonly kind: 'in-private' }
  /** This platform takes no files, and there is no page that a link could lead to. */
  | { readonly kind: 'by-hand'; readonly from: string }

/** Only for an edition that was read from one of the school's files. */
export function originalButton({ policy, id, source }: Edition): Button | undefined {
  if (source === undefined) return undefined
  const action = readingActions('original', { policy, edition: id })
  return {
    label: 'Open the original',
    action,
    more: true,
    spoken: `Open the original, the school’s own file ${source.file}`,
  }
}

export function showOriginal(edition: Edition, copy: OriginalCopy): Card {
  const name = edition.source?.file ?? 'the file'
  const line = `“${name}” is the school’s own file of the ${edition.title}, edition ${sayEdition(edition)}.`
  return {
    title: 'The original',
    tone: 'plain',
    summary: line,
    blocks: [
      text(line),
      ...showCopy(copy, name),
      note('It is the file as it was brought in. What counts for staff is the edition in force.'),
    ],
  }
}

function showCopy(copy: OriginalCopy, name: string): Block[] {
  switch (copy.kind) {
    case 'link': {
      const how = `The link is for you alone and works for ${copy.minutes} minutes.`
      return [linkBlock('Open the original', copy.url), note(how)]
    }
    case 'file': {
      const otherwise = 'The file could not be handed over here just now. Please ask for it again in a moment.'
      return [{ kind: 'file', label: name, name, content: copy.original.bytes, otherwise }]
    }
    case 'in-private':
      return [text('Write “open the original” to me in our own conversation, and I will hand it over there.')]
    case 'by-hand':
      return [
        text(`I cannot hand over files here. Please ask ${copy.from} for it: they have it in the office’s pages.`),
      ]
    default:
      return never(copy)
  }
}

/** What the file holds besides its text is not for everybody. */
export function showOriginalKept(edition: Edition, who: string): Card {
  const why =
    edition.source?.unseen === undefined
      ? 'It may hold notes in the margin or passages that are hidden.'
      : 'It holds notes in the margin, or passages that are hidden or deleted.'
  const line = `The original of the ${edition.title} can be opened by ${who}. ${why} All that staff need stands in the sections.`
  return refused('The original is not open to everybody', line, edition)
}

export function showNoOriginal(edition: Edition): Card {
  const line =
    edition.source === undefined
      ? `There is no file of the school’s behind the ${edition.title}, edition ${sayEdition(edition)}. Its text stands here in full.`
      : `The file “${edition.source.file}” is no longer kept here. The text itself is: it stands in the sections in full.`
  return refused('There is no original to open', line, edition)
}

function refused(title: string, line: string, { policy }: Edition): Card {
  return {
    title,
    tone: 'plain',
    summary: line,
    blocks: [
      text(line),
      buttons(
        { label: 'All sections', action: readingActions('sections', { policy }) },
        { label: 'Ask a person', action: opening('ask-person', { policy }) },
      ),
    ],
  }
}
