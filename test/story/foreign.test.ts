// Another school's text replaces the sample, under the same id and with the same section numbers. Nothing that was
// written for the sample may be said about it until somebody at that school has confirmed it.
import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { createApp, type App } from '../../src/app.ts'
import type { Card } from '../../src/chat/cards.ts'
import { readingActions } from '../../src/reading/actions.ts'
import { pack } from '../../src/chat/actions.ts'
import { confirm, writeConfirmed } from '../../src/guide/confirm.ts'
import { findFiles, type KnowledgeFile } from '../../src/library/files.ts'
import { readLibrary } from '../../src/library/read.ts'
import type { Library } from '../../src/turn/library.ts'
import { theProjects } from '../kit/library.ts'
import { memoryPorts, type TestPorts } from '../kit/ports.ts'

const paragraphs: Readonly<Record<string, string>> = {
  '1. Why': 'Northgate Academy wants its staff to enjoy the Internet, and to come to no harm by what is written there.',
  '2. Accounts': 'The academy has one page, which the website editor keeps. Nobody opens another in its name.',
  '3. Pictures': 'A picture of a pupil goes online only when the family has said yes in writing this year.',
  '4. Friends': 'Nobody on the staff is a friend of a pupil on any network, nor of somebody who left within two years.',
  '5. Time': 'Private networks may be used in the lunch hour, in the staff room, on your own telephone.',
  '6.d Lost telephones': 'Whoever loses a telephone with school mail on it tells the network manager within the hour.',
  '7.b Passwords': 'Passwords are changed each term and told to nobody, however pleasantly somebody asks.',
  '8.1 Questions': 'The website editor answers questions about networks on Tuesdays after school in the library.',
  'A2 Further reading': 'The library keeps three books about life online, and the governors recommend all of them.',
  '9. Promise': 'I have read this and will keep to it, and I will ask the website editor when I am unsure of it.',
}
const text = Object.entries(paragraphs).map(([heading, each]) => `## ${heading}\n\n${each}`)
const policy = 'policies/social-media'
const imported = {
  [`${policy}/2026-09.md`]: `---
policy: social-media
edition: 2026-09
title: Social Media Policy
school: Northgate Academy
wording: adopted
published: 2026-09-01
---

${text.join('\n\n')}
`,
}

function northgate(more: Readonly<Record<string, string>> = {}): Library {
  const own = Object.entries({ ...imported, ...more }).map(([path, source]): KnowledgeFile => ({
    path,
    shown: `home/${path}`,
    source,
    own: true,
  }))
  const { library, problems } = readLibrary([...findFiles({ root: '.', home: 'test/no-home' }), ...own])
  if (library === undefined) throw new Error(problems.map(({ what }) => what).join('\n'))
  return library
}

/** Headings and questions of the sample. */
const headings = [...(theProjects().asked.get('social-media')?.values() ?? [])].map(({ heading }) => heading)
const questions = [...(theProjects().asked.get('social-media')?.values() ?? [])].flatMap(({ asked }) =>
  asked.slice(0, 3),
)

function lineWith(file: string, words: string): string {
  const path = `knowledge/policies/social-media/${file}`
  return `${path}:${readFileSync(path, 'utf8').split('\n').indexOf(words) + 1}`
}

describe('another school’s text in the place of the sample', () => {
  let test: TestPorts
  let app: App
  let ids = 0
  const at = {
    account: { platform: 'slack', id: 'U1' },
    place: { platform: 'slack', id: 'D1', kind: 'private' },
  } as const
  const open = (library: Library) => {
    app = createApp(test.ports, library)
  }
  const says = async (said: string): Promise<Card> => {
    const [reply] = await app.hear({ kind: 'said', id: `e${++ids}`, text: said, ...at })
    if (reply === undefined) throw new Error(`nothing was answered to ${said}`)
    return reply.card
  }
  const presses = async (packed: string) => {
    const [reply] = await app.hear({ kind: 'pressed', id: `e${++ids}`, packed, fields: {}, ...at })
    if (reply === undefined) throw new Error('nothing was answered')
    return reply.card
  }
  const read = (card: Card) => JSON.stringify(card)
  beforeEach(async () => {
    test = await memoryPorts()
    await test.ports.directory.keep(at.account, { name: 'Priya Nair', email: undefined, roles: ['staff'] })
    open(northgate())
  })
  afterEach(() => test.close())

  it('shows none of the sample’s headings, whatever is asked or read', async () => {
    const cards = await Promise.all(questions.map(says))
    for (const [heading] of Object.entries(paragraphs)) {
      const section = heading.split(/\.? /)[0] ?? ''
      cards.push(await presses(pack(readingActions('read', { policy: 'social-media', edition: '2026-09', section }))))
    }
    const shown = cards.map(read).join('\n')
    expect(headings.filter((heading) => shown.includes(heading))).to.deep.equal([])
    expect(shown).to.include('told to nobody')
  })

  it('asks nobody to sign what stands where the sample’s declaration stood', async () => {
    for (const said of ['sign', 'read and sign']) {
      const card = read(await says(said))
      expect(card).not.to.include('three books')
      expect(card).to.match(/[Nn]ot ready to sign|no declaration to sign|nothing to sign/i)
    }
  })

  it('does not say that a section names whom to ask', async () => {
    const card = read(await presses(pack(readingActions('whom', { policy: 'social-media' }))))
    expect(card).not.to.include('The declaration says').and.not.include('A2')
  })

  it('still helps in an urgent matter, without putting it down to a policy that does not say so', async () => {
    const card = await says('a parent threatened to stab me on facebook')
    expect(card.tone).to.equal('urgent')
    expect(read(card)).not.to.match(/Social Media Policy \d|Read \d/)
  })

  it('lists what waits, each with its line and what to do', () => {
    const { waiting = [] } = northgate()
    expect(waiting.map(({ file, line }) => `${file}:${line}`)).to.include.members([
      lineWith('policy.yaml', 'declaration: A2'),
      lineWith('asked.yaml', "'6.d':"),
    ])
    expect(waiting[0]?.fix).to.include('npm run policy -- confirm social-media declaration 9.')
    expect(waiting.every(({ warning }) => warning)).to.equal(true)
  })

  it('has the right words signed once somebody has confirmed them', async () => {
    const [given] = northgate().policies
    const [edition] = given?.editions ?? []
    const found = given && edition && confirm(given, { use: 'declaration', refs: ['9'] }, edition)
    if (found?.kind !== 'confirmed') throw new Error('it was not confirmed')
    open(northgate({ [`${policy}/confirmed.yaml`]: writeConfirmed(found.confirmed) }))
    expect(read(await says('sign')))
      .to.include('will ask the website editor')
      .and.not.include('three books')
  })
})
