// Parts of several pages about an edition: its outline, and how it differs from the one before.
import { wordsOf } from '../kit/text.ts'
import { saySection } from '../policy/cite.ts'
import { isChange, type Difference } from '../policy/difference.ts'
import { textOf } from '../policy/text.ts'
import type { Edition, Section } from '../policy/types.ts'
import type { Part } from '../ports/office.ts'
import type { UsualSection } from '../search/usual.ts'
import { heading, list, textPart } from './parts.ts'

const changeWords = {
  new: 'New',
  gone: 'Gone',
  changed: 'Changed',
  retitled: 'Another title',
  renumbered: 'Only renumbered',
  same: 'The same',
}

export function differenceParts(changes: Difference): Part[] {
  const real = changes.filter((change) => change.kind !== 'same')
  if (!changes.some(isChange)) return [heading('Against the edition before'), textPart('No words have changed.')]
  const lines = real.slice(0, 100).map((change) => {
    const title = change.kind === 'gone' ? change.was.title : 'section' in change ? change.section.title : ''
    if (change.kind !== 'changed') return `${changeWords[change.kind]}: ${title}`
    const said = change.sentences.flatMap(({ kind, text: words }) =>
      kind === 'kept' ? [] : [`${kind === 'added' ? 'added' : 'removed'} “${words}”`],
    )
    return `${changeWords.changed}: ${title}: ${said.slice(0, 6).join('; ')}`
  })
  return [heading('Against the edition before'), list(lines)]
}

export function outlinePart(edition: Edition): Part {
  const rows = edition.sections.map((section) => ({
    cells: [
      section.number === null ? '–' : section.ref,
      section.title,
      String(countOf(section)),
      section.page === undefined ? '–' : String(section.page),
    ],
  }))
  return {
    kind: 'more',
    summary: `Outline: ${edition.sections.length} sections`,
    parts: [{ kind: 'table', caption: 'Sections', head: ['Number', 'Title', 'Words', 'Page'], rows }],
  }
}

function countOf(section: Section): number {
  return wordsOf(textOf(section)).length
}

/** On the page of a document that is being brought in: what they will be. */
export function usualPart(sections: readonly UsualSection[]): Part {
  return {
    kind: 'more',
    summary: `Usual questions: ${sections.length} ${sections.length === 1 ? 'section' : 'sections'}`,
    parts: [textPart(sayUsual(sections.length)), list(sections.map(sayOne))],
  }
}

function sayOne({ section, asked }: UsualSection): string {
  const [first, second] = asked
  const such = [first, second].flatMap((each) => (each === undefined ? [] : [`“${each}”`])).join(', ')
  return such === '' ? saySection(section) : `${saySection(section)}: such as ${such}`
}

export function sayUsual(count: number): string {
  if (count === 0)
    return 'No section is about something that most schools have a section on, by its heading and its words. People’s questions find it by its own text.'
  const which = count === 1 ? '1 section is' : `${count} sections are`
  return `Most schools have much the same policies. By their headings and their words, ${which} about something usual, and what people usually ask of it leads there. Questions that you write yourself count more. Where it is mistaken, switch it off.`
}
