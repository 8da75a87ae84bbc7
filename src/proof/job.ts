// Publishes the journal's head each day to mailboxes that the school names: whoever has yesterday's head can tell
// tomorrow whether anything before it was changed, even by the database's owner.
import { dayIn, sayDay } from '../kit/days.ts'
import type { Ports } from '../ports/ports.ts'
import { growTree, type Tree } from '../journal/tree.ts'

export interface Publishing {
  readonly ports: Pick<Ports, 'journal' | 'mail' | 'store' | 'log'>
  readonly now: Date
  readonly school: {
    readonly name: string
    readonly zone: string
    readonly signing: { readonly headTo: readonly string[] }
  }
}

/** Once a day and mailbox. A letter that does not arrive is not sent again: tomorrow's head stands for today's too. */
export async function publishHead({ ports, now, school }: Publishing): Promise<void> {
  const { journal, mail, store, log } = ports
  if (school.signing.headTo.length === 0 || !mail.on) return
  const { seq, hash } = await journal.head()
  if (seq === 0) return
  const day = dayIn(school.zone, now)
  const tree = await treeOf(journal)
  for (const [at, to] of school.signing.headTo.entries()) {
    if (!(await store.claim(`head:${day}:${at}`, now))) continue
    const posted = await mail.send({
      to,
      subject: `The journal’s head on ${sayDay(day)}: ${seq}`,
      text: [
        `Policy Guide at ${school.name} keeps a journal of who signed what. On ${sayDay(day)} it had ${seq} ${seq === 1 ? 'entry' : 'entries'}, and its head was:`,
        '',
        `${seq}:${hash}`,
        '',
        'Please keep this message. With it you can tell at any later time whether anything up to then was changed or removed:',
        '',
        `npm run verify -- --head ${seq}:${hash}`,
        '',
        'Whoever is shown one signature alone asks you for this line, which stands for all entries together:',
        '',
        `tree ${tree.size}:${tree.root}`,
      ].join('\n'),
    })
    if (posted.kind === 'sent') await journal.noteHead({ seq, hash, at: now, way: 'mailbox' })
    else log.warn({ entry: seq, why: posted.what }, 'the journal’s head could not be published')
  }
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
