// What an operator reads in the log: that something was heard or sent, by ids, and never what anybody said or is
// called.
import { expect } from 'chai'
import { play, stages } from '../kit/stages.ts'
import type { Hand } from '../kit/story.ts'

/** None of these words occurs anywhere else, so each is recognised wherever it leaks. */
const typed = {
  question: 'Can I post about Wilhelmina Quince-Fotheringay and her zephyrous gallimaufry?',
  urgent: 'a parent called Ozymandias Threlkeld threatened to stab me on facebook',
  draft: 'Ring Zebedee Quattlebaum on 07700 900123 or zebedee.q@example.org, he lives at RG22 4HS',
  concern: 'My worry is Xanthippe from the Crumpsall corridor',
  name: 'Peregrine Snodgrass',
  newName: 'Ada Lovelacewing',
  email: 'ada.lovelacewing@school.example',
  reason: 'She is having a splenectomy',
} as const
const words =
  /wilhelmina|quince|zephyrous|gallimaufry|ozymandias|threlkeld|stab me|zebedee|quattlebaum|07700|900123|example\.org|rg22|xanthippe|crumpsall|peregrine|snodgrass|lovelacewing|school\.example|splenectomy|priya|nair|daniel|hughes|joanne|clarke/i

describe('the operator’s log', () => {
  const onEvery = (what: string, tell: Parameters<typeof play>[1]) => {
    for (const stage of stages) it(`${stage.name}: ${what}`, () => play(stage, tell))
  }

  onEvery('has a line for what was heard, and nothing of it', async ({ teacher, starter, slt, world, stage }) => {
    await asks(teacher)
    await signs(starter)
    await manages(slt)
    const lines = world.logged.join('')
    expect(words.exec(lines)?.[0], lines).to.equal(undefined)
    const heard = world.logged.filter((line) => line.includes('heard and answered'))
    expect(heard.length).to.be.greaterThan(12)
    for (const line of heard) {
      const { event, platform, kind, replies, ...rest } = JSON.parse(line) as Record<string, unknown>
      expect(platform).to.equal(stage.platform)
      expect([typeof event, typeof kind, typeof replies]).to.eql(['string', 'string', 'number'])
      expect(Object.keys(rest)).to.have.members(['level', 'time', 'ms', 'msg'])
    }
  })

  onEvery('has why something was not answered, without what the reason quotes', async ({ teacher, world }) => {
    world.ports.store.keepQuestion = ({ text }) =>
      Promise.reject(
        Object.assign(new Error(`invalid input for column text: "${text}" from zebedee.q@example.org`), {
          code: '22P02',
          detail: `Failing row contains (${text}).`,
          cause: new SyntaxError(`Unexpected token 'W', "${text}" is not valid JSON`),
        }),
      )
    const { last } = await teacher.says(typed.question)
    expect(last.title).to.match(/went wrong|sorry/i)
    const line = world.logged.find((each) => each.includes('could not answer')) ?? ''
    expect(line).to.include('invalid input for column text').and.include('22P02').and.include('talk.ts')
    expect(words.exec(world.logged.join(''))?.[0]).to.equal(undefined)
  })
})

async function asks(hand: Hand): Promise<void> {
  await hand.says(typed.question)
  await hand.presses('It did not help')
  await hand.says(typed.urgent)
  await hand.says(`can I post this: ${typed.draft}`)
  await hand.says('can I post this?')
  await hand.fills({ 'Paste your draft (it is not kept)': typed.draft }, 'Look at my draft')
}

async function signs(hand: Hand): Promise<void> {
  const { last } = await hand.says('sign')
  const ticks = last.text.split('\n').filter((line) => /^I have read|^I understand that/.test(line))
  await hand.presses('Raise a concern')
  await hand.fills({ 'Your concern': typed.concern }, 'Send my concern')
  await hand.says('sign')
  await hand.fills(
    { ...Object.fromEntries(ticks.map((line) => [line, 'yes'])), 'Your name, typed in full': typed.name },
    'Sign',
  )
  await hand.presses('Yes, sign with this name')
}

async function manages(hand: Hand): Promise<void> {
  await hand.says('add a person')
  await hand.fills({ Name: typed.newName, 'Email address': typed.email }, 'Add them')
  await hand.presses('Excuse them')
  await hand.fills({ Why: typed.reason }, 'Excuse them')
}
