// The real urgent.yaml, with its own cases and the messages used to improve its groups. These guard it; they do not
// measure it.
import { expect } from 'chai'
import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { wordsOf } from '../../src/kit/text.ts'
import { inspectUrgent, readUrgent } from '../../src/library/urgent.ts'
import { compileUrgent } from '../../src/search/urgent.ts'

describe('knowledge/urgent.yaml', () => {
  const file = 'knowledge/urgent.yaml'
  const source = readFileSync(file, 'utf8')
  const { urgent = [], problems: unread } = readUrgent(file, source)
  const problems = [...unread, ...inspectUrgent(file, source)]
  const find = compileUrgent(urgent)
  const textOf = (id: string) => (urgent.find((kind) => kind.id === id)?.steps ?? []).map(({ text }) => text).join(' ')

  it('is sound, and every case holds', () => {
    expect(problems.map(({ line, what, fix }) => `${file}:${line} ${what}. ${fix}`)).to.deep.equal([])
  })

  it('puts the most serious first', () => {
    expect(urgent.map(({ id }) => id)).to.deep.equal(['child-in-danger', 'indecent-image', 'crisis', 'threat', 'abuse'])
  })

  it('tries each kind with at least 25 messages and 25 near misses', () => {
    for (const { id, cases } of urgent.filter((kind) => kind.id !== 'crisis')) {
      expect(cases.trigger.length, id).to.be.at.least(25)
      expect(cases.nearMiss.length, id).to.be.at.least(25)
    }
  })

  it('rests on 7.a and 7.b where the policy speaks', () => {
    const cited = (id: string) => urgent.find((kind) => kind.id === id)?.steps.flatMap(({ cites }) => cites?.section ?? [])
    expect(cited('child-in-danger')).to.include('7.b')
    expect(cited('indecent-image')).to.include('7.b')
    expect(cited('threat')).to.include.members(['7.a', '7.b'])
    expect(cited('abuse')).to.include.members(['7.a', '7.b'])
    expect(cited('crisis')).to.deep.equal([])
  })

  it('never advises a copy of an indecent image', () => {
    expect(textOf('indecent-image')).to.match(/Do not save/)
    for (const id of ['child-in-danger', 'indecent-image']) expect(textOf(id)).to.not.match(/screen-?print|(?<!not take a )screenshot of/i)
    // Steps that ask for screen-prints must state the exception too.
    for (const id of ['threat', 'abuse']) expect(textOf(id)).to.match(/screen-prints.*indecent image.*do not save/s)
  })

  const Message = z.object({ kind: z.string().nullable(), text: z.string() })
  const messages = readFileSync('test/knowledge/urgent-messages.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map((line) => Message.parse(JSON.parse(line)))
  it('finds urgent messages', () => {
    const missed = messages.filter(({ kind, text }) => kind !== null && find(text) === undefined)
    expect(missed.map(({ text }) => text)).to.deep.equal([])
  })
  it('lets all others pass', () => {
    const alarmed = messages.filter(({ kind, text }) => kind === null && find(text) !== undefined)
    expect(alarmed.map(({ text }) => text)).to.deep.equal([])
  })
  it('takes at least 97 of 100 for their own kind', () => {
    const told = messages.filter(({ kind }) => kind !== null)
    const right = told.filter(({ kind, text }) => find(text)?.id === kind)
    expect(right.length / told.length).to.be.at.least(0.97)
  })

  it('says nothing in the policy’s own words', function () {
    const source = '../shared/policy/43-social-media-policy.txt'
    if (!existsSync(source)) {
      console.log(`      not tried: ${source} is not here`)
      this.skip()
    }
    const runsOf = (text: string) => wordsOf(text).map((_, i, words) => words.slice(i, i + 7).join(' ')).filter((run) => run.split(' ').length === 7)
    const policy = new Set(runsOf(readFileSync(source, 'utf8')))
    const copied = urgent.flatMap(({ steps }) => steps.flatMap(({ text }) => runsOf(text))).filter((run) => policy.has(run))
    expect(copied).to.deep.equal([])
  })
})
