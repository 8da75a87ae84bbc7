// The rules of the house. Each is a function from the graph to its breaches, and says why it exists and how to mend a
// breach.
import ts from 'typescript'
import { deedsOf, portedTypes } from './acting.ts'
import { isBuiltin, isOurs, roomOf, type House, type Import, type Sources } from './house.ts'

export interface Rule {
  readonly name: string
  readonly why: string
  readonly fix: string
  breaches(house: House): readonly string[]
  /** Sources that break the rule, to prove that it notices. */
  readonly planted: readonly Sources[]
}

const only = (...files: readonly (readonly [path: string, source: string])[]): Sources => new Map(files)

export const rules: readonly Rule[] = [
  {
    name: 'the core is free of adapters',
    why: 'the core must not know which platforms and databases there are',
    fix: 'ask for a port in src/ports, or do it in src/command',
    breaches: (house) =>
      among(house, ({ from, to }) => from.startsWith('src/') && to.startsWith('adapters/') && !mayConnect(from)),
    planted: [
      only(['src/campaign/pause.ts', "import { openStore } from '../../adapters/store/store.ts'\n"]),
      only(['src/campaign/pause.ts', "import type { OpenStore } from '../../adapters/store/store.ts'\n"]),
      only(['src/digest/talk.ts', "export const late = () => import('../../adapters/slack/api.ts')\n"]),
    ],
  },
  {
    name: 'adapters see ports, the language of chats and the kit, and nothing else of the core',
    why: 'an adapter that sees a policy begins to decide',
    fix: 'put what it needs on the card, the event or a port',
    breaches: (house) =>
      among(house, ({ from, to }) => from.startsWith('adapters/') && to.startsWith('src/') && !isOpenToAdapters(to)),
    planted: [
      only(['adapters/slack/show.ts', "import { findSection } from '../../src/policy/force.ts'\n"]),
      only(['adapters/web/page.ts', "import type { Edition } from '../../src/policy/types.ts'\n"]),
    ],
  },
  {
    name: 'one adapter knows no other',
    why: 'platforms come and go one by one',
    fix: 'move what both need to src/chat or src/kit',
    breaches: (house) =>
      among(
        house,
        ({ from, to }) =>
          from.startsWith('adapters/') &&
          to.startsWith('adapters/') &&
          roomOf(from) !== roomOf(to) &&
          // Files directly in adapters/ serve all its rooms.
          !/^adapters\/[^/]+$/.test(to),
      ),
    planted: [only(['adapters/teams/show.ts', "import { tame } from '../slack/text.ts'\n"])],
  },
  {
    name: 'no arrow between rooms runs back up',
    why: 'rooms that need each other, if only by a type, are one room that cannot be understood in parts',
    fix: 'move the shared noun down, open the other feature by an action, or let src/app.ts bring the two together',
    breaches: ({ imports }) => circlesIn(imports, roomOf),
    planted: [
      only(
        ['src/kit/text.ts', "import type { Card } from '../chat/cards.ts'\n"],
        ['src/chat/cards.ts', "import { fold } from '../kit/text.ts'\n"],
      ),
      only(
        ['src/campaign/talk.ts', "import { showRegister } from '../register/cards.ts'\n"],
        ['src/register/cards.ts', "import type { View } from '../campaign/cards.ts'\n"],
      ),
    ],
  },
  {
    name: 'no files go round in a circle, of types either',
    why: 'files in a circle can only be understood all at once',
    fix: 'move the shared part to a file of its own',
    breaches: ({ imports }) => circlesIn(imports, (path) => path),
    planted: [
      only(
        ['src/digest/read.ts', "import { first } from './build.ts'\n"],
        ['src/digest/build.ts', "import type { Seen } from './read.ts'\n"],
      ),
    ],
  },
  {
    name: 'a decision reaches nothing of the world',
    why: 'a decision is a pure function of its arguments: that is how it can be tested, and believed',
    fix: 'take what it needs as an argument; act in a file whose name says so: talk, job, door, home, read-…, send-…',
    breaches: actingDecisions,
    planted: [
      only(['src/campaign/totals.ts', 'export const now = () => new Date()\n']),
      only(['src/campaign/totals.ts', 'export const luck = Math.random()\n']),
      only(['src/campaign/totals.ts', "import { readFileSync } from 'node:fs'\nreadFileSync('x')\n"]),
      only(['src/campaign/totals.ts', "import { debuglog } from 'node:util'\ndebuglog('x')('y')\n"]),
      only(
        [
          'src/ports/ports.ts',
          'export interface Mail { send(): Promise<void> }\nexport interface Ports { mail: Mail }\n',
        ],
        [
          'src/turn/turn.ts',
          "import type { Ports } from '../ports/ports.ts'\nexport interface Turn { ports: Ports }\n",
        ],
        [
          'src/campaign/totals.ts',
          "import type { Turn } from '../turn/turn.ts'\nexport const post = (turn: Turn) => turn.ports.mail.send()\n",
        ],
      ),
      only(
        ['src/ports/ports.ts', 'export interface Mail { send(): Promise<void> }\n'],
        [
          'src/campaign/types.ts',
          "import type { Mail } from '../ports/ports.ts'\nexport type Hidden = Pick<Mail, 'send'>\n",
        ],
        [
          'src/campaign/totals.ts',
          "import type { Hidden } from './types.ts'\nexport const post = (way: Hidden) => way.send()\n",
        ],
      ),
      only(
        ['src/campaign/send-mail.ts', 'export const sendMail = () => Date.now()\n'],
        [
          'src/campaign/totals.ts',
          "import { sendMail } from './send-mail.ts'\nexport const total = () => sendMail()\n",
        ],
      ),
    ],
  },
  {
    name: 'conversations meet through an action',
    why: 'a conversation that calls another knows its insides, and neither can change alone',
    fix: 'give the button an action of the other feature, or go on with turn.doors.follow',
    breaches: (house) =>
      among(
        house,
        ({ from, to, typeOnly }) =>
          !typeOnly && isTalk(from) && isTalk(to) && roomOf(from) !== roomOf(to) && roomOf(to) !== 'src/turn',
      ),
    planted: [
      only(['src/campaign/deeds-talk.ts', "import { openDigest } from '../digest/talk.ts'\n"]),
      only(['src/campaign/talk.ts', "import { askNudgeAll } from '../register/nudge-talk.ts'\n"]),
      only(['src/reminder/job.ts', "import { openRegister } from '../register/talk.ts'\n"]),
    ],
  },
  {
    name: 'a button’s action is made by its feature',
    why: 'only there the compiler knows what the action carries',
    fix: "make it with the maker of the feature's actions.ts, or with opening()",
    breaches: handMadeActions,
    planted: [only(['src/digest/cards.ts', "export const button = { label: 'x', action: { do: 'register' } }\n"])],
  },
  {
    name: 'a borrowed part stays in one file',
    why: 'so that it can be given back',
    fix: 'wrap it once and import the wrapper',
    breaches: spreadParts,
    planted: [only(['src/search/a.ts', "import lunr from 'lunr'\n"], ['src/search/b.ts', "import lunr from 'lunr'\n"])],
  },
  {
    name: 'a name leads to one file',
    why: 'barrels and default exports hide where something stands',
    fix: 'export by name from the file that says what it is',
    breaches: ({ files }) =>
      files
        .filter(({ path, source }) => /\/index\.ts$/.test(path) || /^export (default|\* from)/m.test(source))
        .map(({ path }) => path),
    planted: [only(['src/kit/index.ts', '']), only(['src/kit/x.ts', 'export default 1\n'])],
  },
  {
    name: 'an exported word of the core names one thing',
    why: 'whoever reads it elsewhere should know what is meant without looking where it comes from',
    fix: 'say which: a ReminderStep, a ReadingStep',
    breaches: wordsOfSeveralThings,
    planted: [
      only(['src/review/types.ts', 'export interface Step {}\n'], ['src/check/types.ts', 'export type Step = 1\n']),
      only(
        ['src/kit/x.ts', 'export function sayCount() {}\n'],
        ['src/digest/y.ts', 'export async function sayCount() {}\n'],
      ),
    ],
  },
  {
    name: 'beside the rooms of src stand four files',
    why: 'a file without a room belongs to nobody',
    fix: 'put it into the room of what it does',
    breaches: ({ files }) =>
      files
        .map(({ path }) => path)
        .filter((path) => /^src\/[^/]+$/.test(path) && !/^src\/(main|config|app|doors)\.ts$/.test(path)),
    planted: [only(['src/helpers.ts', ''])],
  },
]

