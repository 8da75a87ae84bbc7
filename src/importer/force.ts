// What an edition is called, and from when it applies to staff: from the dates that the document gives, and never later
// than they say.
import { compact } from '../kit/defined.ts'
import { lastDayOf, isMonth, type Day, type DayOrMonth } from '../kit/days.ts'
import type { Dates } from './facts.ts'

export interface Force {
  readonly edition: string
  readonly dates: Dates
  readonly doubts: readonly { readonly what: string }[]
}

export function placeInForce(dates: Dates, { year, today }: { year: string | undefined; today: Day }): Force {
  const named = nameOf(dates) ?? year
  const inForceFrom = dates.inForceFrom ?? latest(dates, today)
  const doubts = compact([
    named === undefined &&
      `The document does not say when it was reviewed, ratified or published; the edition is named ${today.slice(0, 7)} after the day of its import.`,
    inForceFrom === undefined &&
      `The document names no day from which it is in force, so it is in force from its import on ${today}.`,
  ])
  return {
    edition: named ?? today.slice(0, 7),
    dates: { ...dates, inForceFrom: inForceFrom ?? today },
    doubts: doubts.map((what) => ({ what })),
  }
}

/** The month of the last review or amendment, otherwise of the ratification, adoption, publication or start. */
function nameOf({ reviewed, amended, ratified, adopted, published, inForceFrom }: Dates): string | undefined {
  const changed = [reviewed, amended]
    .filter((when) => when !== undefined)
    .toSorted()
    .at(-1)
  const approved = [ratified, adopted]
    .filter((when) => when !== undefined)
    .toSorted()
    .at(-1)
  const when = changed ?? approved ?? published ?? inForceFrom
  return when === undefined || isMonth(when) ? when : when.slice(0, 7)
}

/** The latest past day among the days on which this edition came about. */
function latest({ reviewed, amended, ratified, adopted, published }: Dates, today: Day): DayOrMonth | undefined {
  return [reviewed, amended, ratified, adopted, published]
    .filter((when) => when !== undefined && (when <= today || lastDayOf(when) <= today))
    .toSorted()
    .at(-1)
}
