// `setup`: the set-up of a school for technicians, asked line by line, or read from a file for the second school.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { nations } from '../library/holidays.ts'
import { sampleIn } from '../office/sample.ts'
import { hashIn, saveAll, textIn } from '../office/save.ts'
import { changeSchool, type SchoolValues } from '../office/school-file.ts'
import { readTerms } from '../office/terms.ts'
import { flag, misused, readOptions, word } from './asked.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { openLog } from './log.ts'
import { withHome } from './open-home.ts'
import { peopleCommand } from './people.ts'
import { importPolicies } from './policy-import.ts'

const usage =
  'Usage: setup [--from FILE.yaml]. Without a file each line is asked, and an empty answer leaves it as it is.'

const line = z.string().min(1)
const SetupFile = z.strictObject({
  school: z
    .strictObject({
      name: line.optional(),
      shortNames: z.array(line).optional(),
      zone: line.optional(),
      nation: z.enum([...nations, 'none']).optional(),
    })
    .default({}),
  contacts: z.record(z.string().regex(/^[a-z-]{1,40}$/), z.strictObject({ who: line, how: line })).default({}),
  terms: z.array(line).default([]),
  inset: z.array(line).default([]),
  reminders: z.strictObject({ before: z.array(z.int().min(0).max(365)), every: z.int().min(1).max(365) }).optional(),
  /** Paths are relative to this file. */
  policies: z.array(line).default([]),
  people: line.optional(),
})
type SetupFile = z.infer<typeof SetupFile>

export const setup: Command = async (context, argv) => {
  const read = readOptions(argv, { from: word, yes: flag }, usage)
  if (read.kind === 'misused' || read.words.length > 0)
    return misused(context, read.kind === 'misused' ? read.what : usage)
  const { from } = read.values
  if (from === undefined && !context.interactive) return misused(context, `Nobody is here to ask. ${usage}`)
  const given = from === undefined ? await askAll(context) : readSetup(from)
  if (typeof given === 'string') return misused(context, given)
  const wrote = await writeSchool(context, given)
  if (wrote !== status.done) return wrote
  const folder = from === undefined ? process.cwd() : dirname(resolve(from))
  const brought = await bringFiles(context, given, folder)
  await sayLeft(context, brought)
  return brought
}

/** A sentence where it cannot be used, with every mistake in it. */
function readSetup(path: string): SetupFile | string {
  if (!existsSync(path)) return `${path} cannot be read. Is the name right?`
  let source: unknown
  try {
    source = parse(readFileSync(path, 'utf8'))
  } catch (error) {
    return `${path} cannot be read as YAML: ${error instanceof Error ? error.message : ''}`
  }
  const read = SetupFile.safeParse(source ?? {})
  if (read.success) return read.data
  return read.error.issues.map(({ path: at, message }) => `${path}: ${at.join('.')}: ${message}`).join('\n')
}

async function askAll({ input, out, library }: CommandContext): Promise<SetupFile> {
  const answers = input[Symbol.asyncIterator]()
  const { school } = await library()
  const ask = async (question: string, now: string) => {
    out(`${question} [${now}]`)
    const next = await answers.next()
    return next.done === true ? '' : next.value.trim()
  }
  const name = await ask('What is the school called?', school.name)
  const short = await ask('Short names, with commas between?', school.shortNames.join(', '))
  const contacts: Record<string, { who: string; how: string }> = {}
  for (const [role, { who, how }] of Object.entries(school.contacts).filter(([each]) => each !== 'police')) {
    const whoNow = await ask(`${role}: who is asked? It stands in the middle of a sentence`, who)
    const howNow = await ask(`${role}: how are they reached?`, how)
    if (whoNow !== '' || howNow !== '')
      contacts[role] = { who: whoNow === '' ? who : whoNow, how: howNow === '' ? how : howNow }
  }
  const terms: string[] = []
  for (;;) {
    const term = await ask('A term, such as 2026-09-02 to 2026-10-23? Empty goes on', '')
    if (term === '') break
    terms.push(term)
  }
  const policies = await ask('Policies: files or folders, with commas between?', 'none')
  const people = await ask('The list of people: a CSV or Excel file?', 'none')
  return SetupFile.parse({
    school: {
      name: name === '' ? school.name : name,
      shortNames: short === '' ? [...school.shortNames] : splitList(short),
    },
    contacts,
    terms,
    policies: splitList(policies),
    people: people === '' ? undefined : people,
  })
}

function splitList(text: string): string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
}

async function writeSchool(context: CommandContext, given: SetupFile): Promise<number> {
  const terms = readTerms(given.terms.join('\n'))
  const inset = readTerms(given.inset.map((each) => `INSET ${each}`).join('\n'))
  const unread = [...terms.unread, ...inset.unread]
  if (unread.length > 0)
    return misused(
      context,
      `Not understood as days: ${unread.join('; ')}. Write them such as 2026-09-02 to 2026-10-23. Nothing was changed.`,
    )
  const values = valuesOf(given, { terms: terms.terms, inset: inset.inset })
  const { home, root, clock, newId } = context
  const before = textIn(home, 'school.yaml') ?? readFileSync(join(root, 'knowledge', 'school.yaml'), 'utf8')
  const change = { path: 'school.yaml', source: changeSchool(before, values), seen: hashIn(home, 'school.yaml') }
  return withHome(context, async ({ journal }) => {
    const ports = { journal, clock, newId, log: openLog('warn') }
    const world = { home, root, ports, shared: undefined, renew: () => undefined }
    const saved = await saveAll(world, { by: 'operator' }, [change])
    if (saved.kind === 'saved') {
      context.out(`Written: ${join(home, 'school.yaml')}`)
      return status.done
    }
    const lines = saved.kind === 'unsound' ? saved.lines : [`${saved.path} was changed in the meantime.`]
    for (const each of lines) context.err(each)
    context.err('Nothing was changed.')
    return status.no
  })
}

type Days = Required<Pick<SchoolValues, 'terms' | 'inset'>>

/** What is not given stays as it is. */
function valuesOf({ school, contacts, reminders }: SetupFile, { terms, inset }: Days): SchoolValues {
  const values: { -readonly [K in keyof SchoolValues]: SchoolValues[K] } = { contacts }
  if (school.name !== undefined) values.name = school.name
  if (school.shortNames !== undefined) values.shortNames = school.shortNames
  if (school.zone !== undefined) values.zone = school.zone
  if (school.nation !== undefined) values.nation = school.nation
  if (terms.length > 0) values.terms = terms
  if (inset.length > 0) values.inset = inset
  if (reminders !== undefined) values.reminders = reminders
  return values
}

/** Done by the commands for each part; each says itself what it refuses. */
async function bringFiles(context: CommandContext, { policies, people }: SetupFile, folder: string): Promise<number> {
  const files = policies.map((path) => resolve(folder, path))
  const first = files.length === 0 ? status.done : await importPolicies(context, [...files, '--yes'])
  if (people === undefined) return first
  return Math.max(first, await peopleCommand(context, ['import', resolve(folder, people), '--yes']))
}

async function sayLeft(context: CommandContext, brought: number): Promise<void> {
  const left = sampleIn(await context.library())
  for (const { what, fix } of left) context.out(`Still to do: ${what} ${fix}`)
  if (brought !== status.done) {
    context.err('Not everything could be brought in; what is wrong stands above. The rest is set up, and stays.')
    context.err('Put it right, and run the same command again.')
    return
  }
  context.out(
    left.length === 0
      ? 'The school is set up. Start the bot: npm start'
      : 'Run npm run setup again whenever you like, or use the office on the page.',
  )
}