/** A command may have the same name as its feature's door, because it is the same thing on the command line. */
function wordsOfSeveralThings({ files }: House): string[] {
  const places = new Map<string, Set<string>>()
  for (const { path, source } of files) {
    if (!path.startsWith('src/')) continue
    for (const [, word = '', is = ''] of source.matchAll(
      /^export (?:async )?(?:type|interface|const|class|function\*?) ([A-Za-z]+)(: Command\b| = door\()?/gm,
    )) {
      if (is !== '') continue
      places.set(word, (places.get(word) ?? new Set()).add(path))
    }
  }
  return [...places].filter(([, paths]) => paths.size > 1).map(([word, paths]) => `${word}: ${[...paths].join(', ')}`)
}

function mayConnect(from: string): boolean {
  return from === 'src/main.ts' || from.startsWith('src/command/')
}

/** Ports use these nouns, and database rows are parsed by their schemas. */
function isOpenToAdapters(to: string): boolean {
  return /^src\/(ports|chat|kit)\/|^src\/(journal\/(types|seal|tree)|standing\/(types|campaigns|totals)|people\/belongs)\.ts$/.test(
    to,
  )
}

function among({ imports }: House, rule: (each: Import) => boolean): string[] {
  return imports.filter(rule).map(({ from, to }) => `${from} → ${to}`)
}

/** Rooms whose job is to act. */
const actingRooms = /^src\/(ports|turn|outbox|proof|command|library|office)\/|^src\/(main|app|config|doors)\.ts$/
const actingNames = /\/(?:(?:[a-z-]+-)?(?:talk|job)|door|home|read|(?:read|send)-[a-z-]+)\.ts$/
/** A hash and the place of a font are the same on every call. */
const sameAlways = new Set([
  'src/kit/hash.ts',
  'src/kit/same.ts',
  'src/kit/letters.ts',
  'src/kit/lines.ts',
  'src/kit/pdf.ts',
  'src/kit/picture.ts',
])

function isActing(path: string): boolean {
  return !path.startsWith('src/') || actingRooms.test(path) || actingNames.test(path)
}

function actingDecisions(house: House): string[] {
  const ported = portedTypes(house)
  const deeds = deedsOf(house, ported)
  const decisions = house.files.map(({ path }) => path).filter((path) => !isActing(path) && !sameAlways.has(path))
  const own = decisions.flatMap((path) => (deeds.get(path) ?? []).map((deed) => `${path} ${deed}`))
  const borrowed = among(
    house,
    ({ from, to, typeOnly }) =>
      !typeOnly && decisions.includes(from) && isOurs(to) && (deeds.get(to)?.length ?? 0) > 0 && !sameAlways.has(to),
  )
  return [...own, ...borrowed]
}

function isTalk(path: string): boolean {
  return /^src\/.*\/(?:[a-z-]+-)?(?:talk|job)\.ts$/.test(path)
}

function handMadeActions({ files }: House): string[] {
  return files.flatMap(({ path, tree }) => {
    if (/^src\/chat\/(actions|opening)\.ts$|^src\/turn\/house\.ts$|^adapters\//.test(path)) return []
    const found: string[] = []
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAssignment(node) && node.name.getText() === 'do' && ts.isObjectLiteralExpression(node.parent))
        found.push(`${path}: ${node.parent.getText().slice(0, 60)}`)
      ts.forEachChild(node, visit)
    }
    visit(tree)
    return found
  })
}

