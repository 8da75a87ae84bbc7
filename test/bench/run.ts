// `npm run bench`: how fast, how much, against whom. Figures only, no verdicts; alternatives run in the same process.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFiles } from '../../src/library/files.ts'
import { readLibrary } from '../../src/library/read.ts'
import { benchQuestions } from './questions.ts'
import { benchAnswers } from './answers.ts'
import { benchMemory } from './memory.ts'
import { benchSlack } from './slack.ts'
import { benchStart } from './start.ts'
import { importInto } from '../kit/adopted.ts'

const source = '../shared/policy/43-social-media-policy.txt'
const homes = mkdtempSync(join(tmpdir(), 'policy-guide-bench-'))
try {
  for (const wording of ['restated', 'adopted'] as const) {
    const home = join(homes, wording)
    if (wording === 'adopted') {
      if (!existsSync(source)) {
        console.log(`\nAdopted text: left out, because ${source} is not here.`)
        continue
      }
      await importInto(home, source)
    }
    const { library } = readLibrary(findFiles({ root: '.', home }))
    if (library === undefined) throw new Error('the knowledge has problems: run npm run inspect')
    console.log(`\nQuestions, ${wording} edition`)
    for (const line of benchQuestions(library, new Date())) console.log(line)
    console.log(`\nAnswers, ${wording} edition, from text to card`)
    for (const line of await benchAnswers(library)) console.log(line)
  }
  console.log('\nSlack')
  for (const line of [...(await benchSlack()), ...(await benchMemory())]) console.log(line)
  console.log('\nStart, web page alone')
  for (const line of await benchStart(join(homes, 'start'))) console.log(line)
} finally {
  rmSync(homes, { recursive: true, force: true })
}
