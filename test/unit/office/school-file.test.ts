// school.yaml, changed by the office and by setup: values change, and every comment stays where it was.
import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { changeSchool } from '../../../src/office/school-file.ts'
import { parseDay } from '../../../src/kit/days.ts'

const shipped = readFileSync('knowledge/school.yaml', 'utf8')
const day = (text: string) => parseDay(text) ?? expect.fail(text)

/** The lines that only `before` has, and the lines that only `after` has. */
function changed(before: string, after: string) {
  const [was, is] = [before.split('\n'), after.split('\n')]
  return { gone: was.filter((line) => !is.includes(line)), come: is.filter((line) => !was.includes(line)) }
}

describe('changing school.yaml', () => {
  it('changes the values that are given, and no other line', () => {
    const contacts = { slt: { who: 'Mrs Clarke, the headteacher', how: 'Ring extension 4.' } }
    const { gone, come } = changed(shipped, changeSchool(shipped, { name: 'Hilltop School', contacts }))
    expect(come).to.deep.equal([
      'name: Hilltop School',
      '    who: Mrs Clarke, the headteacher',
      '    how: Ring extension 4.',
    ])
    expect(gone).to.have.length(3)
  })

  it('keeps the comment of each contact above it, at its depth', () => {
    const after = changeSchool(shipped, { name: 'Hilltop School' })
    expect(after).to.match(/^ {2}# Worries about a child's safety\.\n.*\n {2}safeguarding:$/m)
    expect(changeSchool(after, { name: 'Brighton Hill Community School' })).to.equal(shipped)
  })

  it('puts an empty line before a part that is new', () => {
    const terms = [{ from: day('2026-09-02'), to: day('2026-10-23') }]
    const after = changeSchool(shipped, { nation: 'wales', terms })
    expect(after).to.contain('\n\ncalendar:\n  bankHolidays: wales\n  terms:\n    - 2026-09-02 to 2026-10-23\n')
    expect(changed(shipped, after).gone).to.deep.equal([])
  })
})
