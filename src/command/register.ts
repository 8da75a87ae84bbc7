// `register`: everybody's standing with a policy, as a list, a spreadsheet, an inspection pack, or one person's
// receipt.
import { defined } from '../kit/defined.ts'
import { totalsOf } from '../standing/totals.ts'
import { noteDoubts } from '../standing/doubts.ts'
import { noteStanding, standingNames } from '../standing/words.ts'
import { findReceipt } from '../declaration/read-receipt.ts'
import { sayList } from '../kit/text.ts'
import { flag, isGroup, misused, readInstant, readOptions, refused, sayNoGroup, sayNoVerb, word } from './asked.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { countingOf } from '../turn/counting.ts'
import { readMatter } from './matter.ts'
import { rowsOf } from '../register/read-rows.ts'
import type { RegisterAsked } from './register-asked.ts'
import { lookInHome } from './open-home.ts'
import { registerCsv } from '../register/csv.ts'
import { sayTotals } from '../standing/totals-aloud.ts'
import { writeOut } from './write-out.ts'

const usage = [
  'Usage: register overview, of all policies',
  '       register list [--standing KIND]',
  '       register export FILE.csv, or - for standard output',
  '       register pack FOLDER, or FILE.zip',
  '       register receipt EMAIL [--bundle ID] [--out FILE.pdf], of one policy, or of all that a bundle asked',
  'all with [--policy ID] [--at INSTANT] [--json]; list and export with [--group GROUP]; all but receipt with [--practice]',
].join('\n')

const options = {
  policy: word, bundle: word, standing: word, group: word, at: word, out: word, practice: flag, json: flag,
} as const // prettier-ignore

export const registerCommand: Command = async (context, argv) => {
  const read = readOptions(argv, options, usage)
  if (read.kind === 'misused') return misused(context, read.what)
  const slip = slipIn(read.words)
  if (slip !== undefined) return misused(context, slip)
  const [verb, about] = read.words
  if (verb === 'overview') return showOverview(context, read.values)
  if (read.values.bundle !== undefined) return ofBundle(context, { verb, email: about, ...read.values })
  const asked = await readAsked(context, read.values)
  if (typeof asked === 'string') return misused(context, asked)
  switch (verb) {
    case 'list':
      return list(context, asked)
    case 'export':
      return exportCsv(context, asked, about ?? '-')
    case 'pack': {
      const { writePack } = await import('./register-pack.ts')
      return writePack(context, asked, about ?? 'pack')
    }
    case 'receipt':
      return writeReceipt(context, asked, about ?? '')
    default:
      return misused(context, usage)
  }
}

function slipIn([verb, about, ...more]: readonly string[]): string | undefined {
  const alone = verb === 'list' || verb === 'overview'
  const wrong = more.length > 0 || alone !== (about === undefined)
  return sayNoVerb('register', verb, usage) ?? (wrong ? usage : undefined)
}

type OfBundle = Values & { readonly [word in 'verb' | 'email']: string | undefined }

async function ofBundle(
  context: CommandContext,
  { verb, email = '', policy, bundle = '', ...asked }: OfBundle,
): Promise<number> {
  if (verb !== 'receipt' || policy !== undefined) return misused(context, usage)
  const { writeBundleReceipt } = await import('./register-bundle.ts')
  return writeBundleReceipt(context, { ...asked, email, bundle })
}

async function showOverview(context: CommandContext, { at: said, practice, json }: Values): Promise<number> {
  const at = readInstant(said, context.clock())
  if (typeof at === 'string') return misused(context, at)
  const { overview } = await import('./register-overview.ts')
  return overview(context, { at, practice, json })
}

type Values = {
  readonly [option in 'policy' | 'bundle' | 'standing' | 'group' | 'at' | 'out']?: string | undefined
} & {
  readonly practice: boolean
  readonly json: boolean
}