function spreadParts({ imports }: House): string[] {
  const inManyPlaces = /^(zod|express|kysely|yaml|unified|@slack\/.*|remark.*|mdast.*|saxes|fflate)$/
  const users = new Map<string, Set<string>>()
  for (const { from, to, typeOnly } of imports) {
    if (isOurs(to) || isBuiltin(to) || typeOnly || inManyPlaces.test(to)) continue
    users.set(to, (users.get(to) ?? new Set()).add(from))
  }
  return [...users].filter(([, from]) => from.size > 1).map(([to, from]) => `${to} in ${[...from].join(', ')}`)
}

/** Every import cycle once, among the groups into which `nameOf` puts files. */
function circlesIn(imports: readonly Import[], nameOf: (path: string) => string): string[] {
  const next = new Map<string, Set<string>>()
  for (const { from, to } of imports) {
    if (!isOurs(to) || nameOf(from) === nameOf(to)) continue
    next.set(nameOf(from), (next.get(nameOf(from)) ?? new Set()).add(nameOf(to)))
  }
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (each: string, path: readonly string[]): void => {
    if (path.includes(each)) circles.push([...path.slice(path.indexOf(each)), each].join(' → '))
    else if (!done.has(each)) {
      for (const to of next.get(each) ?? []) visit(to, [...path, each])
      done.add(each)
    }
  }
  for (const each of next.keys()) visit(each, [])
  return circles
}
