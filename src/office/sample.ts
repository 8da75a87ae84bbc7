// Which of a school's settings and policies are still the project's sample: shown by the set-up and by `doctor`.
import type { Library, School } from '../turn/library.ts'

export interface Sampled {
  readonly what: string
  readonly fix: string
  /** The step of the set-up in which it is changed. */
  readonly step: 'school' | 'contacts' | 'terms' | 'policies'
}

const sampleName = 'Brighton Hill Community School'
const placeholders = ['anybody in the senior leadership team', 'the designated safeguarding lead']

export function sampleIn({ school, policies }: Pick<Library, 'school' | 'policies'>): readonly Sampled[] {
  return [...nameIn(school), ...contactsIn(school), ...termsIn(school), ...policiesIn(policies)]
}

function nameIn({ name }: School): Sampled[] {
  if (name !== sampleName) return []
  return [
    { what: `The school is called ${sampleName}, as in the sample.`, fix: 'Say what yours is called.', step: 'school' },
  ]
}

function contactsIn({ contacts }: School): Sampled[] {
  const vague = Object.values(contacts).filter(({ who }) => placeholders.includes(who.trim().toLowerCase()))
  return vague.map(({ who }) => ({
    what: `Staff are sent to “${who}”, which names nobody.`,
    fix: 'Put in a name, and where they are found.',
    step: 'contacts',
  }))
}

function termsIn({ calendar }: School): Sampled[] {
  if (calendar.terms.length > 0) return []
  return [
    {
      what: 'No terms are set, so people are written to in the holidays, too.',
      fix: 'Put in this year’s terms.',
      step: 'terms',
    },
  ]
}

function policiesIn(policies: Library['policies']): Sampled[] {
  if (policies.some(({ editions }) => editions.some(({ wording }) => wording === 'adopted'))) return []
  return [{ what: 'The only policy is the sample.', fix: 'Import your own.', step: 'policies' }]
}
