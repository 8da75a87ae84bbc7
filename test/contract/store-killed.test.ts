// The program is killed at any moment, without a chance to tidy up: every promise is kept, and a signature is either
// complete or absent.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect } from 'chai'
import fc from 'fast-check'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { openStore } from '../../adapters/store/store.ts'
import { verify } from '../../src/proof/verify.ts'
import { sha256 } from '../../src/kit/hash.ts'
import { built } from '../kit/built.ts'
import { aFolder } from '../kit/databases.ts'
import { deedsOf, edition, parts, policy, text, wording } from '../kit/evidence.ts'

describe('killed while signing', () => {
  it('leaves whole signatures, and all that were promised', async () => {
    const file = join(aFolder(), 'policy-guide.db')
    const promised: string[] = []
    for (const [round, lines] of fc.sample(fc.integer({ min: 1, max: 40 }), 5).entries())
      promised.push(...(await signUntilKilled(file, { round, lines })))
    expect(promised.length).to.be.greaterThan(5)

    const db = await openSqlite(file)
    const { journal, register, close } = openStore(db, parts)
    try {
      const all = await journal.entries(0, 10_000)
      const entries = deedsOf(all)
      expect(await verify({ journal, register }, parts)).to.deep.include({
        kind: 'holds',
        entries: all.length,
        signatures: entries.length,
      })
      expect(entries.map(({ id }) => id)).to.include.members(promised)
      for (const { id } of entries) expect((await journal.hiddenOf(id))?.fields.name).to.equal('Priya Nair')
      for (const each of [wording, text]) expect(await journal.wording(sha256(each))).to.equal(each)
      const lines = await register.page({ policy, practice: false, most: 10_000 })
      const signed = lines.flatMap(({ involvement }) => involvement?.signed ?? [])
      expect(signed.map(({ entry }) => entry)).to.have.members(entries.map(({ id }) => id))
      expect(new Set(signed.map((each) => each.edition))).to.deep.equal(new Set([edition]))
      for (const table of ['hidden', 'involvement'] as const) {
        const rows = await db.selectFrom(table).select('person').execute()
        expect(rows.length, table).to.be.at.least(entries.length)
      }
    } finally {
      await close()
    }
  })
})

/**
 * Starts a signing process and kills it once it has printed `lines` lines; returns all the lines, each of which
 * promises a signature.
 */
async function signUntilKilled(file: string, { round, lines }: { round: number; lines: number }): Promise<string[]> {
  const child = spawn(process.execPath, [built('signing'), file, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const promised: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    promised.push(line)
    if (promised.length === lines) child.kill('SIGKILL')
  }
  if (child.signalCode === null && child.exitCode === null) await once(child, 'exit')
  expect(child.signalCode).to.equal('SIGKILL')
  return promised
}
