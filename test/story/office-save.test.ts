// What the office writes and what the journal says of it are one thing, also where the journal cannot be written.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect } from 'chai'
import { sha256 } from '../../src/kit/hash.ts'
import { latestChanges, saveAll, undo, type Saving } from '../../src/office/save.ts'
import { memoryPorts } from '../kit/ports.ts'
import { threePolicies } from '../kit/three-policies.ts'

const insider = { by: 'ada' }
const [one, two] = ['policies/visitors/policy.yaml', 'policies/visitors/2026-09.md'] as const

describe('A file that the office writes', () => {
  let close: () => Promise<void>
  let home: string
  let saving: Saving
  /** The record of the journal that fails, counted from now; none at first. */
  let failing = 0

  beforeEach(async () => {
    const memory = await memoryPorts()
    close = memory.close
    home = mkdtempSync(join(tmpdir(), 'office-save-'))
    const { journal } = memory.ports
    failing = 0
    let id = 0
    saving = {
      home,
      root: resolve('.'),
      renew: () => undefined,
      shared: undefined,
      ports: {
        ...memory.ports,
        newId: () => `entry-${++id}`,
        journal: {
          ...journal,
          record: (about, decide) =>
            --failing === 0 ? Promise.reject(new Error('the disk is full')) : journal.record(about, decide),
        },
      },
    }
  })

  afterEach(async () => {
    await close()
    rmSync(home, { recursive: true, force: true })
  })

  const changes = () => [one, two].map((path) => ({ path, source: threePolicies[path] ?? '', seen: undefined }))
  const here = () => [one, two].filter((path) => existsSync(join(home, path)))
  /** What the journal says that the home holds. */
  const told = async () => {
    const said = new Map((await latestChanges(saving)).toReversed().map(({ fact }) => [fact.file, fact.is]))
    return [one, two].filter((path) => said.get(path) !== undefined)
  }

  it('comes with an entry for each', async () => {
    expect(await saveAll(saving, insider, changes())).to.deep.equal({ kind: 'saved' })
    expect(here()).to.deep.equal([one, two])
    expect(await told()).to.deep.equal([one, two])
    for (const path of [one, two])
      expect(sha256(readFileSync(join(home, path), 'utf8'))).to.equal(sha256(threePolicies[path] ?? ''))
  })

  for (const at of [1, 2]) {
    it(`does not stay where record ${at} fails, and no entry of it either`, async () => {
      failing = at
      const saved = await saveAll(saving, insider, changes()).then(
        () => true,
        () => false,
      )
      expect(here()).to.deep.equal(saved ? [one, two] : [])
      expect(await told()).to.deep.equal(here())
    })

    it(`stays when it is taken back where record ${at} fails`, async () => {
      await saveAll(saving, insider, changes())
      const entry = (await latestChanges(saving)).find(({ fact }) => fact.file === one)
      failing = at
      await undo(saving, insider, { id: entry?.id ?? '' }).catch(() => undefined)
      expect(await told()).to.deep.equal(here())
    })
  }
})
