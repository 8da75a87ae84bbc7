// An example school with three small policies of its own, so that no test relies on there being one policy: two with a
// declaration (Visitors, Attendance), and one without (First Aid).
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findFiles, type KnowledgeFile } from '../../src/library/files.ts'
import { readLibrary, sayProblem } from '../../src/library/read.ts'
import type { Library } from '../../src/turn/library.ts'

/** The files of its home folder, by path. */
export const threePolicies: Readonly<Record<string, string>> = {
  'school.yaml': `
name: Meadow Lane School
shortNames: [Meadow Lane]
zone: Europe/London
contacts:
  slt:
    who: anybody who leads the school
    how: Ask at the office, or come to the staff room at break.
  safeguarding:
    who: Mrs Oyelaran, who leads on safeguarding
    how: Her room is beside the library.
`,
  'policies/visitors/policy.yaml': `
id: visitors
number: 7
title: Visitors Policy
owner: the office manager
ask:
  who: the office manager
  why: The office manager looks after everybody who visits.
  cites: '1'
declaration: '4'
`,
  'policies/visitors/2026-09.md': edition('visitors', 'Visitors Policy', 7, [
    [
      '1. Arriving',
      'Every visitor comes to the main office first, signs the visitors book and is given a yellow lanyard. The office manager answers questions about visits.',
    ],
    [
      '2. Walking about the school',
      'A visitor with a yellow lanyard is never left alone with pupils. Whoever invited the visitor stays with them until they leave.',
      'If you meet somebody without a lanyard, ask kindly whether you can help, and walk with them to the office.',
    ],
    ['3. Leaving', 'Lanyards go back to the office, and the time of leaving is written into the visitors book.'],
    [
      '4. Declaration',
      'I have read the Visitors Policy.',
      'I will stay with anybody whom I invite until they have left the school.',
    ],
  ]),
  'policies/visitors/asked.yaml': `
'1':
  heading: What a visitor does first
  asked:
    - where do visitors go when they come in?
    - who gives out the lanyards
'2':
  heading: Who stays with a visitor
  asked:
    - can my guest walk around on their own?
    - I met a stranger without a lanyard
`,
  'policies/first-aid/policy.yaml': `
id: first-aid
number: 12
title: First Aid Policy
owner: the first aid lead
ask:
  who: the first aid lead
  why: The first aid lead can tell you more about injuries and illness.
  cites: '1'
`,
  'policies/first-aid/2026-09.md': edition('first-aid', 'First Aid Policy', 12, [
    [
      '1. First aiders',
      'The first aid lead keeps a list of trained first aiders, which hangs in the staff room and in every science room.',
    ],
    [
      '2. When somebody is hurt',
      'Stay with the injured person and send somebody for a first aider. Do not give any medicine.',
      'After a knock to the head, the family is telephoned on the same day, however well the pupil feels.',
    ],
    ['3. Writing it down', 'Every injury is written into the accident book before the end of the day.'],
  ]),
  'policies/attendance/policy.yaml': `
id: attendance
number: 21
title: Attendance Policy
owner: the attendance officer
ask:
  who: the attendance officer
  why: The attendance officer can tell you more about absence and lateness.
  cites: '1'
declaration: '4'
`,
  'policies/attendance/2026-09.md': edition('attendance', 'Attendance Policy', 21, [
    [
      '1. Taking the register',
      'Tutors take the register in the first five minutes of the morning and of the afternoon. The attendance officer helps with codes.',
    ],
    ['2. Late pupils', 'A pupil who comes after the register has closed signs in at the office and is marked late.'],
    [
      '3. Absence without a reason',
      'When no reason is known by half past nine, the office telephones the family. After three days, the attendance officer visits.',
    ],
    [
      '4. Declaration',
      'I have read the Attendance Policy.',
      'I will take every register on time, and I will never mark a pupil present whom I have not seen.',
    ],
  ]),
}

function edition(
  policy: string,
  title: string,
  number: number,
  sections: readonly (readonly [heading: string, ...paragraphs: string[]])[],
): string {
  const text = sections.map(([heading, ...paragraphs]) => [`## ${heading}`, ...paragraphs].join('\n\n'))
  return `---
policy: ${policy}
edition: 2026-09
number: ${number}
title: ${title}
school: Meadow Lane School
wording: adopted
published: 2026-09-01
nextReview: 2027-09
---

${text.join('\n\n')}
`
}

/** Files of `count` more policies, each with a declaration, as a large school has. */
export function morePolicies(count: number): Readonly<Record<string, string>> {
  const files = Array.from({ length: count }, (_, at): [string, string][] => {
    const [id, title] = [`rules-${at + 1}`, `Rules for Room ${at + 1} Policy`]
    const text = ['I have read these rules.', `I will leave room ${at + 1} as I find it.`] as const
    return [
      [`policies/${id}/policy.yaml`, policyFile({ id, number: 100 + at, title })],
      [
        `policies/${id}/2026-09.md`,
        edition(id, title, 100 + at, [
          ['1. The room', 'Windows are closed at four.'],
          ['2. Declaration', ...text],
        ]),
      ],
    ]
  })
  return Object.fromEntries(files.flat())
}

function policyFile({ id, number, title }: { id: string; number: number; title: string }): string {
  return `
id: ${id}
number: ${number}
title: ${title}
owner: the caretaker
ask:
  who: the caretaker
  why: The caretaker looks after the rooms.
  cites: '1'
declaration: '2'
`
}

/**
 * The library that the bot reads there: the project's knowledge, overridden by the school's own. `more` adds or
 * replaces files.
 */
export function meadowLane(more: Readonly<Record<string, string>> = {}): Library {
  const own = Object.entries({ ...threePolicies, ...more }).map(([path, source]): KnowledgeFile => ({
    path,
    shown: `home/${path}`,
    source,
    own: true,
  }))
  const paths = new Set(own.map(({ path }) => path))
  const projects = findFiles({ root: '.', home: 'test/no-home' }).filter(({ path }) => !paths.has(path))
  const { library, problems } = readLibrary([...projects, ...own])
  if (library === undefined) throw new Error(problems.map(sayProblem).join('\n'))
  return library
}

/** Writes the home folder, for commands that read one. */
export function writeMeadowLane(home: string, more: Readonly<Record<string, string>> = {}): void {
  for (const [path, source] of Object.entries({ ...threePolicies, ...more })) {
    mkdirSync(dirname(join(home, path)), { recursive: true })
    writeFileSync(join(home, path), source)
  }
}
