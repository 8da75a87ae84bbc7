// Backups in the office over HTTP: made and tried while the page waits, restored completely, and downloaded and deleted
// only by an administrator.
import { expect } from 'chai'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openHome } from '../../src/command/open-home.ts'
import { sha256 } from '../../src/kit/hash.ts'
import type { Browse } from '../kit/browse.ts'
import { restoreCommand } from '../../src/command/restore.ts'
import { run } from '../kit/command.ts'
import { press, serveOffice, words, type TestOffice } from '../kit/office.ts'
import { somebody } from '../kit/office-people.ts'

const name = 'policy-guide-2026-11-23T090000Z.db'

describe('the office: backups', () => {
  let office: TestOffice
  afterEach(() => office.close())

  const begin = async () => {
    office = await serveOffice([
      somebody('slt', 'Joanne Clarke', ['staff', 'slt']),
      somebody('admin', 'Ada Okafor', ['staff', 'administrator']),
      somebody('owner', 'Bo Lin', ['staff', 'policy-owner']),
    ])
    const which = {
      home: office.home,
      config: { databaseUrl: undefined },
      newId: randomUUID,
      clock: office.ports.clock,
    }
    await (await openHome(which)).close()
  }
  const settled = async (browser: Browse) => {
    // Looks at the page again and again, as the page's own script does, until it is done.
    const patience = 400
    for (let looks = 0; looks < patience; looks++)
      if (!words(await browser.open('/office/backups')).includes('is being made or tried')) return words(browser.page())
    throw new Error('It was never done.')
  }

  it('makes one, says when it was made and tried, and tries it again', async () => {
    await begin()
    const browser = await office.enter('slt')
    expect(words(await browser.open('/office/backups'))).to.include('There is none on this server yet')
    await browser.send(press(browser.page(), 'Make one now'))
    expect(await settled(browser))
      .to.include(name)
      .and.include('23 November 2026: when it was made')
    expect(statSync(join(office.home, 'backups', name)).mode & 0o077).to.equal(0)
    await browser.send(press(browser.page(), 'Try whether it can be restored'))
    expect(await settled(browser)).to.include('it could be restored')
    writeFileSync(join(office.home, 'backups', name), 'no database')
    await browser.send(press(browser.page(), 'Try whether it can be restored'))
    expect(await settled(browser)).to.include('cannot be restored')
  })

  it('is taken away and deleted by an administrator alone', async () => {
    await begin()
    const slt = await office.enter('slt')
    await slt.send(press(await slt.open('/office/backups'), 'Make one now'))
    await settled(slt)
    expect((await slt.raw(`/office/backups/${name}/file`)).status).to.equal(403)
    expect(words(slt.page())).to.not.include('Delete it')
    const admin = await office.enter('admin')
    const file = await admin.raw(`/office/backups/${name}/file`)
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 15)
        .toString(),
    ).to.equal('SQLite format 3')
    for (const other of ['..%2Fschool.yaml', 'tried.json', '.hidden.db'])
      expect((await admin.raw(`/office/backups/${other}/file`)).status, other).to.equal(404)
    const page = await admin.open('/office/backups')
    expect(words(await admin.send(press(page, 'Delete it')))).to.include('Tick the box')
    await admin.send(press(admin.page(), 'Delete it'), { sure: 'yes' })
    expect(existsSync(join(office.home, 'backups', name))).to.equal(false)
    expect((await (await office.enter('owner')).raw('/office/backups')).status).to.equal(403)
  })

  it('holds what the office keeps beside the knowledge, and a restore puts it back', async () => {
    await begin()
    const hash = sha256('before')
    const files = {
      [`history/${hash}`]: 'before',
      'people-columns.json': '{ "Role": "none" }',
      'proposed/list.json': '[]',
      [`proposed/${hash}.docx`]: 'a document',
      [`documents/visitors/${hash}.pdf`]: 'an original',
    }
    for (const [path, source] of Object.entries({ ...files, 'proposed/of nobody': 'x' })) {
      mkdirSync(dirname(join(office.home, path)), { recursive: true })
      writeFileSync(join(office.home, path), source)
    }
    const browser = await office.enter('slt')
    await browser.send(press(await browser.open('/office/backups'), 'Make one now'))
    await settled(browser)
    const empty = mkdtempSync(join(tmpdir(), 'restored-'))
    try {
      const restored = await run(restoreCommand, [join(office.home, 'backups', name)], { home: empty })
      expect(restored.status, restored.err.join()).to.equal(0)
      for (const [path, source] of Object.entries(files))
        expect(readFileSync(join(empty, path), 'utf8'), path).to.equal(source)
      expect(existsSync(join(empty, 'proposed/of nobody'))).to.equal(false)
    } finally {
      rmSync(empty, { recursive: true, force: true })
    }
  })
})
