// The inspection pack: everything for somebody who does not trust the school, in one folder or ZIP file.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { totalsOf, type RegisterRow } from '../standing/totals.ts'
import { signingDoubtsOf, doubtWords } from '../standing/doubts.ts'
import { foldInvolvement } from '../standing/fold.ts'
import { canonical } from '../journal/canonical.ts'
import type { Entry, FactOf } from '../journal/types.ts'
import { verify } from '../proof/verify.ts'
import { writePdf } from '../kit/pdf.ts'
import type { Journal, KnownHead } from '../ports/evidence.ts'
import { misused } from './asked.ts'
import { type CommandContext, status } from './context.ts'
import { byteOrderMark, csvLine } from '../kit/csv.ts'
import { entriesIn, keptIn } from './entries.ts'
import { countingOf } from '../turn/counting.ts'
import { rowsOf } from '../register/read-rows.ts'
import type { OpenStore } from '../../adapters/store/store.ts'
import { lookInHome } from './open-home.ts'
import { packReadme } from '../pack/readme.ts'
import { packSummary } from '../pack/summary.ts'
import { paperOf } from './papers.ts'
import { openTarget, tellingOf, type PackTarget } from './pack-to.ts'
import { registerCsv } from '../register/csv.ts'
import type { InspectionPack, SignedText } from '../pack/types.ts'
import type { RegisterAsked } from './register-asked.ts'
import { headLine } from '../proof/time-stamp.ts'
import { sayVerified } from '../proof/words.ts'

export async function writePack(context: CommandContext, asked: RegisterAsked, path: string): Promise<number> {
  const taken = isTaken(path)
  if (taken !== undefined) return misused(context, taken)
  return lookInHome(context, async (home) => {
    // Beside what is asked for, so that --json stays what it is.
    const verified = await packInto(path, { home, folder: context.home, asked }, context.err)
    const holds = verified.kind === 'holds'
    if (asked.json) context.out(JSON.stringify({ pack: path, verified }))
    else {
      context.out(`Written: ${path}. It holds names: give it only to whoever may see them.`)
      for (const line of sayVerified(verified)) (holds ? context.out : context.err)(line)
    }
    return holds ? status.done : status.no
  })
}

/** The pack as one file or folder, with the result of verifying the journal. `tell` hears how far it is. */
export async function packInto(
  path: string,
  { home, folder, asked }: Omit<Filling, 'verified' | 'outside'>,
  tell: (line: string) => void = () => undefined,
): Promise<Filling['verified']> {
  const outside = await home.journal.knownHead()
  tell('  checking the journal')
  const sayChecked = (checked: number, of: number) => tell(`  checking the journal: ${checked} of ${of} entries`)
  const verified = await verify(home, { fold: foldInvolvement, tell: sayChecked })
  const target = openTarget(path, asked.at)
  try {
    await fill(tellingOf(target, tell), { home, folder, asked, verified, outside })
    await target.finish()
    return verified
  } catch (error) {
    await target.drop()
    throw error
  }
}

/** A pack is never mixed with existing files. */
function isTaken(path: string): string | undefined {
  if (!existsSync(path)) return undefined
  if (statSync(path).isDirectory() && readdirSync(path).length === 0) return undefined
  return `${path} is there already. Name a new folder or ZIP file, so that two packs are never mixed.`
}

interface Filling {
  readonly home: Pick<OpenStore, 'journal' | 'register'>
  /** The school's home, with its pictures of papers. */
  readonly folder: string
  readonly asked: RegisterAsked
  readonly verified: Awaited<ReturnType<typeof verify>>
  readonly outside: KnownHead | undefined
}

