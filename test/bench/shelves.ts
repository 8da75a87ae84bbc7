// Shelves that nobody has curated: eight policies of invented schools, alone, as ten with the project's own and a quiet
// one, and as a hundred, with questions that people might type about them.
import { readdirSync, readFileSync } from 'node:fs'
import { openDesk } from '../../src/turn/desk.ts'
import { findFiles } from '../../src/library/files.ts'
import { readEdition } from '../../src/library/editions.ts'
import { readLibrary } from '../../src/library/read.ts'
import type { Library } from '../../src/turn/library.ts'
import type { Edition, Policy } from '../../src/policy/types.ts'
import type { SearchIndex } from '../../src/search/build.ts'
import { quietPolicies } from './quiet.ts'

export interface StrangersQuestion {
  readonly q: string
  /** Undefined where no policy covers it. */
  readonly covered: { readonly policy: string; readonly ref: string } | undefined
  /** Whether the question was looked at while the search was built. */
  readonly half: 'looked at' | 'only measured'
}

const folder = 'test/bench/strangers'
/** Questions about these policies were looked at; those about the other four were only measured. */
const lookedAt = ['absence', 'visits', 'devices', 'medical']

export function strangersQuestions(): StrangersQuestion[] {
  const lines = readFileSync(`${folder}/questions.txt`, 'utf8').trim().split('\n')
  let uncovered = 0
  return lines.flatMap((line): StrangersQuestion[] => {
    const [, where = '', q = ''] = /^([^#|]+)\|(.+)$/.exec(line) ?? []
    if (q === '') return []
    const [policy = '', ref = ''] = where.trim().split(' ')
    if (policy === '-')
      return [{ q: q.trim(), covered: undefined, half: ++uncovered <= 30 ? 'looked at' : 'only measured' }]
    return [{ q: q.trim(), covered: { policy, ref }, half: lookedAt.includes(policy) ? 'looked at' : 'only measured' }]
  })
}

export function strangersPolicies(): Policy[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => policyOf(editionFrom(name.replace('.md', ''), readFileSync(`${folder}/${name}`, 'utf8'))))
}

export interface Shelf {
  readonly name: string
  readonly policies: readonly Policy[]
  readonly index: SearchIndex
}

/** The project's own knowledge with these policies, and with its own policy if `own`. */
export function shelfOf(name: string, policies: readonly Policy[], { own = false } = {}): Shelf {
  const library = projectsOwn()
  const all = [...(own ? library.policies : []), ...policies]
  const index = openDesk({ ...library, policies: all })(new Date('2026-11-30T12:00:00Z')).index
  return { name, policies: all, index }
}

/** A shelf of `count` policies: the eight, the project's own, and quiet ones that no question is about. */
export function crowd(count: number): Shelf {
  const eight = strangersPolicies()
  return shelfOf(`${count} policies`, [...eight, ...quietPolicies(eight, count - eight.length - 1)], { own: true })
}

let known: Library | undefined
export function projectsOwn(): Library {
  if (known !== undefined) return known
  const { library, problems } = readLibrary(findFiles({ root: '.', home: 'test/no-home' }))
  if (library === undefined) throw new Error(problems.map(({ what }) => what).join('\n'))
  return (known = library)
}

export function policyOf(edition: Edition): Policy {
  return {
    id: edition.policy,
    number: undefined,
    title: edition.title,
    owner: 'The school office',
    ask: { who: 'the school office', why: 'The school office can help.', cites: edition.sections[0]?.ref ?? '1' },
    declaration: undefined,
    editions: [edition],
  }
}

/** Reads `# Title`, then `## 1 Heading` and `### 1.1 Heading` with their text. */
export function editionFrom(policy: string, source: string): Edition {
  const title = /^# (.+)$/m.exec(source)?.[1] ?? policy
  const body = source
    .replace(/^# .+\n/, '')
    .replace(
      /^(##+) ([\d.]+) (.+)$/gm,
      (_, marks: string, ref: string, heading: string) => `\n${marks} ${ref}. ${heading}\n`,
    )
  const record = `---\npolicy: ${policy}\nedition: '2026'\ntitle: ${title}\nwording: adopted\n---\n`
  const { edition, problems } = readEdition(`${policy}.md`, `${record}${body}`)
  if (edition === undefined || problems.some(({ warning }) => warning !== true))
    throw new Error(`${policy}: ${problems.map(({ what }) => what).join('; ')}`)
  return edition
}
