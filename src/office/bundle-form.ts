// How the page looks on which a bundle is written down.
import { groups } from '../chat/people.ts'
import { capital, sayList } from '../kit/text.ts'
import type { OfficeAnswer, OfficeField, OfficeOption, OfficeRequest } from '../ports/office.ts'
import { parseAudience, sayAudience } from '../standing/audience.ts'
import type { Bundle } from '../standing/bundles.ts'
import { groupNames } from '../standing/count-words.ts'
import { form, links, look, notePart, page, textPart, typedIn, wrong } from './parts.ts'

/** Values of a field that are no audience. */
export const nobody = ''
export const several = 'several'

export interface WritingShown {
  /** As they were typed. */
  readonly fields?: OfficeRequest['fields']
  readonly errors?: Readonly<Record<string, string>>
  readonly problem?: readonly string[]
}

interface BundleForm extends WritingShown {
  /** Undefined for a new one. */
  readonly bundle: Bundle | undefined
  readonly documents: readonly { readonly policy: string; readonly title: string }[]
  /** Who reads each document, by policy id. */
  readonly readers: ReadonlyMap<string, string>
  /** Policies of the bundle that have nothing to sign at present. */
  readonly missing: readonly string[]
  readonly seen: string | undefined
}

export function bundleForm(view: BundleForm): OfficeAnswer {
  const { bundle, documents, errors = {}, problem = [], missing } = view
  const trouble = [...problem, ...Object.values(errors)]
  const to = bundle === undefined ? '/office/bundles' : `/office/bundles/${encodeURIComponent(bundle.id)}`
  return page(bundle === undefined ? 'A new bundle' : `${bundle.title}: who reads what`, [
    trouble.length === 0 ? undefined : wrong(...trouble),
    textPart(
      'Say who reads each document. This asks nobody yet: asking is the next step, and you see first what it will do.',
    ),
    missing.length === 0
      ? undefined
      : look(`${capital(sayList(missing))}: there is nothing to sign at the moment. It stays in the bundle.`),
    documents.length === 0
      ? notePart('The school has no policy with something to sign yet. Bring one in under Policies first.')
      : form(bundle === undefined ? '/office/bundles/-new' : `${to}/write`, fieldsOf(view), {
          label: 'Save the bundle',
          value: 'write',
          main: true,
        }),
    links({ to, label: bundle === undefined ? 'All bundles' : 'Back to the bundle' }),
  ])
}

function fieldsOf({ bundle, documents, readers, seen, fields, errors = {} }: BundleForm): OfficeField[] {
  const field = typedIn(fields ?? { title: bundle?.title ?? '' }, errors)
  return [
    { kind: 'kept', id: 'seen', value: fields?.['seen'] ?? seen ?? '' },
    { ...field('line', 'title', 'Title', 'Such as September pack: people read it in their message.'), required: true },
    ...documents.map(({ policy, title }): OfficeField => {
      const before = readers.get(policy) ?? nobody
      const id = `who-${policy}`
      return { kind: 'choice', id, label: title, value: fields?.[id] ?? before, options: optionsWith(before) }
    }),
    field(
      'line',
      'several',
      'Several groups or people',
      'For every document above that says “as written below”: groups, roles or email addresses, with commas between them.',
    ),
  ]
}

const usual: readonly OfficeOption[] = [
  { id: nobody, label: 'Not in this bundle' },
  { id: 'all', label: 'Everybody' },
  ...groups.map((id) => ({ id, label: groupNames[id] })),
  { id: 'slt', label: 'Senior leadership team' },
  { id: several, label: 'As written below' },
]

/** What the file says is offered as well, where it is none of the usual. */
function optionsWith(who: string): readonly OfficeOption[] {
  if (usual.some(({ id }) => id === who)) return usual
  const read = parseAudience(who, () => undefined)
  return [...usual, { id: who, label: read.kind === 'audience' ? capital(sayAudience(read.audience)) : who }]
}
