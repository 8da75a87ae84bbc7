// Each slip in a list is made in one file, and the tests of that room must fail. They all run in one other process;
// `npm run bench -- mutants` makes every slip that there is.
import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { keptMutants } from '../kit/mutants/list.ts'
import { runMutants, type Outcome } from '../kit/mutants/with.ts'

describe('the tests notice', () => {
  let outcomes: readonly Outcome[]
  before(async function () {
    this.timeout(0)
    outcomes = await runMutants([...[...rooms].map(unchanged), ...keptMutants])
  })
  const rooms = new Set(keptMutants.map(({ tests }) => tests))

  it('nothing where nothing is changed', () => {
    expect(outcomes.slice(0, rooms.size).filter(({ passed }) => !passed)).to.deep.equal([])
  })

  for (const [at, { file, was, harm }] of keptMutants.entries())
    it(`that ${harm}`, () => {
      const text = readFileSync(file, 'utf8')
      expect(text.split(was), `${file} no longer has one “${was}”: write the slip anew`).to.have.length(2)
      expect(outcomes[rooms.size + at], `no test of ${file} fails with it`).to.deep.include({ passed: false })
    })
})

function unchanged(tests: readonly string[]) {
  return { file: 'src/kit/never.ts', was: '', becomes: '', at: 0, tests }
}
