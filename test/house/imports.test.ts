// Who may import whom. Each failure says what, why and how to mend it.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { builtinModules } from 'node:module'
import { expect } from 'chai'

interface Import {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

const files = ['src', 'adapters'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => posix.join(folder, path.replaceAll('\\', '/'))),
)

const imports: Import[] = files.flatMap((from) => {
  const source = readFileSync(from, 'utf8')
  const stated = [...source.matchAll(/^(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?'([^']+)'/gm)]
  const dynamic = [...source.matchAll(/import\('([^']+)'\)/g)]
  return [
    ...stated.map(([, type, to = '']) => ({ from, to: resolve(from, to), typeOnly: type !== undefined })),
    ...dynamic.map(([, to = '']) => ({ from, to: resolve(from, to), typeOnly: false })),
  ]
})

function resolve(from: string, to: string): string {
  return to.startsWith('.') ? relative('.', join(dirname(from), to)).replaceAll('\\', '/') : to
}

/** The room of a file of ours, such as `src/kit`; a file beside the rooms is its own room. */
function roomOf(path: string): string {
  return path
    .split('/')
    .slice(0, path.split('/').length > 2 ? 2 : 3)
    .join('/')
}

function breaches(rule: (each: Import) => boolean): string[] {
  return imports.filter(rule).map(({ from, to }) => `${from} → ${to}`)
}

function expectNone(found: string[], why: string, fix: string) {
  expect(found, `\n  what: ${found.join('\n        ')}\n  why:  ${why}\n  fix:  ${fix}\n`).to.be.empty
}

const isOurs = (path: string) => path.startsWith('src/') || path.startsWith('adapters/')
const isBuiltin = (path: string) => path.startsWith('node:') || builtinModules.includes(path)
const isOutside = (path: string) => !isOurs(path)

describe('the house: who may import whom', () => {
  it('finds the files it is meant to judge', () => {
    expect(files).to.include.members(['src/app.ts', 'src/kit/text.ts', 'adapters/web/show.ts'])
    expect(imports.length).to.be.greaterThan(100)
  })

  it('keeps the core free of adapters', () => {
    expectNone(
      breaches(({ from, to }) => from.startsWith('src/') && to.startsWith('adapters/') && !mayConnect(from)),
      'the core must not know which platforms and databases there are',
      'ask for a port in src/ports.ts or src/evidence.ts, or do it in src/command/',
    )
  })

  const mayConnect = (from: string) => ['src/main.ts'].includes(from) || /^src\/(command|dev)\//.test(from)

  it('lets adapters see ports, the chat language and the kit, and nothing else of the core', () => {
    // Ports speak of these nouns, and a row of the database is parsed by their schema. A migration seals what it finds.
    const open = /^src\/((ports|evidence)\.ts|chat\/|kit\/|(journal|declaration|campaign)\/types\.ts|journal\/seal\.ts)/
    expectNone(
      breaches(({ from, to }) => from.startsWith('adapters/') && to.startsWith('src/') && !open.test(to)),
      'an adapter that sees a policy begins to decide',
      'put what it needs on the card, the event or a port',
    )
  })

  it('keeps one adapter from another', () => {
    expectNone(
      breaches(
        ({ from, to }) =>
          from.startsWith('adapters/') &&
          to.startsWith('adapters/') &&
          roomOf(from) !== roomOf(to) &&
          !['adapters/server.ts', 'adapters/wire.ts'].includes(to),
      ),
      'platforms come and go one by one',
      'move what both need to src/chat or src/kit',
    )
  })

  const lower: Record<string, RegExp> = {
    'src/kit': /^src\/kit\//,
    'src/chat': /^src\/(kit|chat)\//,
    'src/policy': /^src\/(kit|chat|policy)\/|^src\/turn\.ts/,
    'src/search': /^src\/(kit|chat|policy|search)\/|^src\/(turn|ports|evidence)\.ts/,
    'src/people': /^src\/(kit|chat|people)\/|^src\/(turn|ports|evidence)\.ts/,
    'src/journal': /^src\/(kit|chat|journal)\/|^src\/(ports|evidence)\.ts/,
    // Where somebody stands depends on who is asked; everything else about campaigns builds on signing.
    'src/declaration':
      /^src\/(kit|chat|policy|people|journal|declaration)\/|^src\/campaign\/(types|audience|due)\.ts|^src\/(turn|ports|evidence)\.ts/,
    'src/campaign': /^src\/(kit|chat|policy|people|journal|declaration|campaign)\/|^src\/(turn|ports|evidence)\.ts/,
    'src/check': /^src\/(kit|chat|policy|check)\/|^src\/(turn|ports|evidence)\.ts/,
    'src/review':
      /^src\/(kit|chat|policy|search|people|journal|declaration|campaign|reminder|review)\/|^src\/schedule\/(types|deliver)\.ts|^src\/(turn|ports|evidence)\.ts/,
    'src/digest':
      /^src\/(kit|chat|policy|search|people|journal|declaration|campaign|reminder|review|digest)\/|^src\/schedule\/(types|deliver)\.ts|^src\/(turn|ports|evidence)\.ts/,
    'src/reminder':
      /^src\/(kit|chat|policy|people|journal|declaration|campaign|reminder)\/|^src\/schedule\/(types|deliver)\.ts|^src\/(turn|ports|evidence)\.ts/,
    // The table of jobs is where the features' jobs come together.
    'src/schedule': /^src\/(kit|chat|schedule)\/|^src\/[a-z]+\/job\.ts|^src\/(turn|ports|evidence)\.ts/,
    'src/importer': /^src\/(kit|policy|library|importer)\//,
    'src/library':
      /^src\/(kit|policy|search|check|review|library)\/|^src\/journal\/types\.ts|^src\/people\/belongs\.ts/,
  }
  for (const [room, allowed] of Object.entries(lower)) {
    it(`lets ${room} import only what lies below it`, () => {
      expectNone(
        breaches(({ from, to }) => roomOf(from) === room && isOurs(to) && !allowed.test(to)),
        'rooms build on each other in one direction: kit, chat, policy, then search and check; people, journal, then declaration and campaign',
        'move the shared part down, or let src/app.ts bring the two together',
      )
    })
  }

  it('keeps decisions free of ports, node and the clock', () => {
    const acting =
      /\/(talk|job|files|write-file)\.ts$|^src\/(command|dev|library|importer)\/|^src\/(main|app|config|turn|desk|home|ports|evidence)\.ts$|^src\/schedule\//
    // Hashing is a pure function that only node has.
    // A hash and the place of a font are the same whenever they are asked for.
    const pure = new Set(['src/kit/hash.ts', 'src/kit/pdf.ts', 'src/kit/picture.ts'])
    const deciding = files.filter((file) => file.startsWith('src/') && !acting.test(file) && !pure.has(file))
    expectNone(
      breaches(
        ({ from, to, typeOnly }) =>
          deciding.includes(from) && !typeOnly && (isBuiltin(to) || /^src\/(ports|evidence)\.ts$/.test(to)),
      ),
      'a decision is a pure function of its arguments',
      'take what it needs as an argument; act in talk.ts or job.ts',
    )
    const readers = deciding.filter((file) =>
      /Date\.now\(|new Date\(\)|Math\.random\(|randomUUID/.test(readFileSync(file, 'utf8')),
    )
    expectNone(readers, 'time, ids and chance are arguments', 'take `now` or `newId` as an argument')
  })

  it('keeps one conversation from another', () => {
    expectNone(
      breaches(({ from, to }) => from.endsWith('/talk.ts') && to.endsWith('/talk.ts')),
      'conversations meet through an Action',
      'give the button an action of the other feature',
    )
  })

  it('borrows each outside library in few places', () => {
    const inManyPlaces = new Set(['zod', 'express', 'kysely', 'yaml', 'unified'])
    const users = new Map<string, Set<string>>()
    for (const { from, to, typeOnly } of imports) {
      if (
        !isOutside(to) ||
        isBuiltin(to) ||
        typeOnly ||
        inManyPlaces.has(to) ||
        to.startsWith('@slack/') ||
        to.startsWith('remark') ||
        to.startsWith('mdast')
      )
        continue
      users.set(to, (users.get(to) ?? new Set()).add(from))
    }
    const spread = [...users]
      .filter(([, from]) => from.size > 1)
      .map(([to, from]) => `${to} in ${[...from].join(', ')}`)
    expectNone(
      spread,
      'a borrowed part stays in one file, so that it can be given back',
      'wrap it once and import the wrapper',
    )
  })

  it('has no barrels, default exports or cycles', () => {
    expectNone(
      files.filter(
        (file) => /\/index\.ts$/.test(file) || /^export (default|\* from)/m.test(readFileSync(file, 'utf8')),
      ),
      'a name should lead to one file',
      'export by name from the file that says what it is',
    )
    expectNone(
      findCycles(),
      'files in a circle can only be understood all at once',
      'move the shared part to a file of its own',
    )
  })
})

/** Circles of imports that exist at run time; types alone make none. */
function findCycles(): string[] {
  const next = new Map<string, string[]>()
  for (const { from, to, typeOnly } of imports)
    if (!typeOnly && isOurs(to)) next.set(from, [...(next.get(from) ?? []), to])
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (file: string, path: string[]): void => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    else if (!done.has(file)) {
      for (const to of next.get(file) ?? []) visit(to, [...path, file])
      done.add(file)
    }
  }
  for (const file of next.keys()) visit(file, [])
  return cycles
}
