// No writer goes on before the disk has what it wrote, and writers who commit together share one wait.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { createGroups, diskOf } from '../../../adapters/store/groups.ts'

/** A disk that syncs only when the test lets it. */
function slowDisk() {
  const happened: string[] = []
  const waiting: { resolve: () => void; reject: (error: Error) => void }[] = []
  let told = () => {}
  return {
    happened,
    run: (sql: string) => void happened.push(sql),
    disk: {
      sync: () =>
        new Promise<void>((resolve, reject) => {
          happened.push('sync')
          waiting.push({ resolve, reject })
          told()
        }),
      isTrusted: () => true,
      mend: () => Promise.resolve(),
      close: () => Promise.resolve(),
    },
    /** Resolves when somebody waits for the disk. */
    async asked() {
      while (waiting.length === 0) await new Promise<void>((resolve) => (told = resolve))
      const next = waiting.shift()
      if (next === undefined) throw new Error('nobody waits')
      return next
    },
  }
}

function watch(promise: Promise<void>): { state: string } {
  const seen = { state: 'waits' }
  promise.then(
    () => (seen.state = 'kept'),
    () => (seen.state = 'lost'),
  )
  return seen
}

const aTurn = () => new Promise((resolve) => setImmediate(resolve))

describe('groups of writes', () => {
  it('commit once for those who come together, who go on when the disk is done', async () => {
    const { happened, run, disk, asked } = slowDisk()
    const groups = createGroups(run, disk)
    const all = [groups.join('lasting'), groups.join('lasting'), groups.join('lasting')]
    const seen = all.map(watch)
    const sync = await asked()
    await aTurn()
    expect(happened).to.deep.equal(['begin', 'commit', 'sync'])
    expect(seen.map(({ state }) => state)).to.deep.equal(['waits', 'waits', 'waits'])
    sync.resolve()
    await Promise.all(all)
  })

  it('let those who come while the disk is busy share the next group', async () => {
    const { happened, run, disk, asked } = slowDisk()
    const groups = createGroups(run, disk)
    const first = groups.join('lasting')
    const sync = await asked()
    const later = [groups.join('lasting'), groups.join('lasting')]
    for (let turn = 0; turn < 30; turn++) await aTurn()
    expect(happened, 'open until the disk is free').to.deep.equal(['begin', 'commit', 'sync', 'begin'])
    sync.resolve()
    await first
    ;(await asked()).resolve()
    await Promise.all(later)
    expect(happened).to.deep.equal(['begin', 'commit', 'sync', 'begin', 'commit', 'sync'])
  })

  it('do not wait for the disk where nobody asks for it, and take along who need not', async () => {
    const { happened, run, disk, asked } = slowDisk()
    const groups = createGroups(run, disk)
    await Promise.all([groups.join('passing'), groups.join('passing')])
    expect(happened).to.deep.equal(['begin', 'commit'])
    const [passing, lasting] = [groups.join('passing'), watch(groups.join('lasting'))]
    await passing
    const sync = await asked()
    expect(lasting.state).to.equal('waits')
    sync.resolve()
    await groups.ended()
    expect(happened).to.deep.equal(['begin', 'commit', 'begin', 'commit', 'sync'])
  })

  it('are lost together when they cannot be committed, and the next is not', async () => {
    let full = true
    const { happened, run, disk, asked } = slowDisk()
    const groups = createGroups((sql) => {
      run(sql)
      if (sql === 'commit' && full) throw new Error('disk is full')
    }, disk)
    const seen = [groups.join('lasting'), groups.join('lasting')].map(watch)
    await groups.ended()
    await aTurn()
    expect(seen.map(({ state }) => state)).to.deep.equal(['lost', 'lost'])
    expect(happened).to.deep.equal(['begin', 'commit', 'rollback'])
    full = false
    const next = groups.join('lasting')
    ;(await asked()).resolve()
    await next
  })

  it('are lost when the disk refuses', async () => {
    const { run, disk, asked } = slowDisk()
    const groups = createGroups(run, disk)
    const seen = watch(groups.join('lasting'))
    ;(await asked()).reject(new Error('EIO'))
    await groups.ended()
    await aTurn()
    expect(seen.state).to.equal('lost')
  })

  it('make way for a transaction, which waits for the disk as well', async () => {
    const { happened, run, disk, asked } = slowDisk()
    const groups = createGroups(run, disk)
    const first = groups.join('lasting')
    const parted = groups.parted()
    ;(await asked()).resolve()
    await Promise.all([first, parted])
    const seen = watch(groups.follow())
    const sync = await asked()
    await aTurn()
    expect(seen.state).to.equal('waits')
    sync.resolve()
    await groups.ended()
    expect(happened).to.deep.equal(['begin', 'commit', 'sync', 'sync'])
  })
})

describe('the disk under the database', () => {
  it('is trusted again only when what it refused was written anew', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'policy-guide-disk-'))
    try {
      const log = join(folder, 'x.db-wal')
      let rewrites: 'refused' | 'done' = 'refused'
      const disk = diskOf(log, () => {
        if (rewrites === 'refused') throw new Error('EIO')
      })
      const outcome = (work: Promise<void>) => work.then(() => 'kept', String)
      expect(await outcome(disk.sync())).to.include('does not keep')
      writeFileSync(log, '')
      expect(await outcome(disk.sync()), 'its yes says nothing about what it lost').to.include('does not keep')
      expect(await outcome(disk.mend())).to.include('does not keep')
      expect(disk.isTrusted()).to.equal(false)
      rewrites = 'done'
      expect(await outcome(disk.mend())).to.equal('kept')
      expect([disk.isTrusted(), await outcome(disk.sync())]).to.deep.equal([true, 'kept'])
      await disk.close()
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
