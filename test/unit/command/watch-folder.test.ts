// A watched folder proposes new and changed documents to policy owners, once each; none takes effect by itself.
import { expect } from 'chai'
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { watchFolder } from '../../../src/command/watch-folder.ts'
import { openProposedFiles, settleProposal } from '../../../src/office/proposals.ts'
import { theLibrary } from '../../kit/library.ts'
import { somebody } from '../../kit/office-people.ts'
import { memoryPorts, type TestPorts } from '../../kit/ports.ts'

describe('a watched folder', () => {
  let home: string
  let folder: string
  let memory: TestPorts
  const now = new Date('2026-11-23T10:00:00Z')
  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), 'watch-home-'))
    folder = mkdtempSync(join(tmpdir(), 'watch-'))
    memory = await memoryPorts('2026-11-23T10:00:00Z')
    await memory.ports.people.put([
      somebody('owner', 'Ada Okafor', ['staff', 'policy-owner']),
      somebody('slt', 'Joanne Clarke', ['staff', 'slt']),
    ])
    await memory.ports.directory.keep(
      { platform: 'slack', id: 'U1' },
      { name: 'Ada Okafor', email: 'owner@school.example', roles: ['staff'] },
    )
  })
  afterEach(async () => {
    await memory.close()
    for (const each of [home, folder]) rmSync(each, { recursive: true, force: true })
  })

  const put = (name: string, text: string, at: number) => {
    writeFileSync(join(folder, name), text)
    utimesSync(join(folder, name), at, at)
  }
  const names = () => openProposedFiles(home).map(({ name }) => name)
  const watch = (where: string | undefined = folder) =>
    watchFolder({ home, folder: where, ports: memory.ports, library: theLibrary })

  it('proposes a document once it is whole, tells its owner once, and proposes it again when it changes', async () => {
    const look = watch()
    put('Visitors.md', '# Visitors', 1_000)
    put('picture.png', 'none', 1_000)
    await look(now)
    expect(names()).to.deep.equal([])
    await look(now)
    await look(now)
    expect(names()).to.deep.equal(['Visitors.md'])
    expect(memory.posted.map(({ card }) => card.title)).to.deep.equal(['New documents to look at'])
    settleProposal(home, openProposedFiles(home)[0]?.sha256 ?? '', 'left')
    await look(now)
    const after = watch()
    await after(now)
    await after(now)
    expect(names()).to.deep.equal([])
    put('Visitors.md', '# Visitors, changed', 2_000)
    await after(now)
    await after(now)
    expect(names()).to.deep.equal(['Visitors.md'])
    expect(memory.posted).to.have.lengthOf(2)
  })

  it('waits with its word until somebody works, and bears a folder that is not there', async () => {
    const night = new Date('2026-11-23T23:00:00Z')
    const look = watch()
    put('Visitors.md', '# Visitors', 1_000)
    await look(night)
    await look(night)
    expect(names()).to.deep.equal(['Visitors.md'])
    expect(memory.posted).to.deep.equal([])
    await watch(join(folder, 'gone'))(night)
    await watch(undefined)(night)
    expect(names()).to.deep.equal(['Visitors.md'])
  })
})
