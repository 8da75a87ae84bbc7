// Dates that stand in a sentence: "This policy was approved by the governors on 12 March 2024 and will be reviewed in March 2026."
import type { DayOrMonth } from '../kit/days.ts'
import { readDate } from './dates.ts'
import type { Dates } from './record.ts'
import type { Block } from './types.ts'

const by = '(?: by (?<who>[^.,;:]{3,60}?))?'
const forms: readonly { readonly field: 'reviewed' | 'ratified' | 'nextReview'; readonly form: RegExp }[] = [
  {
    field: 'nextReview',
    form: /\b(?:will|to|should|must|shall) (?:next )?be (?:next )?reviewed (?:again )?(?:in|on|by|before) /gi,
  },
  { field: 'nextReview', form: /\bnext review (?:is|will be|takes place|date is)(?: due)? (?:in |on |by )?/gi },
  {
    field: 'reviewed',
    form: new RegExp(`\\b(?:was|were|been) (?:last )?(?:reviewed|revised|updated)${by} (?:in|on) `, 'gi'),
  },
  {
    field: 'ratified',
    form: new RegExp(`\\b(?:was|were|been) (?:approved|ratified|adopted|agreed)${by} (?:in|on) `, 'gi'),
  },
]

/** What the sentences say where no line of the record does. */
export function addSaid(dates: Dates, blocks: readonly Block[]): Dates {
  const said: { reviewed?: DayOrMonth; ratified?: DayOrMonth; nextReview?: DayOrMonth } = {}
  let approvedBy: string | undefined
  for (const { text } of blocks) {
    if (text.length > longest || !/\b(?:policy|procedure|document)\b/i.test(text)) continue
    for (const { field, form } of forms) {
      for (const { 0: words, index, groups } of text.matchAll(form)) {
        const date = readDate(text.slice(index + words.length, index + words.length + 40))
        if (date === undefined) continue
        said[field] ??= date.when
        if (field === 'ratified') approvedBy ??= groups?.['who']
      }
    }
  }
  return {
    published: dates.published,
    reviewed: dates.reviewed ?? said.reviewed,
    ratified: dates.ratified ?? said.ratified,
    nextReview: dates.nextReview ?? said.nextReview,
    approvedBy: dates.approvedBy ?? approvedBy,
  }
}

const longest = 4_000
