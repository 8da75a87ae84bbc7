// Messages that were written independently of urgent.yaml: how many urgent ones are found, how many others are taken
// for urgent, and whether anybody gets another victim's card. For the half that is only measured, the figures are
// printed.
import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import type { UrgentKind } from '../../src/search/types.ts'
import { findUrgent as find, lookedAt, messagesIn } from '../bench/urgent-messages.ts'

const messages = readFileSync('test/knowledge/urgent-fresh.txt', 'utf8')
  .split('\n')
  .filter((line) => /^(?:look|measure) \|/.test(line))
  .map((line) => {
    const [half = '', kinds = '', text = ''] = line.split('|').map((part) => part.trim())
    return { half, kinds: kinds === '-' ? [] : kinds.split('/'), text, found: find(text) }
  })

type Message = (typeof messages)[number]

/**
 * Whether the card is the one for doubt or the one for somebody who must deal with the matter: both give the child's
 * way first.
 */
function servesBoth(kind: UrgentKind): boolean {
  return kind.title === kind.inDoubt?.title || /pupil may be the one who is harmed/.test(kind.steps[1]?.text ?? '')
}

/** Whether a grown-up got a child's steps, or a child a grown-up's. */
function isAnothers({ kinds, found }: Message): boolean {
  if (found === undefined || servesBoth(found)) return false
  return !kinds.some((kind) => ofChild.has(kind) === ofChild.has(found.id))
}
const ofChild = new Set(['child-in-danger', 'indecent-image'])

function figures(half: string) {
  const mine = messages.filter((each) => each.half === half)
  const told = mine.filter(({ kinds }) => kinds.length > 0)
  const others = mine.filter(({ kinds }) => kinds.length === 0)
  return {
    recall: told.filter(({ found }) => found !== undefined).length / told.length,
    alarms: others.filter(({ found }) => found !== undefined).length / others.length,
    wrong: told.filter(isAnothers).map(({ text }) => text),
    both: told.filter(({ found }) => found !== undefined && servesBoth(found)).length,
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
    const { recall, alarms, wrong, both, count } = figures('measure')
    console.log(
      `      recall ${recall.toFixed(3)} of ${count[0] ?? 0}, false alarms ${alarms.toFixed(3)} of ${count[1] ?? 0}, another victim’s card ${wrong.length}, one that serves both ${both}`,
    )
    // The half that nobody looked at may do worse, but not by much.
    expect(recall).to.be.at.least(0.92)
    expect(alarms).to.be.at.most(0.05)
    expect(wrong).to.deep.equal([])
  })

  it('are few among what staff ask every day in words that look dangerous', () => {
    const innocent = messagesIn('urgent-innocent.txt')
    const alarmed = innocent.filter(({ text }) => find(text) !== undefined)
    console.log(`      ${alarmed.length} of ${innocent.length} harmless questions are taken for urgent`)
    expect(innocent.length).to.be.at.least(200)
    expect(alarmed.length / innocent.length).to.be.at.most(0.05)
  })

  it('are found where they were fitted on', () => {
    const all = lookedAt()
    const told = all.filter(({ kinds }) => kinds.length > 0)
    const others = all.filter(({ kinds }) => kinds.length === 0)
    expect(told.filter(({ text }) => find(text) !== undefined).length / told.length).to.be.at.least(0.98)
    expect(others.filter(({ text }) => find(text) !== undefined).length / others.length).to.be.at.most(0.03)
  })

  it('are few among what the benchmark asks of strangers’ policies', () => {
    const asked = readFileSync('test/bench/strangers/questions.txt', 'utf8')
      .split('\n')
      .filter((line) => line.includes('|') && !line.startsWith('#'))
      .map((line) => line.slice(line.indexOf('|') + 1).trim())
    const alarmed = asked.filter((text) => find(text) !== undefined)
    expect(alarmed.length / asked.length).to.be.at.most(0.05)
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
