// The labels under which documents give their own dates: "Date of next review:", "Ratified by", "Effective from".

export type DateField =
  'nextReview' | 'inForceFrom' | 'published' | 'amended' | 'reviewed' | 'adopted' | 'ratified' | 'review'

// In the order in which they are tried: "next review" is not "review". A bare "review" may be either.
export const labels: readonly { readonly field: DateField; readonly label: string }[] = [
  {
    field: 'nextReview',
    label:
      '(?:date (?:of|for) )?(?:the )?(?:next|future) (?:policy |scheduled |planned |annual |full )?(?:review(?:ed)?|update|renewal)(?: date| due| is)*(?: date)?(?: by)?|(?:policy )?(?:review|renewal) due(?: date)?(?: by)?|(?:date )?due for (?:review|renewal)(?: date)?|(?:policy )?to be reviewed(?: again)?(?: by| before| no later than)?|review by|(?:renewal|expiry) date|valid until',
  },
  {
    field: 'inForceFrom',
    label:
      '(?:(?:date )?(?:effective|in force|comes? into (?:force|effect)|with effect|valid|applies|takes effect|applicable|operative|implemented)(?: date)?(?: (?:from|as of|on|since))?|(?:effective|implementation|commencement|start) date|date (?:of implementation|effective|of effect|in force))',
  },
  {
    field: 'published',
    label:
      '(?:date )?(?:first )?published|publication date|date of (?:publication|issue|(?:this )?policy|document)|(?:policy|document) date|(?:date )?issued|issue date|(?:date )?(?:written|created)|date of creation',
  },
  {
    field: 'amended',
    label:
      '(?:date )?(?:last )?(?:amended|altered)(?: date)?|date of (?:last |latest )?amendments?|(?:last |latest )?amendment(?: date)?|date of last change|last changed',
  },
  {
    field: 'reviewed',
    label:
      '(?:date )?(?:last |recently )?(?:reviewed|revised|updated)(?: and updated)?(?: date)?|(?:date of )?(?:last|previous|latest|most recent|this|current) (?:policy )?(?:review|update|revision)(?: date)?|revision date|date of revision',
  },
  {
    field: 'adopted',
    label: '(?:date )?(?:first )?adopted(?: date)?|date of (?:first )?adoption|adoption date',
  },
  {
    field: 'ratified',
    label:
      '(?:date )?(?:last )?(?:ratified|approved|agreed|authorised|signed off)(?: date)?|(?:date of )?(?:last )?(?:ratification|approval)(?: date)?',
  },
  { field: 'review', label: '(?:policy |document )?review(?: date)?|date of (?:policy )?review|date for review' },
]

export const sayField: Readonly<Record<DateField, string>> = {
  nextReview: 'next review',
  inForceFrom: 'in force from',
  published: 'published',
  amended: 'amended',
  reviewed: 'reviewed',
  adopted: 'adopted',
  ratified: 'ratified',
  review: 'review',
}

const anyLabel = labels.map(({ field, label }) => `(?<${field}>${label})`).join('|')
export const labelAt = new RegExp(
  `(?<![\\p{L}])(?:(?:the |this )?(?:policy|document|procedure) )?(?:was |is )?(?:${anyLabel})(?![\\p{L}])(?:\\s+(?:on|in))?\\s*[:|–—-]*\\s*`,
  'giu',
)
export const lineStart = new RegExp(
  `^[|*\\s]*(?:(?:the |this )?(?:policy|document|procedure) )?(?:was |is )?(?:${anyLabel})\\s*(?:(?:on|by|in)\\s*)?(?:date\\s*)?(?:[:|–—-]|$)`,
  'iu',
)
/** A quick test: a document has thousands of lines, and few are about its own dates. */
export const subject =
  /review|ratif|approv|adopt|publi|agreed|issue|revis|updat|authoris|amend|alter|effect|force|valid|date|renew|written|created|signed\s+off|appl|implement|operative/i

export interface Labelled {
  readonly field: DateField
  /** The label as it stands, such as "Date of next review:". */
  readonly label: string
  readonly value: string
  /** Whether it stands at the beginning of the line, or after a separator. */
  readonly isMarked: boolean
}

/** Each label in a line with the text after it: "Reviewed: May 2024  Next review: May 2025" has two. */
export function labelled(text: string): Labelled[] {
  const matches = [...text.matchAll(labelAt)]
  return matches.flatMap(({ index, 0: label, groups = {} }, each): Labelled[] => {
    const field = labels.find((one) => groups[one.field] !== undefined)?.field
    const value = text
      .slice(index + label.length, matches[each + 1]?.index ?? text.length)
      .replace(/^[\s|*]+|[\s|*.;,(]+$/g, '')
    const isMarked =
      /^[|*\s]*$/.test(text.slice(0, index)) || /[:|]\s*$/.test(label) || /[|,;.(/]\s*$/.test(text.slice(0, index))
    return field === undefined ? [] : [{ field, label: label.trim(), value, isMarked }]
  })
}
