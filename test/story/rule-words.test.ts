// Another school's text was imported: an owner sees which words are proposed for the rules that are off, leaves one out
// and confirms the rest, in a chat, on every platform.
import { expect } from 'chai'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rulesToConfirm } from '../../src/check/propose.ts'
import { loadLibrary } from '../../src/command/knowledge.ts'
import { ruleWordsIn } from '../../src/office/rule-words.ts'
import { latestEdition } from '../../src/policy/force.ts'
import type { Library } from '../../src/turn/library.ts'
import { importFourSections, importInto } from '../kit/four-sections.ts'
import { serveOffice } from '../kit/office.ts'
import { somebody } from '../kit/office-people.ts'
import { story } from '../kit/stages.ts'
import { handOf } from '../kit/web.ts'
import type { Hand, StageOptions } from '../kit/story.ts'

const file = 'scenarios/can-i-post-this.words.yaml'
let home = ''
let library: Library

function off(from = loadLibrary({ root: '.', home })) {
  const policy = from.policies.find(({ id }) => id === 'social-media')
  return policy === undefined
    ? []
    : rulesToConfirm([...from.scenarios, ...(from.idle ?? [])], latestEdition(policy)).map(({ rule }) => rule.id)
}

/** Looks through all of them and confirms at the end. */
async function confirmsAll(owner: Hand) {
  for (;;) {
    const label = (await owner.screen()).last.buttons.find((each) => each.startsWith('Confirm all '))
    if (label !== undefined) return { done: await owner.presses(label), all: Number(label.replace('Confirm all ', '')) }
    await owner.presses('Show the next')
  }
}

/** Read when a story begins: only then is the home there. */
const imported: StageOptions = {
  get library() {
    return library
  },
  around: (ports) => ({
    ...ports,
    ruleWords: ruleWordsIn({ home, root: '.', renew: () => undefined, shared: undefined, ports }),
  }),
}

describe('words that rules rest on', function () {
  before(async () => {
    home = (await importFourSections()).home
    library = loadLibrary({ root: '.', home })
  })
  afterEach(() => rmSync(join(home, 'scenarios'), { recursive: true, force: true }))
  after(() => rmSync(home, { recursive: true, force: true }))

  story(
    'an owner leaves one out and confirms the rest with one press',
    async ({ slt, world, stage }) => {
      const { last } = await slt.says('rules')
      expect(last.title).to.include('What rules rest on: Social Media Policy')
      expect(last.text)
        .to.match(/\d+ rules of the checks are off/)
        .and.match(/Rested on [\w.]+: “/)
        .and.match(/Found in section \d/)
      const out = last.buttons.find((label) => label.startsWith('Leave out ')) ?? ''
      const number = Number(out.replace('Leave out ', ''))
      const left = off(library)[number - 1] ?? ''
      expect(last.buttons.some((label) => label.startsWith('Confirm'))).to.equal(false)
      const fewer = await slt.presses(out)
      expect(fewer.last.buttons).to.include(`Take ${number} in again`)
      expect(fewer.last.text).to.include(`Rule ${number} (left out): `)
      const { done, all } = await confirmsAll(slt)
      // The web page's people are invented here, so their confirmation does not count.
      if (stage.platform === 'web') {
        expect(done.last.text).to.include('An invented person confirms nothing')
        expect(existsSync(join(home, file))).to.equal(false)
        return
      }
      expect(done.last.text)
        .to.include(`${all} rules rest on words of the Social Media Policy from now on`)
        .and.include('the journal says that you confirmed it')
      expect(off()).to.have.length(off(library).length - all)
      expect(off()).to.include(left)
      const entries = await world.ports.journal.happened({ kinds: ['knowledge-changed'], most: 9 })
      const people = await world.ports.people.list({ practice: false, most: 100 })
      const joanne = people.find(({ name }) => name === 'Joanne Clarke')?.id
      const found = entries
        .map(({ fact }) => fact)
        .find((each) => each.kind === 'knowledge-changed' && each.file === file)
      expect(found).to.include({ by: joanne })
    },
    imported,
  )

  story(
    'the review pack leads there, and nobody else comes in',
    async ({ slt, teacher }) => {
      const review = await slt.says('review')
      expect(review.last.text).to.match(/\d+ rules of the checks are off until somebody confirms their words/)
      const { last } = await slt.presses('What rules rest on')
      expect(last.title).to.include('What rules rest on: Social Media Policy')
      const other = await teacher.says('confirm the rule words')
      expect(other.last.title).to.not.include('What rules rest on')
    },
    imported,
  )

  story('where every rule has its words, nothing waits', async ({ slt }) => {
    expect((await slt.says('rules')).last.title).to.include('Nothing is waiting')
  })

  story(
    'what could not be kept is said, and nothing is written',
    async ({ slt, stage }) => {
      if (stage.platform === 'web') return
      writeFileSync(join(home, 'words.yaml'), 'nonsense: [')
      try {
        await slt.says('rules')
        expect((await confirmsAll(slt)).done.last.text).to.include('That could not be kept')
        expect(existsSync(join(home, file))).to.equal(false)
      } finally {
        rmSync(join(home, 'words.yaml'))
      }
    },
    imported,
  )

  it('counts at once on the web page of a school, without a restart', async () => {
    const office = await serveOffice([somebody('owner', 'Daniel Hughes', ['staff', 'policy-owner'])])
    try {
      expect((await importInto(office.home)).status).to.equal(0)
      office.live.renew()
      const before = off(office.live.now()).length
      const owner = handOf(await office.enter('owner'))
      await owner.says('rules')
      await owner.says('rules')
      const { done, all } = await confirmsAll(owner)
      expect(done.last.title).to.include('Confirmed')
      expect(off(office.live.now())).to.have.length(before - all)
      const [entry] = await office.ports.journal.happened({ kinds: ['knowledge-changed'], most: 1 })
      expect(entry?.fact).to.include({ by: 'owner' })
      // The button belongs to the first of the two cards, which was shown before the confirmation.
      const old = await owner.presses('Show the next')
      expect(old.last.text).to.include('The list has changed meanwhile').and.not.include('Found in section')
      const again = await owner.says('rules')
      expect(again.last.text).to.not.include('Found in section')
    } finally {
      await office.close()
    }
  })
})
