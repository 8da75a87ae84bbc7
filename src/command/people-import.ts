// `people import`: shows what a school's list would change, then changes all of it or nothing.
import { defined } from '../kit/defined.ts'
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Person } from '../chat/people.ts'
import { decodeText, mostBytes, tooLarge, type DecodedText } from '../../adapters/documents/decode.ts'
import { dayIn } from '../kit/days.ts'
import { sha256 } from '../kit/hash.ts'
import { changeHeadings, planRecords, sayPersonChange, tooManyLeave, type ListPlan } from '../office/list-plan.ts'
import { countProblems } from '../people/problems.ts'
import { asOne, saySuspect, suspectSame, type Suspect } from '../people/same.ts'
import type { PersonChange, RowProblem } from '../people/types.ts'
import type { People } from '../ports/people.ts'
import { agreed } from './agreed.ts'
import { type CommandContext, status } from './context.ts'
import { readCsv } from '../../adapters/documents/csv.ts'
import { withHome } from './open-home.ts'

export interface ListAsked {
  readonly file: string
  readonly at: Date
  /** The file is only a part of the list: nobody leaves because they are missing from it. */
  readonly part: boolean
  /** Confirms that many people have left. */
  readonly leavers: boolean
  /**
   * Whether somebody who seems to leave and somebody who seems to join are one person; undefined where nobody has said.
   */
  readonly same: boolean | undefined
  readonly dryRun: boolean
  readonly yes: boolean
  readonly json: boolean
}

export async function importPeople(context: CommandContext, asked: ListAsked): Promise<number> {
  const text = await readList(asked.file)
  if (text.kind === 'refused') {
    context.err(`${asked.file} ${text.what}. ${text.fix} Nothing was changed.`)
    return status.no
  }
  const { zone } = (await context.library()).school
  return withHome(context, async ({ people }) => {
    const known = await everybodyKnown(people)
    const today = dayIn(zone, asked.at)
    const plan = planText(text.text, { known, today, newId: context.newId, whole: !asked.part })
    const suspects = suspectSame(plan, today)
    const same = plan.problems.length > 0 ? [] : await askSame(context, suspects, asked)
    if (same === undefined) return status.no
    const changes = asOne(plan.changes, same)
    return settle(context, { asked, plan: { ...plan, changes }, people, known, text: text.text })
  })
}

/** Which of them are one person: as said for all, or asked one by one; undefined where nobody can be asked. */
async function askSame(
  context: CommandContext,
  suspects: readonly Suspect[],
  { same, json, file }: ListAsked,
): Promise<readonly Suspect[] | undefined> {
  const { interactive, out, err } = context
  if (suspects.length === 0 || same === false) return []
  if (same === true) return suspects
  if (!interactive || json) {
    for (const each of suspects) err(`${file}: ${saySuspect(each)}`)
    err('Say --same if they are one person each, or --different if they are not. Nothing was changed.')
    return undefined
  }
  const yes: Suspect[] = []
  const answers = context.input[Symbol.asyncIterator]()
  for (const each of suspects) {
    out(`${saySuspect(each)} The same person? [y/N]`)
    const answer = await answers.next()
    if (answer.done !== true && /^\s*y(es)?\s*$/i.test(answer.value)) yes.push(each)
  }
  return yes
}

/** As comma-separated text, whatever the file was. */
async function readList(file: string): Promise<DecodedText> {
  try {
    const { size } = statSync(file)
    if (size > mostBytes) return { ...tooLarge(size), fix: asCsv }
    return await readListBytes(readFileSync(file), basename(file))
  } catch {
    const fix = 'Is the name right, and may you open it?'
    return { kind: 'refused', why: 'empty', what: 'cannot be read', fix }
  }
}

const asCsv = 'Save it as CSV (comma-separated values) and import that.'

export async function readListBytes(bytes: Uint8Array, name: string): Promise<DecodedText> {
  if (bytes.length > mostBytes) return { ...tooLarge(bytes.length), fix: asCsv }
  const read = isPacked(bytes) ? await readWorkbook(bytes, name) : decodeText(bytes)
  return read.kind === 'text' ? read : { ...read, fix: asCsv }
}

/** A workbook is a ZIP file; no text begins like one. */
function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

/**
 * Its first sheet that is not empty, one line for each row, so that a wrong row is named by the number it has there.
 */