async function fill(target: PackTarget, { home, folder, asked, verified, outside }: Filling): Promise<void> {
  const { journal, register } = home
  const { matter, library, practice, group, at } = asked
  const counting = await countingOf({ ports: { journal } }, matter, { practice })
  const rows = () => rowsOf({ register, journal }, matter, { counting, practice, group })
  const { policy, asOf, edition } = matter
  const totals = totalsOf(await register.tally({ policy: policy.id, practice, group, today: asOf.today }), counting)
  const editions = await editionsIn(journal, policy.id)
  const doubts = await countDoubts(rows())

  const { school } = library
  const { campaigns } = counting
  const about = { policy, edition, school, at, practice, totals, campaigns, editions, doubts, verified, outside }
  await target.add('README.txt', [packReadme(about)])
  await target.add('summary.pdf', [await writePdf(await packSummary(about, rows()))])
  await target.add('register.csv', registerCsv(rows(), { policy: policy.id, edition: asOf.edition, zone: school.zone }))
  await target.add('signatures.csv', signaturesCsv(journal, policy.id))
  await target.add('journal.jsonl', journalLines(journal))
  await target.add('verification.json', [`${JSON.stringify(verified, null, 2)}\n`])
  for (const { seq, hash, token = '' } of await journal.stampedHeads()) {
    await target.add(`heads/${seq}.txt`, [headLine({ seq, hash })])
    await target.add(`heads/${seq}.tsr`, [Buffer.from(token, 'base64')])
  }
  for (const path of await papersOf(journal, { policy: policy.id, folder }))
    await target.add(path, [readFileSync(join(folder, path))])
  for (const { edition: id, hash, kind } of editions) {
    const text = await journal.wording(hash)
    if (text !== undefined) await target.add(`editions/${id}/${kind}-${hash}.txt`, [text])
  }
}

async function countDoubts(rows: AsyncIterable<RegisterRow>): Promise<InspectionPack['doubts']> {
  const counts = { 'another-name': 0, 'nothing-opened': 0 }
  for await (const { doubts } of rows) for (const doubt of doubts) counts[doubt] += 1
  return counts
}

async function editionsIn(journal: Journal, policy: string): Promise<readonly SignedText[]> {
  const found = new Map<string, SignedText>()
  for await (const { fact } of signaturesIn(journal, policy)) {
    const { edition, wording, text, understood } = fact
    found.set(`${edition} ${wording}`, { edition, kind: 'declaration', hash: wording })
    found.set(`${edition} ${text}`, { edition, kind: 'whole-edition', hash: text })
    if (understood?.how === 'all-right')
      found.set(`${edition} ${understood.asked}`, { edition, kind: 'questions', hash: understood.asked })
  }
  return [...found.values()].toSorted((a, b) => (a.edition + a.kind + a.hash < b.edition + b.kind + b.hash ? -1 : 1))
}

/** The pictures of signed papers, as far as they are kept. */
async function papersOf(
  journal: Journal,
  { policy, folder }: { readonly policy: string; readonly folder: string },
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for await (const { fact } of signaturesIn(journal, policy)) {
    const path = fact.paper?.picture === undefined ? undefined : paperOf(folder, fact.paper.picture)
    if (path !== undefined) found.add(path)
  }
  return found
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
  'On record',
  'To look at',
  'Sections opened',
]

/** With the salts, so that anybody can check that a name belongs to its entry. */
async function* signaturesCsv(journal: Journal, policy: string): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(columns)
  for await (const { entry, hidden: clear } of keptIn(journal)) {
    const { seq, id, at, fact, hidden } = entry
    if (fact.kind !== 'signed' || fact.policy !== policy) continue
    const said = (field: string) => (clear === undefined ? '(erased)' : (clear.fields[field] ?? ''))
    const of = [fact.person, fact.edition, fact.wording, at.toISOString(), fact.how, fact.paper?.on ?? '']
    const practice = fact.practice ? 'PRACTICE' : ''
    const names = [said('name'), hidden['name'] ?? '', clear?.salt ?? '', said('known')]
    yield csvLine([String(seq), id, ...of, practice, ...names, ...lookAt(fact)])
  }
}

function lookAt(fact: FactOf<'signed'>): string[] {
  const doubts = signingDoubtsOf({ fact }).map((doubt) => doubtWords[doubt])
  return [doubts.join('; '), fact.read === undefined ? '' : `${fact.read.opened} of ${fact.read.of}`]
}

/** Each entry in the form that is hashed, with its hash. */
async function* journalLines(journal: Journal): AsyncGenerator<string> {
  for await (const entry of entriesIn(journal)) yield `${canonical({ ...entry, at: entry.at.toISOString() })}\n`
}
