// Sends the journal's head each day to mailboxes that the school names. Whoever has yesterday's head can tell tomorrow
// whether anything before it was changed, even by the database's owner.
import { dayIn, sayDay, type Day } from '../kit/days.ts'
import { sha256 } from '../kit/hash.ts'
import type { Ports } from '../ports/ports.ts'
import { growTree, type Tree } from '../journal/tree.ts'
import type { Head } from '../journal/types.ts'
import { headLine, readStamp, stampRequest } from './time-stamp.ts'

export interface Publishing {
  readonly ports: Pick<Ports, 'journal' | 'mail' | 'authority' | 'newToken' | 'store' | 'log'>
  readonly now: Date
  readonly school: {
    readonly name: string
    readonly zone: string
    readonly signing: { readonly headTo: readonly string[]; readonly stampBy?: string | undefined }
  }
}

/**
 * Once a day, to each mailbox and to the time-stamping authority. What does not arrive is not sent again, because
 * tomorrow's head covers today's.
 */
export async function publishHead(publishing: Publishing): Promise<void> {
  await sendHead(publishing)
  await stampHead(publishing)
}

async function sendHead({ ports, now, school }: Publishing): Promise<void> {
  const { journal, mail, store, log } = ports
  if (school.signing.headTo.length === 0 || !mail.on) return
  const { seq, hash } = await journal.head()
  if (seq === 0) return
  const day = dayIn(school.zone, now)
  const letter = writeHead({ head: { seq, hash }, tree: await treeOf(journal), day, school: school.name })
  for (const [at, to] of school.signing.headTo.entries()) {
    if (!(await store.claim(`head:${day}:${at}`, now))) continue
    const posted = await mail.send({ to, ...letter })
    if (posted.kind === 'sent') await journal.noteHead({ seq, hash, at: now, way: 'mailbox' })
    else log.warn({ entry: seq, why: posted.what }, 'the journal’s head could not be published')
  }
}

interface ToPublish {
  readonly head: Head
  readonly tree: Tree
  readonly day: Day
  /** The school's name. */
  readonly school: string
}

function writeHead({ head, tree, day, school }: ToPublish) {
  const { seq } = head
  return {
    subject: `The journal’s head on ${sayDay(day)}: ${seq}`,
    text: [
      `Policy Guide at ${school} keeps a journal of who signed what. On ${sayDay(day)} it had ${seq} ${seq === 1 ? 'entry' : 'entries'}, and its head was:`,
      '',
      headLine(head),
      '',
      'Please keep this message. With it you can tell at any later time whether anything up to then was changed or removed:',
      '',
      `npm run verify -- --head ${headLine(head)}`,
      '',
      'Whoever is shown one signature alone asks you for this line, which stands for all entries together:',
      '',
      `tree ${tree.size}:${tree.root}`,
    ].join('\n'),
  }
}

/** An authority that cannot be reached is asked again in an hour. */
async function stampHead({ ports, now, school }: Publishing): Promise<void> {
  const { journal, store, log } = ports
  const url = school.signing.stampBy
  const head = await journal.head()
  if (url === undefined || head.seq === 0) return
  const day = dayIn(school.zone, now)
  const isDone = (await journal.stampedHeads()).some(({ at }) => dayIn(school.zone, at) === day)
  if (isDone || !(await store.claim(`stamp:${now.toISOString().slice(0, 13)}`, now))) return
  const nonce = Buffer.from(sha256(ports.newToken()), 'hex').subarray(0, 8)
  const answer = await ports.authority.ask(url, stampRequest(head, nonce))
  const read = answer.kind === 'failed' ? answer : readStamp(answer.bytes, head, nonce)
  if (answer.kind === 'failed' || read.kind !== 'stamped') {
    const why = 'what' in read ? read.what : ''
    log.warn({ entry: head.seq, why }, 'the journal’s head was not stamped by the authority of time')
    return
  }
  const token = Buffer.from(answer.bytes).toString('base64')
  await journal.noteHead({ ...head, at: now, way: 'authority', token })
}

async function treeOf(journal: Pick<Ports['journal'], 'entries'>): Promise<Tree> {
  const growing = growTree()
  for (let after = 0; ;) {
    const page = await journal.entries(after, 1_000)
    for (const { hash } of page) growing.add(hash)
    const last = page.at(-1)
    if (last === undefined) return growing.tree()
    after = last.seq
  }
}