async function readWorkbook(bytes: Uint8Array, name: string): Promise<DecodedText> {
  const { readTables } = await import('../../adapters/documents/read.ts')
  const read = await readTables(bytes, name)
  if (read.kind === 'refused') return read
  const rows = read.tables.find((table) => table.rows.some((row) => row.length > 0))?.rows ?? []
  const cell = (text: string) => `"${text.replace(/\s*\n\s*/g, ' ').replaceAll('"', '""')}"`
  return { kind: 'text', text: rows.map((row) => `${row.map(cell).join(',')}\n`).join('') }
}

/** All real people, including leavers. */
export async function everybodyKnown(people: People): Promise<readonly Person[]> {
  const all: Person[] = []
  for (;;) {
    const after = all.at(-1)?.id
    const page = await people.list({ practice: false, most: 1_000, ...defined({ after }) })
    all.push(...page)
    if (page.length < 1_000) return all
  }
}

function planText(text: string, planning: Parameters<typeof planRecords>[1]): ListPlan {
  const csv = readCsv(text)
  if (csv.kind === 'records') return planRecords(csv.records, planning)
  const fix = 'Mend the line, or export the list again.'
  const problems = [{ line: csv.line, what: csv.what, fix }]
  return {
    changes: [],
    unmatched: [],
    formerly: new Map(),
    same: 0,
    ignored: [],
    rows: 0,
    guesses: [],
    head: [],
    problems,
  }
}

interface Settling {
  readonly asked: ListAsked
  readonly plan: ListPlan
  readonly people: People
  readonly known: readonly Person[]
  /** Of the file. */
  readonly text: string
}

async function settle(context: CommandContext, { asked, plan, people, known, text }: Settling): Promise<number> {
  const { out, err } = context
  if (asked.json) out(JSON.stringify(toJson(plan)))
  else if (plan.problems.length === 0) for (const line of toLines(plan, known)) out(line)
  const refused = refusalOf(plan, { asked, known })
  if (refused.length > 0) {
    for (const line of refused) err(line)
    return status.no
  }
  if (asked.dryRun) {
    err('This was a dry run: nothing was changed.')
    return status.done
  }
  if (plan.changes.length === 0) return status.done
  if (!(await agreed(context, { ...asked, question: 'Make these changes?' }))) return status.no
  await people.put(
    plan.changes.map(({ person }) => person),
    { list: { hash: sha256(text), rows: plan.rows } },
  )
  ;(asked.json ? err : out)('Done. All of it was changed together.')
  return status.done
}

/** Why the file is refused, in lines; empty where it may be imported. */
function refusalOf(plan: ListPlan, { asked, known }: Pick<Settling, 'asked' | 'known'>): string[] {
  const { problems } = plan
  if (problems.length > 0) {
    const count = countProblems(problems)
    return [...problems.map((each) => sayProblem(asked.file, each)), `${count}, so nothing was changed.`]
  }
  if (!tooManyLeave(plan, known) || asked.leavers) return []
  return [
    'More than a fifth of the people would leave. If the file is only a part of the list, say --part. If they have really left, say --leavers. Nothing was changed.',
  ]
}

function sayProblem(file: string, { line, what, fix }: RowProblem): string {
  return `${file}:${line} ${what} ${fix}`
}

/** Of one kind; nobody reads ten thousand lines before saying yes. */
const mostShown = 50

function toLines({ changes, same, ignored, guesses }: ListPlan, known: readonly Person[]): string[] {
  const names = new Map([...known, ...changes.map(({ person }) => person)].map(({ id, name }) => [id, name]))
  const groups = (Object.keys(changeHeadings) as PersonChange['kind'][]).flatMap((kind) => {
    const mine = changes.filter((change) => change.kind === kind)
    if (mine.length === 0) return []
    const shown = mine.slice(0, mostShown).map((change) => `  ${sayPersonChange(change, names)}`)
    const more = mine.length - shown.length
    const rest = more === 0 ? [] : [`  and ${more} more: --dry-run --json lists them all`]
    return [`${changeHeadings[kind]} (${mine.length})`, ...shown, ...rest]
  })
  const left = ignored.length === 0 ? [] : [`Columns that mean nothing here: ${ignored.join(', ')}.`]
  return [...guesses, ...groups, `${same} ${same === 1 ? 'row changes' : 'rows change'} nothing.`, ...left]
}

function toJson({ changes, problems, same, ignored, guesses }: ListPlan) {
  return {
    changes: changes.map(({ kind, person, fields }) => ({ kind, ...person, fields })),
    problems,
    same,
    ignored,
    guesses,
  }
}
