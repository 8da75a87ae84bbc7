// Builds editions and policies for tests with defaults for what does not matter, so that a test shows what does.
import type { DayOrMonth } from '../../src/kit/days.ts'
import type { Edition, SectionPart, Policy, Section } from '../../src/policy/types.ts'

export function anEdition(
  given: Partial<Omit<Edition, 'nextReview' | 'published'>> & { nextReview?: string; published?: string } = {},
): Edition {
  const { nextReview = '2016-10', published = '2015-10-26', ...rest } = given
  return {
    policy: 'social-media',
    id: '2015-10',
    title: 'Social Media Policy',
    school: 'Hilltop School',
    wording: 'adopted',
    reviewed: '2015-10' as DayOrMonth,
    ratified: '2015-10' as DayOrMonth,
    approvedBy: undefined,
    sections: [aSection('1', 'Context', 'What it is about.')],
    ...rest,
    published: published as DayOrMonth,
    nextReview: nextReview === '' ? undefined : (nextReview as DayOrMonth),
  }
}

export function aSection(ref: string, title: string, ...parts: readonly (string | SectionPart)[]): Section {
  const parent = /^(.*?)\.?[^.]+$/.exec(ref)?.[1]
  return {
    ref,
    title,
    parent: parent === undefined || parent === '' || !ref.includes('.') ? undefined : parent,
    parts: parts.map((part) => (typeof part === 'string' ? { kind: 'paragraph', text: part } : part)),
  }
}

export function aPolicy(...editions: readonly Edition[]): Policy {
  return {
    id: 'social-media',
    number: 43,
    title: 'Social Media Policy',
    owner: 'the deputy head',
    ask: { who: 'The senior leadership team', why: 'Any member of the senior leadership team can help.', cites: '1' },
    declaration: undefined,
    editions,
  }
}
