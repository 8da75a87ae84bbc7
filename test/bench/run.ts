// `npm run bench`: measures speed and cost, beside alternatives in the same run. It prints figures and no verdicts.
// Choose parts by name: `npm run bench -- slack teams`; `npm run bench -- soak 12` soaks for twelve minutes, and the
// soak only runs when named. `QUICK=1 npm run bench` only tries whether each part works; `PROFILE=20` shows where the
// time goes.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFiles } from '../../src/library/files.ts'
import { readLibrary } from '../../src/library/read.ts'
import { importInto } from '../kit/adopted.ts'
import { benchAnswers } from './answers.ts'
import { benchCheck } from './check.ts'
import { benchAnswersWorlds } from './answers-worlds.ts'
import { benchDelivery } from './delivery.ts'
import { benchDocuments } from './documents.ts'
import { benchEvidence, benchVerify } from './evidence.ts'
import { benchMemory } from './memory.ts'
import { benchMutants } from './mutants.ts'
import { benchPlanning } from './planning.ts'
import { benchQuestions } from './questions.ts'
import { benchSlack } from './slack.ts'
import { benchSoak } from './soak.ts'
import { benchStart } from './start.ts'
import { benchStrangers } from './strangers.ts'
import { benchTeams } from './teams.ts'
import { benchWorlds } from './worlds.ts'

const source = '../shared/policy/43-social-media-policy.txt'

const [minutes] = process.argv
  .slice(2)
  .filter((word) => /^\d+$/.test(word))
  .map(Number)

/** Each part is given an empty folder. */
const parts: Readonly<Record<string, (home: string) => AsyncIterable<string> | Promise<string[]>>> = {
  search: benchSearch,
  check: benchCheck,
  strangers: () => Promise.resolve([...benchStrangers()]),
  slack: () => benchSlack(),
  teams: () => benchTeams(),
  documents: () => benchDocuments(),
  evidence: benchEvidence,
  verify: benchVerify,
  planning: benchPlanning,
  delivery: benchDelivery,
  worlds: () => benchWorlds(),
  'answers-worlds': () => benchAnswersWorlds(),
  mutants: () => benchMutants(),
  memory: () => benchMemory(),
  start: benchStart,
  soak: (home) => benchSoak(home, minutes),
}
/** The soak takes an hour. */
const onlyByName = ['soak']

const asked = process.argv.slice(2).filter((word) => !/^\d+$/.test(word))
const unknown = asked.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. The parts are ${Object.keys(parts).join(', ')}.`)
  process.exit(1)
}
const homes = mkdtempSync(join(tmpdir(), 'policy-guide-bench-'))
try {
  for (const [name, bench] of Object.entries(parts)) {
    if (asked.length > 0 ? !asked.includes(name) : onlyByName.includes(name)) continue
    const home = join(homes, name)
    mkdirSync(home)
    const started = performance.now()
    const load = loadavg()[0] ?? 0
    console.log(`\n${name} (load ${load.toFixed(1)} on ${cpus().length} processors)`)
    for await (const line of await bench(home)) console.log(line)
    console.log(`  took ${((performance.now() - started) / 1000).toFixed(0)} s`)
    rmSync(home, { recursive: true, force: true })
  }
} finally {
  rmSync(homes, { recursive: true, force: true })
}

async function* benchSearch(homes: string): AsyncIterable<string> {
  for (const wording of ['restated', 'adopted'] as const) {
    const home = join(homes, wording)
    if (wording === 'adopted') {
      if (!existsSync(source)) {
        yield `adopted text: left out, because ${source} is not here`
        continue
      }
      await importInto(home, source)
    }
    const { library } = readLibrary(findFiles({ root: '.', home }))
    if (library === undefined) throw new Error('the knowledge has problems: run npm run inspect')
    yield `questions, ${wording} edition`
    yield* benchQuestions(library, new Date())
    yield `answers, ${wording} edition, from text to card`
    yield* await benchAnswers(library)
  }
}
