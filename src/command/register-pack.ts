// The inspection pack: all that somebody needs who does not trust the school, in one folder or ZIP file.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { totalsOf } from '../standing/totals.ts'
import { foldInvolvement } from '../standing/fold.ts'
import { canonical } from '../journal/canonical.ts'
import type { Entry, FactOf } from '../journal/types.ts'
import { verify } from '../proof/verify.ts'
import { writePdf } from '../kit/pdf.ts'
import type { Journal } from '../ports/evidence.ts'
import { misused } from './asked.ts'
import { type CommandContext, status } from './context.ts'
import { byteOrderMark, csvLine } from './csv-write.ts'
import { entriesIn, keptIn } from './entries.ts'
import { countingOf } from '../turn/counting.ts'
import { rowsOf } from './matter.ts'
import type { OpenStore } from '../../adapters/store/store.ts'
import { withHome } from './open-home.ts'
import { packReadme } from '../pack/readme.ts'
import { packSummary } from '../pack/summary.ts'
import { openTarget, type PackTarget } from './pack-to.ts'
import { registerCsv } from './register-csv.ts'
import type { SignedText } from '../pack/types.ts'
import type { RegisterAsked } from './register-asked.ts'
import { sayVerified } from '../proof/words.ts'

export async function writePack(context: CommandContext, asked: RegisterAsked, path: string): Promise<number> {
  const taken = isTaken(path)
  if (taken !== undefined) return misused(context, taken)
  return withHome(context, async (home) => {
    const verified = await packInto(path, { home, asked })
    const holds = verified.kind === 'holds'
    if (asked.json) context.out(JSON.stringify({ pack: path, verified }))
    else {
      context.out(`Written: ${path}. It holds names: give it only to whoever may see them.`)
      for (const line of sayVerified(verified)) (holds ? context.out : context.err)(line)
    }
    return holds ? status.done : status.no
  })
}

/** The pack as one file or folder, and what verifying the journal gave on the way. */
export async function packInto(path: string, { home, asked }: Omit<Filling, 'verified'>): Promise<Filling['verified']> {
  const verified = await verify(home, { fold: foldInvolvement })
  const target = openTarget(path, asked.at)
  try {
    await fill(target, { home, asked, verified })
    await target.finish()
    return verified
  } catch (error) {
    await target.drop()
    throw error
  }
}

/** A pack is never mixed with what was there before. */
function isTaken(path: string): string | undefined {
  if (!existsSync(path)) return undefined
  if (statSync(path).isDirectory() && readdirSync(path).length === 0) return undefined
  return `${path} is there already. Name a new folder or ZIP file, so that two packs are never mixed.`
}

interface Filling {
  readonly home: Pick<OpenStore, 'journal' | 'register'>
  readonly asked: RegisterAsked
  readonly verified: Awaited<ReturnType<typeof verify>>
}

async function fill(target: PackTarget, { home, asked, verified }: Filling): Promise<void> {
  const { journal, register } = home
  const { matter, library, practice, group, at } = asked
  const counting = await countingOf({ ports: { journal } }, matter, { practice })
  const rows = () => rowsOf(register, matter, { counting, practice, group })
  const { policy, asOf, edition } = matter
  const which = { policy: policy.id, practice, ...(group === undefined ? {} : { group }) }
  const totals = totalsOf(await register.tally({ ...which, today: asOf.today }), counting)
  const editions = await editionsIn(journal, policy.id)

  const { school } = library
  const about = { policy, edition, school, at, practice, totals, campaigns: counting.campaigns, editions, verified }
  await target.add('README.txt', [packReadme(about)])
  await target.add('summary.pdf', [await writePdf(await packSummary(about, rows()))])
  await target.add('register.csv', registerCsv(rows(), { policy: policy.id, edition: asOf.edition, zone: school.zone }))
  await target.add('signatures.csv', signaturesCsv(journal, policy.id))
  await target.add('journal.jsonl', journalLines(journal))
  await target.add('verification.json', [`${JSON.stringify(verified, null, 2)}\n`])
  for (const { edition: id, hash, kind } of editions) {
    const text = await journal.wording(hash)
    if (text !== undefined) await target.add(`editions/${id}/${kind}-${hash}.txt`, [text])
  }
}

async function editionsIn(journal: Journal, policy: string): Promise<readonly SignedText[]> {
  const found = new Map<string, SignedText>()
  for await (const { fact } of signaturesIn(journal, policy)) {
    const { edition, wording, text } = fact
    found.set(`${edition} ${wording}`, { edition, kind: 'declaration', hash: wording })
    found.set(`${edition} ${text}`, { edition, kind: 'whole-edition', hash: text })
  }
  return [...found.values()].toSorted((a, b) => (a.edition + a.kind + a.hash < b.edition + b.kind + b.hash ? -1 : 1))
}

type Signature = Entry & { readonly fact: FactOf<'signed'> }

async function* signaturesIn(journal: Journal, policy: string): AsyncGenerator<Signature> {
  for await (const entry of entriesIn(journal)) {
    const { fact } = entry
    if (fact.kind === 'signed' && fact.policy === policy) yield { ...entry, fact }
  }
}

const columns = [
  'Number',
  'Entry',
  'Person',
  'Edition',
  'Wording',
  'At',
  'How',
  'Paper of',
  'Practice',
  'Name',
  'Name hash',
  'Salt',
]

/** With the salts, so that anybody can check that a name belongs to its entry. */
async function* signaturesCsv(journal: Journal, policy: string): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(columns)
  for await (const { entry, hidden: clear } of keptIn(journal)) {
    const { seq, id, at, fact, hidden } = entry
    if (fact.kind !== 'signed' || fact.policy !== policy) continue
    yield csvLine([
      String(seq),
      id,
      fact.person,
      fact.edition,
      fact.wording,
      at.toISOString(),
      fact.how,
      fact.paper?.on ?? '',
      fact.practice ? 'PRACTICE' : '',
      clear === undefined ? '(erased)' : (clear.fields['name'] ?? ''),
      hidden['name'] ?? '',
      clear?.salt ?? '',
    ])
  }
}

/** Each entry in the form that is hashed, with its hash. */
async function* journalLines(journal: Journal): AsyncGenerator<string> {
  for await (const entry of entriesIn(journal)) yield `${canonical({ ...entry, at: entry.at.toISOString() })}\n`
}
