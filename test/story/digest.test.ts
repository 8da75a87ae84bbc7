// SLT asks how things stand: the digest, its parts, and who may not see it, on every platform; and who sees it in a
// channel.
import { expect } from 'chai'
import { createApp } from '../../src/app.ts'
import { pack } from '../../src/chat/actions.ts'
import type { Account, Place } from '../../src/chat/people.ts'
import { theLibrary } from '../kit/library.ts'
import { memoryPorts } from '../kit/ports.ts'
import { story } from '../kit/stages.ts'
import type { Hand } from '../kit/story.ts'

async function opensCampaign(slt: Hand): Promise<void> {
  await slt.says('campaigns')
  await slt.fills({ 'Who is asked': 'all', 'By which day': '27/11/2026' }, 'Open the campaign')
  await slt.presses('Open it')
}

describe('the digest', () => {
  story('SLT asks for the digest, and sees who has signed by group, in words too', async ({ slt }) => {
    await opensCampaign(slt)
    const { last } = await slt.says('digest')
    expect(last.title).to.include('Digest, 23 November 2026')
    expect(last.text).to.match(/Social Media Policy: 0 of [34] have signed \(0%\)\./)
    expect(last.text).to.match(/(No group yet|Teaching)[^]*0 of \d (has|have) signed/)
    expect(last.text).to.include('Staff were asked to sign the Social Media Policy by 27 November 2026.')
    expect(last.text).to.include('overdue by 10 years')
    expect(last.text)
      .to.match(/its seal begins with [0-9a-f]{8}\./)
      .and.not.include('npm run')
    expect((await slt.presses('The journal’s seal')).last.text).to.match(/seal [0-9a-f]{64}/)
  })

  story('SLT opens who is overdue and what was asked, and comes back', async ({ slt, teacher, world }) => {
    await opensCampaign(slt)
    await teacher.says('Can Liam Smith of 12 Oak Tree Road park his helicopter? Ring 07700 900 123')
    world.clock.set('2026-11-30T09:00:00Z')
    const short = await slt.says('digest')
    expect(short.last.text).to.match(/[34] people are overdue\./)
    expect(short.last.text).to.not.match(/Priya|Daniel/)
    const overdue = await slt.presses('Who is overdue')
    expect(overdue.last.text).to.match(/Priya Nair: [a-z ]+, asked, not begun, due 27 November 2026/)
    await slt.presses('Back to the digest')
    const questions = await slt.presses('Questions')
    expect(questions.last.text).to.match(/\[…\].*helicopter/)
    expect(questions.last.text).to.not.match(/Liam|Smith|Oak|07700/)
    const back = await slt.presses('Back to the digest')
    expect(back.last.title).to.include('Digest, 30 November 2026')
  })

  story('a concern stands in the digest with its words, and no name on its first page', async ({ slt, starter }) => {
    await opensCampaign(slt)
    await starter.says('sign')
    await starter.presses('Raise a concern')
    await starter.fills({ 'Your concern': 'It asks too much of my weekends.' }, 'Send my concern')
    const short = await slt.says('digest')
    expect(short.last.text).to.include('1 concern, question to you or refusal came in.').and.not.include('weekends')
    const { last } = await slt.presses('Concerns and refusals')
    expect(last.text).to.include('Priya Nair raised a concern about the Social Media Policy on 23 November 2026.')
    expect(last.text).to.include('“It asks too much of my weekends.”')
  })

  story('nobody but SLT sees the digest', async ({ slt, teacher }) => {
    await opensCampaign(slt)
    const { last } = await teacher.says('digest')
    expect(last.title).to.equal('That is not open to everybody')
    expect(last.text).to.include('The digest is for the senior leadership team or an administrator.')
    expect((await teacher.says('help')).last.text).to.not.include('“digest”')
    expect((await slt.says('help')).last.text).to.include('Say “digest” to see how things stand this week.')
  })

  it('is shown to SLT alone where others can read, and no forged button opens it to others', async () => {
    const test = await memoryPorts()
    try {
      const app = createApp(test.ports, theLibrary())
      const boss: Account = { platform: 'slack', id: 'U9' }
      const staff: Account = { platform: 'slack', id: 'U1' }
      const channel: Place = { platform: 'slack', id: 'C1', kind: 'shared', thread: '1.2' }
      await test.ports.directory.keep(boss, { name: 'Joanne Clarke', email: 'jo@x.uk', roles: ['slt'] })
      await test.ports.directory.keep(staff, { name: 'Priya Nair', email: 'p@x.uk', roles: ['staff'] })
      let ids = 0
      const about = (account: Account) => ({ id: `e${++ids}`, account, place: channel })
      const asked = await app.hear({ kind: 'said', ...about(boss), text: 'digest' })
      expect(asked.map(({ to, card }) => [to, card.title])).to.deep.equal([['person', 'Digest, 23 November 2026']])
      const packed = pack({ do: 'digest-details', part: 'overdue', since: '2026-11-16' })
      const opened = await app.hear({ kind: 'pressed', ...about(boss), packed, fields: {} })
      expect(opened.map(({ to }) => to)).to.deep.equal(['person'])
      const home = async (account: Account) => {
        const place = { platform: 'slack', id: account.id, kind: 'private' } as const
        return JSON.stringify(await app.hear({ kind: 'opened', surface: 'home', ...about(account), place }))
      }
      expect(await home(boss)).to.include('Show the digest')
      expect(await home(staff)).to.not.include('digest')
      for (const forged of [packed, pack({ do: 'digest' }), pack({ do: 'digest', since: '2026-11-16' })]) {
        const refused = await app.hear({ kind: 'pressed', ...about(staff), packed: forged, fields: {} })
        expect(refused.map(({ to, card }) => [to, card.title])).to.deep.equal([
          ['person', 'That is not open to everybody'],
        ])
      }
    } finally {
      await test.close()
    }
  })
})
