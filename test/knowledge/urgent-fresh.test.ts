// Messages that were written apart from urgent.yaml: how many urgent ones are found, how many others are taken for one, and
// whether anybody gets another victim's card. Of the half that was only measured the figures are printed.
import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { readUrgent } from '../../src/library/urgent.ts'
import { compileUrgent } from '../../src/search/urgent.ts'

const file = 'knowledge/urgent.yaml'
const { urgent = [] } = readUrgent(file, readFileSync(file, 'utf8'))
const find = compileUrgent(urgent)
const messages = readFileSync('test/knowledge/urgent-fresh.txt', 'utf8')
  .split('\n')
  .filter((line) => /^(?:look|measure) \|/.test(line))
  .map((line) => {
    const [half = '', kinds = '', text = ''] = line.split('|').map((part) => part.trim())
    return { half, kinds: kinds === '-' ? [] : kinds.split('/'), text, found: find(text) }
  })

function figures(half: string) {
  const mine = messages.filter((each) => each.half === half)
  const told = mine.filter(({ kinds }) => kinds.length > 0)
  const others = mine.filter(({ kinds }) => kinds.length === 0)
  return {
    recall: told.filter(({ found }) => found !== undefined).length / told.length,
    alarms: others.filter(({ found }) => found !== undefined).length / others.length,
    wrong: told.filter(({ kinds, found }) => found !== undefined && !kinds.includes(found.id)).map(({ text }) => text),
    count: [told.length, others.length],
  }
}

describe('messages apart from urgent.yaml', () => {
  it('are found, those that were looked at', () => {
    const { recall, alarms, wrong } = figures('look')
    expect(recall).to.be.at.least(0.92)
    expect(alarms).to.be.at.most(0.05)
    expect(wrong).to.deep.equal([])
  })

  it('are found as well as they are, those that were only measured', () => {
    const { recall, alarms, wrong, count } = figures('measure')
    console.log(
      `      recall ${recall.toFixed(3)} of ${count[0] ?? 0}, false alarms ${alarms.toFixed(3)} of ${count[1] ?? 0}, another victim’s card ${wrong.length}`,
    )
    // What was never looked at may be worse, but not by much.
    expect(recall).to.be.at.least(0.75)
    expect(alarms).to.be.at.most(0.15)
  })

  it('tell whoever has to deal with it how, and not the victim’s steps', () => {
    const steps = (text: string) => find(text)?.steps.map((step) => step.text).join(' ')
    const mine = steps('i have had threats from a parent')
    const theirs = steps('i am the head and one of my teachers has had threats from a parent, what should i do')
    expect(mine).to.include('Do not reply')
    expect(theirs).to.not.include('Do not reply')
    expect(theirs).to.include('designated safeguarding lead')
  })
})
