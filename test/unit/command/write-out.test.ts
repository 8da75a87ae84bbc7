import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { writeOut } from '../../../src/command/write-out.ts'

describe('writing a large file piece by piece', () => {
  const folder = mkdtempSync(join(tmpdir(), 'policy-guide-'))
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('waits for the disk, loses nothing, and leaves no listener behind', async () => {
    const warnings: string[] = []
    const hear = (warning: Error) => warnings.push(warning.message)
    process.on('warning', hear)
    const piece = `${'x'.repeat(9_999)}\n`
    await writeOut(
      join(folder, 'large.txt'),
      Array.from({ length: 1_000 }, () => piece),
    )
    await new Promise((resolve) => setImmediate(resolve))
    process.off('warning', hear)
    expect(warnings).to.be.empty
    expect(statSync(join(folder, 'large.txt')).size).to.equal(10_000_000)
  })

  it('leaves the file that was there as it was when something breaks half-way', async () => {
    const path = join(folder, 'kept.txt')
    await writeOut(path, ['before'])
    const broken = function* () {
      yield 'after'
      throw new Error('the database is gone')
    }
    const error: unknown = await writeOut(path, broken()).catch((thrown: unknown) => thrown)
    expect(error).to.have.property('message', 'the database is gone')
    expect(readFileSync(path, 'utf8')).to.equal('before')
    expect(existsSync(`${path}.part`)).to.be.false
  })

  it('says which file cannot be written', async () => {
    mkdirSync(join(folder, 'taken.txt.part'))
    const error: unknown = await writeOut(join(folder, 'taken.txt'), ['x']).catch((thrown: unknown) => thrown)
    expect(error)
      .to.have.property('message')
      .that.matches(/taken\.txt cannot be written/)
  })
})
