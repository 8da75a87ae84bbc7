// Two schools check each other's journals: one signs a checkpoint of its journal, and the other cosigns it only if the
// journal has grown without changes.
import { cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect } from 'chai'
import { backupCommand } from '../../../src/command/backup.ts'
import { restoreCommand } from '../../../src/command/restore.ts'
import { peopleCommand } from '../../../src/command/people.ts'
import { doctor } from '../../../src/command/doctor.ts'
import { verifyCommand } from '../../../src/command/verify.ts'
import { openssl } from '../../kit/authority.ts'
import { run } from '../../kit/command.ts'
import { aFolder } from '../../kit/databases.ts'

describe('the command verify: checkpoints', () => {
  const root = aFolder()
  const [home, other] = [join(root, 'home'), join(root, 'other')]
  const file = (name: string) => join(root, name)
  const ask = (...argv: string[]) => run(verifyCommand, argv, { home })
  const askOther = (...argv: string[]) => run(verifyCommand, argv, { home: other })
  const keyIn = (out: readonly string[]) => /--key (\S+)/.exec(out.join('\n'))?.[1] ?? ''
  const bring = async (...names: string[]) => {
    const rows = names.map((name) => `${name},${name.toLowerCase()}@school.example\n`)
    writeFileSync(file('staff.csv'), `Name,Email\n${rows.join('')}`)
    const { status, err } = await run(peopleCommand, ['import', file('staff.csv'), '--part', '--yes'], { home })
    expect(status, err.join()).to.equal(0)
  }
  let key = ''
  let cosigner = ''

  before(async () => {
    for (const each of [home, other]) mkdirSync(each, { recursive: true })
    await bring('Ann', 'Ben', 'Cat')
  })

  it('are signed, name nobody, and hold for OpenSSL too', async () => {
    const { status, out, err } = await ask('checkpoint', file('one.txt'))
    expect(status, err.join()).to.equal(0)
    key = keyIn(out)
    const text = readFileSync(file('one.txt'), 'utf8')
    expect(text).to.match(/^old 0\n\npolicy-guide\/\S+\n4\n\S+\n\n— policy-guide\/\S+ \S+\n$/)
    expect(text).not.to.include('Ann')
    expect(statSync(join(home, 'checkpoint-key.json')).mode & 0o777).to.equal(0o600)
    const note = text.slice('old 0\n\n'.length)
    const signature = Buffer.from(note.trimEnd().split(' ').at(-1) ?? '', 'base64').subarray(4)
    const raw = Buffer.from(key.replace(/^[^+]+\+[0-9a-f]{8}\+/, ''), 'base64').subarray(1)
    writeFileSync(file('key.der'), Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]))
    writeFileSync(file('note'), `${note.slice(0, note.indexOf('\n\n'))}\n`)
    writeFileSync(file('signature'), signature)
    const said = openssl('pkeyutl', '-verify', '-rawin', '-pubin', '-keyform', 'DER', '-inkey', file('key.der'), '-in', file('note'), '-sigfile', file('signature')) // prettier-ignore
    expect(said).to.include('Signature Verified Successfully')
  })

  it('are cosigned by another school that has the key, which it then keeps', async () => {
    expect((await askOther('cosign', file('one.txt'), file('no.txt'))).err.join()).to.include('Say whose key it is')
    const changed = readFileSync(file('one.txt'), 'utf8').replace('\n4\n', '\n3\n')
    writeFileSync(file('changed.txt'), changed)
    const refused = await askOther('cosign', file('changed.txt'), file('no.txt'), '--key', key)
    expect(refused.err.join()).to.include('is not signed by that key')
    const { status, out, err } = await askOther('cosign', file('one.txt'), file('one-back.txt'), '--key', key)
    expect(status, err.join()).to.equal(0)
    cosigner = keyIn(out)
    expect(readFileSync(file('one-back.txt'), 'utf8').split('— ')).to.have.length(3)
  })

  it('come back: the head is known outside, and doctor says since when and by whom', async () => {
    const known = await ask('cosigned', file('one-back.txt'), '--key', cosigner)
    expect(known.out.join(), known.err.join()).to.match(/^Up to entry 4 .* cosigned on 23 November 2026/)
    expect((await ask()).out.join()).to.match(
      /Known outside: 4:[0-9a-f]{64}, since 23 November 2026, by another school/,
    )
    const seen = (await run(doctor, [], { home })).out.join('\n')
    expect(seen).to.match(/database: head +Known outside: 4:/)
    expect(seen).to.match(/database: people +3 by the list\. Slack: everybody, Teams: listed\. SLT: 0/)
    expect((await ask('cosigned', file('one-back.txt'), '--key', key)).err.join()).to.include(
      'not the key of a cosigner',
    )
    expect((await ask('cosigned', file('one.txt'), '--key', cosigner)).status).to.equal(1)
  })

  it('that grew are cosigned with their proof, without the key said again', async () => {
    await bring('Dot', 'Eve', 'Fay')
    expect((await ask('checkpoint', file('two.txt'))).status).to.equal(0)
    expect(readFileSync(file('two.txt'), 'utf8')).to.match(/^old 4\n\S+\n/)
    const { status, err } = await askOther('cosign', file('two.txt'), file('two-back.txt'))
    expect(status, err.join()).to.equal(0)
    const shrunk = await askOther('cosign', file('one.txt'), file('no.txt'))
    expect(shrunk.err.join()).to.include('were cosigned before')
    await ask('checkpoint', file('odd.txt'), '--old', '2')
    await bring('Gus')
    await ask('checkpoint', file('odder.txt'), '--old', '2')
    expect((await askOther('cosign', file('odder.txt'), file('no.txt'))).err.join()).to.include('--old 8')
    expect((await askOther('cosign', file('odd.txt'), file('odd-back.txt'))).status, 'the same again').to.equal(0)
  })

  it('are not forgotten by a restore, and the key is in no backup: doctor says where it is', async () => {
    const backup = file('other.db')
    writeFileSync(file('theirs.csv'), 'Name,Email\nZoe,zoe@other.example\n')
    expect((await run(peopleCommand, ['import', file('theirs.csv'), '--yes'], { home: other })).status).to.equal(0)
    expect((await run(backupCommand, ['--to', backup], { home: other })).status).to.equal(0)
    const restored = join(root, 'restored')
    expect((await run(restoreCommand, [backup], { home: restored })).status).to.equal(0)
    expect(existsSync(join(restored, 'checkpoint-key.json'))).to.equal(false)
    expect((await run(doctor, [], { home: restored })).out.join('\n')).to.match(/database: key +none yet/)
    expect((await run(doctor, [], { home: other })).out.join('\n')).to.match(
      /database: key +\S+checkpoint-key\.json signs what other schools cosign; it is in no backup/,
    )
    const shrunk = await run(verifyCommand, ['cosign', file('one.txt'), file('never.txt')], { home: restored })
    expect(shrunk.err.join()).to.include('were cosigned before')
  })

  it('of a journal that was written anew are not cosigned, whoever signs them', async () => {
    const copy = join(root, 'copy')
    mkdirSync(copy)
    cpSync(join(home, 'checkpoint-key.json'), join(copy, 'checkpoint-key.json'))
    writeFileSync(file('staff.csv'), 'Name,Email\nAnn,ann@x.example\nOdd,odd@x.example\n')
    for (const name of ['1', '2', '3', '4', '5']) {
      writeFileSync(file('staff.csv'), `Name,Email\nOdd${name},odd${name}@x.example\n`)
      await run(peopleCommand, ['import', file('staff.csv'), '--part', '--yes'], { home: copy })
    }
    await run(verifyCommand, ['checkpoint', file('false.txt'), '--old', '8'], { home: copy })
    const { status, err } = await askOther('cosign', file('false.txt'), file('no.txt'))
    expect([status, err.join().includes('was rewritten')], err.join()).to.deep.equal([1, true])
    expect(
      (await run(verifyCommand, ['cosigned', file('one-back.txt'), '--key', cosigner], { home: copy })).status,
    ).to.equal(1)
  })

  it('hold the journal to the head that came back', async () => {
    const copy = join(root, 'cut')
    cpSync(home, copy, { recursive: true })
    const database = new DatabaseSync(join(copy, 'policy-guide.db'))
    database.exec(
      `delete from entry where seq > 2; update journal_head set seq = 2, hash = (select hash from entry where seq = 2)`,
    )
    database.close()
    const { status } = await run(verifyCommand, [], { home: copy })
    expect(status).to.equal(1)
  })
})
