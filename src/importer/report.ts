// What an import found, as JSON for scripts and as lines for people.
import { sayDay, type DayOrMonth } from '../kit/days.ts'
import { wordsOf } from '../kit/text.ts'
import { textOf } from '../policy/text.ts'
import type { Imported } from './types.ts'

/** The form that scripts rely on; an unknown date or number is left out. */
export function toJson({ edition, number, aside, problems }: Imported) {
  const { policy, id, title, school, wording, published, reviewed, ratified, nextReview, approvedBy, sections } =
    edition
  return {
    edition: {
      policy,
      edition: id,
      wording,
      number,
      title,
      school,
      published,
      reviewed,
      ratified,
      nextReview,
      approvedBy: approvedBy ?? null,
      // What stands beside the sections: title page, contents, page footers.
      aside,
      sections: sections.map((section) => ({ ref: section.ref, title: section.title, text: textOf(section) })),
    },
    problems: problems.map(({ kind, section, line, what }) => ({ kind, section, line, what })),
  }
}

export function toLines({ edition, number, problems }: Imported): string[] {
  const { title, school, published, reviewed, ratified, nextReview, approvedBy, sections } = edition
  return [
    `${number === undefined ? '' : `${number}. `}${title}${school === undefined ? '' : `, ${school}`}`,
    `  edition ${edition.id}, the school’s adopted text`,
    `  published ${say(published)}, reviewed ${say(reviewed)}, ratified ${say(ratified)}, next review ${say(nextReview)}`,
    `  approved by: ${approvedBy ?? 'nobody has signed that line'}`,
    '',
    ...sections.map(
      (section) => `  ${section.ref.padEnd(5)} ${section.title} (${wordsOf(textOf(section)).length} words)`,
    ),
    '',
    ...(problems.length === 0 ? ['Nothing is in doubt.'] : ['Please look at these:']),
    ...problems.map(
      ({ kind, section, line, what }) =>
        `  line ${line}, ${kind}${section === undefined ? '' : ` in ${section}`}: ${what}`,
    ),
  ]
}

function say(when: DayOrMonth | undefined): string {
  return when === undefined ? 'not said' : sayDay(when)
}
