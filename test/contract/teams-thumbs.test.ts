// Teams's own thumbs below an answer: what they mean, where there are buttons instead, and what happens to the words
// sent with them.
import { DatabaseSync } from '@photostructure/sqlite'
import { expect } from 'chai'
import { join } from 'node:path'
import { z } from 'zod'
import { createApp } from '../../src/app.ts'
import { StoreTrouble } from '../../src/ports/trouble.ts'
import type { Thumbs } from '../../src/ports/thumbs.ts'
import { aFolder } from '../kit/databases.ts'
import { fieldsOf } from '../kit/json.ts'
import { theLibrary } from '../kit/library.ts'
import { memoryPorts } from '../kit/ports.ts'
import { teamsbot } from '../kit/teams/teamsbot.ts'

const question = 'Do I have to sign something to say I have read the policy?'
const since = new Date('2026-01-01T00:00:00Z')

describe('teams: thumbs under an answer', () => {
  it('stand in place of the buttons, and rate the question without a name', async () => {
    const { world, ada, settled } = await open()
    await ada.says(question)
    await settled()
    expect(ada.newest()).to.include({ thumbs: true })
    expect(labels(ada.newest())).not.to.include.members(['This helped'])
    expect(labels(ada.newest())).to.include('Read the whole section')
    const sent = world.bot.teams.callsOf('send').at(-1)
    expect(fieldsOf(sent?.body['channelData'])).to.deep.equal({ feedbackLoop: { type: 'default' } })

    const answered = await ada.thumbs('dislike')
    await settled()
    expect([answered.status, answered.answer]).to.deep.equal([200, {}])
    expect(ada.newest()?.text).to.contain('Sorry that did not help')
    expect(await world.unhelpful()).to.deep.equal([question])
    await ada.thumbs('like')
    await settled()
    expect(ada.newest()?.text).to.contain('Good to know')
    expect(await world.unhelpful()).to.deep.equal([])
    expect(world.bot.teams.warnings).to.deep.equal([])
    const kept = world.rows('thumbs')
    expect(kept).to.have.lengthOf(1)
    expect(JSON.stringify(kept)).not.to.match(new RegExp([ada.id, ada.aadId, ada.name].join('|')))
    await world.close()
  })

  it('are not used on a phone, nor where Teams does not say in which client somebody is', async () => {
    const { world, ada, settled } = await open()
    ada.uses('phone')
    await ada.says(question)
    await settled()
    expect(ada.newest()).to.include({ thumbs: false })
    expect(labels(ada.newest())).to.include.members(['This helped', 'It did not help'])
    await ada.presses('It did not help')
    await settled()
    expect(await world.unhelpful()).to.deep.equal([question])
    await world.bot.teams.sends({ type: 'message', text: question, entities: [] }, { from: ada })
    await settled()
    expect(labels(ada.newest())).to.include('This helped')
    expect(world.rows('thumbs')).to.deep.equal([])
    await world.close()
  })

  it('something urgent that is written beside one gets help at once, and no word of it is kept or logged', async () => {
    const urgent = 'a pupil told me today that she wants to kill herself tonight, zanzibar'
    const { world, ada, settled } = await open()
    await ada.says(question)
    await settled()
    await ada.thumbs('dislike', urgent)
    await settled()
    expect(ada.newest()?.text).to.match(/999|safeguarding/i)
    expect(await world.unhelpful()).to.deep.equal([question])
    expect(world.everything()).not.to.contain('zanzibar')
    await world.close()
  })

  it('anything else that is written beside one is not kept, and the answer says so', async () => {
    const { world, ada, settled } = await open()
    await ada.says(question)
    await settled()
    await ada.thumbs('like', 'It named the section at once, zanzibar')
    await settled()
    expect(ada.newest()?.text).to.contain('not kept')
    expect(world.everything()).not.to.contain('zanzibar')
    await world.close()
  })

  it('what is too old to be known is said so, and an urgent matter beside it still gets help', async () => {
    const { world, ada, settled } = await open()
    await ada.says(question)
    await settled()
    await world.memory.ports.store.forgetBefore(new Date('2099-01-01T00:00:00Z'))
    expect(world.rows('thumbs')).to.deep.equal([])
    await ada.thumbs('like')
    await settled()
    expect(ada.newest()?.text).to.contain('out of date')
    await ada.thumbs('dislike', 'There is a fire in the science block')
    await settled()
    expect(ada.newest()?.text).to.contain('999')
    await world.close()
  })

  it('where the store is in trouble, help still comes', async () => {
    const trouble = () => Promise.reject(new StoreTrouble(new Error('no disk')))
    const { world, ada, settled } = await open({ keep: trouble, find: trouble })
    await ada.says(question)
    await settled()
    expect(ada.newest()?.text).to.contain('sign')
    await ada.thumbs('dislike', 'There is a fire in the science block')
    await settled()
    expect(ada.newest()?.text).to.contain('999')
    await world.close()
  })

  it('in a channel one person’s thumb is answered to that person alone', async () => {
    const { world, ada, settled } = await open()
    const staffRoom = world.bot.teams.channel('General', { members: [ada] })
    await ada.mentions(question, { in: staffRoom })
    await settled()
    const before = world.bot.teams.messagesIn(staffRoom).length
    await ada.thumbs('dislike')
    await settled()
    expect(world.bot.teams.messagesIn(staffRoom)).to.have.lengthOf(before)
    expect(world.bot.teams.messagesIn(ada).at(-1)?.summary).to.contain('Sorry that did not help')
    await world.close()
  })
})

type Database = InstanceType<typeof DatabaseSync>
const Rows = z.array(z.record(z.string(), z.unknown()))

async function open(thumbs?: Thumbs) {
  const file = join(aFolder(), 'policy-guide.db')
  const memory = await memoryPorts('2026-09-03T09:00:00Z', file)
  const { clock, log, directory, addresses, store } = memory.ports
  const given = { thumbs: thumbs ?? memory.thumbs }
  const bot = await teamsbot({ ...given, clock, log, directory, addresses, store, take: (event) => app.take(event) })
  const app = createApp({ ...memory.ports, chat: bot.connection.chat }, theLibrary())
  const ada = bot.teams.user('Ada Teacher')
  await ada.installs()
  await bot.teams.settled()
  const read = <T>(work: (db: Database) => T): T => {
    const db = new DatabaseSync(file, { readOnly: true })
    const found = work(db)
    db.close()
    return found
  }
  const rowsIn = (db: Database, table: string) => Rows.parse(db.prepare(`select * from "${table}"`).all())
  const tables = `select name from sqlite_master where type = 'table'`
  const world = {
    bot,
    memory,
    rows: (table: string) => read((db) => rowsIn(db, table)),
    /** Everything that is kept and everything that was logged. */
    everything: () =>
      JSON.stringify([
        read((db) => Rows.parse(db.prepare(tables).all()).map((row) => rowsIn(db, String(row['name'])))),
        memory.logged,
        bot.logged,
      ]),
    unhelpful: async () => (await store.questions({ which: 'unhelpful', since, most: 9 })).map(({ text }) => text),
    close: async () => {
      await bot.stop()
      await memory.close()
    },
  }
  return { world, ada, settled: () => bot.teams.settled() }
}

function labels(seen: { readonly buttons: readonly { readonly label: string }[] } | undefined): readonly string[] {
  return seen?.buttons.map(({ label }) => label) ?? []
}
