// Whoever signed hears of it by email at once, with the certificate in words: should somebody else have signed for them,
// they know; and they hold a head of the journal that the school cannot take back.
import { linkTo } from './receipt-talk.ts'
import { findReceipt } from './read-receipt.ts'
import { receiptText } from './receipt.ts'
import type { Person } from '../chat/people.ts'
import type { Turn } from '../turn/turn.ts'

/** Nothing waits for it: a mail server that is slow must not keep anybody from their thanks. */
export function confirmByEmail(turn: Turn, about: { readonly person: Person; readonly entry: string }): void {
  const { log } = turn.ports
  void send(turn, about).catch((error: unknown) => {
    log.error({ entry: about.entry, error }, 'a signature could not be confirmed by email')
  })
}

async function send(turn: Turn, { person, entry: id }: { person: Person; entry: string }): Promise<void> {
  const { ports, library } = turn
  if (!ports.mail.on || person.email === undefined || person.practice) return
  const found = await findReceipt(ports.journal, { entry: id, school: library.school.name })
  if (found === undefined) return
  const { entry, receipt } = found
  const link =
    ports.publicUrl === undefined
      ? []
      : ['The same as a PDF:', '', await linkTo(turn, ports.publicUrl, { person: person.id, entry: id }), '']
  const posted = await ports.mail.send({
    to: person.email,
    subject: `You signed: ${receipt.title}`,
    text: [
      `Hello ${person.name},`,
      '',
      'this was signed in your name just now. If it was not you, please tell the senior leadership team today.',
      '',
      ...link,
      'Please keep this message: it holds the head of the school’s journal, with which anybody can tell later whether your signature, or anything before it, was changed.',
      '',
      ...receiptText(receipt),
    ].join('\n'),
  })
  if (posted.kind === 'sent')
    await ports.journal.noteHead({ seq: entry.seq, hash: entry.hash, at: ports.clock(), way: 'signer' })
  else ports.log.warn({ entry: id, what: posted.what }, 'a signature could not be confirmed by email')
}