async function readAsked(context: CommandContext, { policy, group, standing, ...values }: Values) {
  const at = readInstant(values.at, context.clock())
  if (typeof at === 'string') return at
  if (group !== undefined && !isGroup(group)) return sayNoGroup(group)
  const kinds = Object.keys(standingNames)
  if (standing !== undefined && !kinds.includes(standing))
    return `“${standing}” is not a standing. There is ${sayList(kinds)}.`
  const library = await context.library()
  const matter = readMatter(library, policy, at)
  if (typeof matter === 'string') return matter
  const { practice, json, out } = values
  return { library, matter, at, practice, json, out, group, standing } satisfies RegisterAsked
}

async function list(context: CommandContext, asked: RegisterAsked): Promise<number> {
  const { matter, practice, group, library, json, standing: wanted } = asked
  return lookInHome(context, async ({ register, journal }) => {
    const counting = await countingOf({ ports: { journal } }, matter, { practice })
    const { policy, asOf } = matter
    const which = { policy: policy.id, practice, ...defined({ group }) }
    const totals = totalsOf(await register.tally({ ...which, today: asOf.today }), counting)
    const people: object[] = []
    for await (const { person, standing, due, doubts } of rowsOf({ register, journal }, matter, {
      counting,
      practice,
      group,
    })) {
      if (wanted !== undefined && standing.kind !== wanted) continue
      const { id, name, email, group: own } = person
      if (json) people.push({ id, name, email, group: own, standing, due, doubts })
      else
        context.out(
          `${practice ? 'PRACTICE ' : ''}${name} (${own ?? 'no group'}): ${noteStanding(standing, library.school.zone)}${noteDoubts(doubts)}`,
        )
    }
    const { edition, today } = asOf
    if (json) context.out(JSON.stringify({ policy: policy.id, edition, today, practice, totals, people }))
    else for (const line of sayTotals(totals)) context.out(line)
    return status.done
  })
}

async function exportCsv(context: CommandContext, asked: RegisterAsked, file: string): Promise<number> {
  const { matter, practice, group, library, json } = asked
  return lookInHome(context, async ({ register, journal }) => {
    const counting = await countingOf({ ports: { journal } }, matter, { practice })
    let people = 0
    const counted = async function* () {
      for await (const row of rowsOf({ register, journal }, matter, { counting, practice, group })) {
        people += 1
        yield row
      }
    }
    const about = { policy: matter.policy.id, edition: matter.asOf.edition, zone: library.school.zone }
    const lines = registerCsv(counted(), about)
    if (file === '-') {
      // The lines have their own line ends.
      for await (const line of lines) context.out(line.replace(/\r\n$/, '\r'))
      return status.done
    }
    await writeOut(file, lines)
    context.out(
      json
        ? JSON.stringify({ file, people })
        : `Written: ${file}, ${people} people. It holds names: keep it where only SLT can open it.`,
    )
    return status.done
  })
}

async function writeReceipt(context: CommandContext, asked: RegisterAsked, email: string): Promise<number> {
  const { matter, library, json, out } = asked
  return lookInHome(context, async ({ people, journal }) => {
    const person = await people.byEmail(email.toLowerCase())
    const no = (outcome: string, what: string) => refused(context, json, { outcome, what })
    if (person === undefined) return no('unknown-person', `Nobody here has the email address ${email}.`)
    const { foldInvolvement } = await import('../standing/fold.ts')
    const { history } = await journal.factsOf({ policy: matter.policy.id, person: person.id })
    const signed = foldInvolvement(history, undefined).signed
    if (signed === undefined) return no('not-signed', `${person.name} has not signed the ${matter.policy.title}.`)
    const found = await findReceipt(journal, { entry: signed.entry, school: library.school.name })
    if (found === undefined) return no('broken', 'What was signed is not kept any more. Run: npm run verify.')
    const { receiptPdf } = await import('../declaration/receipt-pdf.ts')
    const file = out ?? `receipt-${matter.policy.id}-${signed.edition}-${found.entry.seq}.pdf`
    await writeOut(file, [await receiptPdf(found.receipt)])
    context.out(json ? JSON.stringify({ file, entry: signed.entry, seq: found.entry.seq }) : `Written: ${file}`)
    return status.done
  })
}
