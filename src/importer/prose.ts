// Reads dates in running text: "This policy was approved by the governors on 12 March 2024 and will be reviewed in
// March 2026."
import { defined } from '../kit/defined.ts'
import type { DayOrMonth } from '../kit/days.ts'
import { sentencesOf, shorten } from '../kit/text.ts'
import { readDate } from './dates.ts'
import type { Dates } from './facts.ts'
import { sayField } from './labels.ts'
import { readTerm } from './terms.ts'
import type { SourceBlock, FactSource, ImportProblem } from './types.ts'

type SaidField = 'reviewed' | 'ratified' | 'adopted' | 'amended' | 'nextReview' | 'inForceFrom'

const by = '(?: by (?<who>[^.,;:]{3,60}?))?'
const forms: readonly { readonly field: SaidField; readonly form: RegExp }[] = [
  {
    field: 'nextReview',
    form: /\b(?:will|to|should|must|shall|is due to) (?:next )?be (?:next )?reviewed (?:again )?(?:in|on|by|before|no later than) /gi,
  },
  { field: 'nextReview', form: /\bnext review (?:is|will be|takes place|date is)(?: due)? (?:in |on |by )?/gi },
  {
    field: 'inForceFrom',
    form: /\b(?:comes? into (?:force|effect)|takes effect|is effective|applies|is in force)(?: (?:from|on|as of))+ /gi,
  },
  { field: 'amended', form: new RegExp(`\\b(?:was|were|been) (?:last )?amended${by} (?:in|on) `, 'gi') },
  {
    field: 'reviewed',
    form: new RegExp(`\\b(?:was|were|been) (?:last )?(?:reviewed|revised|updated)${by} (?:in|on) `, 'gi'),
  },
  { field: 'adopted', form: new RegExp(`\\b(?:was|were|been) adopted${by} (?:in|on) `, 'gi') },
  { field: 'ratified', form: new RegExp(`\\b(?:was|were|been) (?:approved|ratified|agreed)${by} (?:in|on) `, 'gi') },
]

// Another document's date is not this one's: the sentence must be about the policy itself.
const own =
  /\b(?:this|the|our) (?:\w+ ){0,4}?(?:polic(?:y|ies)|procedures?|document|guidance|statement|plan|agreement)\b|^(?:it|next review)\b/i
const foreign =
  /\bwhich (?:was|were|has|is)\b|\b(?:act|regulations?|council['’]s|DfE|department|government|statutory|county)\b/i

export interface Spoken {
  readonly dates: Dates
  readonly approvedBy: string | undefined
  readonly sources: readonly FactSource[]
  readonly problems: readonly ImportProblem[]
}

/** What sentences say where no line of the record does. Each is a doubt, because running text may be about anything. */
export function readSpoken(blocks: readonly SourceBlock[], known: Dates): Spoken {
  const dates: { -readonly [field in SaidField]?: DayOrMonth } = {}
  const sources: FactSource[] = []
  const problems: ImportProblem[] = []
  let approvedBy: string | undefined
  for (const { text, no: line, page } of blocks) {
    if (text.length > longest || !/review|revis|updat|approv|ratif|adopt|agreed|amend|effect|force|applies/i.test(text))
      continue
    // Cutting a text into its sentences costs more than all of these.
    if (!forms.some(({ form }) => text.search(form) !== -1)) continue
    const place = { line, ...defined({ page }) }
    for (const sentence of sentencesOf(text)) {
      if (!own.test(sentence) || foreign.test(sentence)) continue
      for (const { field, when, who } of spokenIn(sentence)) {
        if (known[field] !== undefined || dates[field] !== undefined) continue
        dates[field] = when
        if (field === 'ratified') approvedBy ??= who
        const words = shorten(sentence.trim(), 120)
        sources.push({ field, words, ...place })
        problems.push({
          kind: 'date',
          section: undefined,
          ...place,
          what: `"${words}" is a sentence; ${when} is taken from it (${sayField[field]}).`,
        })
      }
    }
  }
  return { dates, approvedBy, sources, problems }
}

function spokenIn(sentence: string): { field: SaidField; when: DayOrMonth; who: string | undefined }[] {
  return forms.flatMap(({ field, form }) =>
    [...sentence.matchAll(form)].flatMap(({ 0: words, index, groups }) => {
      const rest = sentence.slice(index + words.length, index + words.length + 40)
      const term = readTerm(rest)
      const when = readDate(rest)?.when ?? (field === 'nextReview' ? term?.to : term?.from)
      return when === undefined ? [] : [{ field, when, who: groups?.['who'] }]
    }),
  )
}

const longest = 4_000
