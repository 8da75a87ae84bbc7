// The command line: finds the command, gives it what it needs, and turns its outcome into an exit status.
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Command, type CommandContext, status } from './command/context.ts'
import { examples, listing } from './command/examples.ts'
import { readConfig } from './config.ts'
import { nearest } from './kit/text.ts'

// Each is loaded when it is used: `ask` must not wait for a web server.
const commands: Readonly<Record<string, { readonly load: () => Promise<Command>; readonly does: string }>> = {
  start: { load: async () => (await import('./command/start.ts')).start, does: 'serve the bot' },
  ask: {
    load: async () => (await import('./command/ask.ts')).askCommand,
    does: 'ask a question: ask [--json] "QUESTION", or ask --jsonl',
  },
  check: {
    load: async () => (await import('./command/check.ts')).checkCommand,
    does: 'walk a check: check --json --scenario ID --answer QUESTION=CHOICE …',
  },
  setup: {
    load: async () => (await import('./command/setup.ts')).setup,
    does: 'set the school up, line by line, or setup --from FILE.yaml',
  },
  inspect: { load: async () => (await import('./command/inspect.ts')).inspect, does: 'check every knowledge file' },
  policy: {
    load: async () => (await import('./command/policy.ts')).policyCommand,
    does: 'policy import FILE…, list, show, outline, original, publish, withdraw',
  },
  people: {
    load: async () => (await import('./command/people.ts')).peopleCommand,
    does: 'people import FILE.csv, list, show EMAIL, erase EMAIL',
  },
  campaign: {
    load: async () => (await import('./command/campaign.ts')).campaignCommand,
    does: 'campaign open --policy ID --audience GROUPS --due DAY, list, close ID, mark',
  },
  register: {
    load: async () => (await import('./command/register.ts')).registerCommand,
    does: 'register list, export FILE.csv, pack FOLDER, receipt EMAIL',
  },
  sign: {
    load: async () => (await import('./command/sign.ts')).signCommand,
    does: 'sign paper --email E --on DAY --kept "WHERE", withdraw, excuse, end-excuse',
  },
  reminders: {
    load: async () => (await import('./command/reminders.ts')).remindersCommand,
    does: 'reminders --on DAY [--json]: who would be reminded, and why others would not',
  },
  digest: {
    load: async () => (await import('./command/digest.ts')).digestCommand,
    does: 'digest --on DAY [--names] [--json]: what SLT would be told, and when',
  },
  verify: {
    load: async () => (await import('./command/verify.ts')).verifyCommand,
    does: 'verify the journal, or verify RECEIPT.pdf',
  },
  review: {
    load: async () => (await import('./command/review.ts')).review,
    does: 'how each policy’s review stands, and what to look at: review --on 2026-10-05, review record',
  },
  calendar: {
    load: async () => (await import('./command/calendar.ts')).calendarCommand,
    does: 'the school’s year for any calendar program: calendar --to FILE.ics',
  },
  backup: {
    load: async () => (await import('./command/backup.ts')).backupCommand,
    does: 'the whole school in one file, also while the bot is running: backup [--to FILE]',
  },
  restore: {
    load: async () => (await import('./command/restore.ts')).restoreCommand,
    does: 'a backup into an empty home: restore FILE --home FOLDER',
  },
  store: {
    load: async () => (await import('./command/store.ts')).storeCommand,
    does: 'store copy: move the school from its own file to the PostgreSQL of DATABASE_URL; back: store copy --back',
  },
  doctor: {
    load: async () => (await import('./command/doctor.ts')).doctor,
    does: 'try every part, and say what to do',
  },
  manifest: {
    load: async () => (await import('./command/manifest.ts')).manifest,
    does: 'manifest slack [--url https://…] to paste into Slack, manifest teams --app-id ID to upload',
  },
  scenario: {
    load: async () => (await import('./command/scenario.ts')).scenarioCommand,
    does: 'scenario graph ID, as Mermaid',
  },
}

async function main(argv: readonly string[]): Promise<number> {
  // Everything that is written (databases, exports, packs, backups) contains people's names, so only its owner may read
  // it.
  process.umask(0o077)
  const { home, rest } = takeHome(argv)
  const [name = 'help', ...args] = rest
  process.stdout.on('error', (error: NodeJS.ErrnoException) => outputLost(name, error))
  const command = commands[name]
  if (command === undefined) return usage(name)
  if (asksForHelp(args)) return explain(name, command.does)
  const read = readConfig(process.env, home)
  if (read.kind === 'problems') {
    for (const problem of read.problems) console.error(problem)
    return status.misuse
  }
  const run = await command.load()
  const root = findRoot()
  const context: CommandContext = {
    config: read.config,
    home: read.config.home,
    root,
    clock: () => new Date(),
    newId: randomUUID,
    interactive: process.stdin.isTTY,
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    get input() {
      return createInterface({ input: process.stdin, crlfDelay: Infinity })
    },
    library: async () => (await import('./command/knowledge.ts')).loadLibrary({ root, home: read.config.home }),
    names: async () =>
      (await import('./command/names.ts')).readPeopleNames({
        home: read.config.home,
        config: read.config,
        newId: randomUUID,
        clock: () => new Date(),
      }),
  }
  return run(context, args)
}

/**
 * The reader of the output may stop early, as `| head` does, and a disk may be full. Whoever serves others goes on
 * without it.
 */
function outputLost(name: string, { code, message }: NodeJS.ErrnoException): void {
  if (name === 'start') return
  if (code === 'EPIPE') process.exit(status.done)
  console.error(`What was to be said could not be written (${message}). Make room for it, or say it elsewhere.`)
  process.exit(status.no)
}

function usage(name: string): number {
  const asked = ['help', '--help', '-h'].includes(name)
  const near = asked ? undefined : nearest(name, Object.keys(commands))
  if (!asked) console.error(`There is no command "${name}".${near === undefined ? '' : ` Did you mean ${near}?`}`)
  const lines = Object.entries(commands).map(([command, { does }]) => `  ${command.padEnd(10)} ${does}`)
  const text = ['Policy Guide. Commands, all with --home DIR for another home folder than ./data:', ...lines].join('\n')
  if (asked) console.log(text)
  else console.error(text)
  return asked ? status.done : status.misuse
}

/** What follows a bare `--` is somebody's question, and not an option. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--') === -1 ? args.length : args.indexOf('--')
  return args.slice(0, end).some((arg) => arg === '--help' || arg === '-h')
}

function explain(name: string, does: string): number {
  const lines = (examples[name] ?? []).map((example) => `  ${example}`)
  const all = listing.has(name) ? [`npm run ${name}, with nothing after it, lists all its uses and options.`] : []
  const home = 'It takes --home DIR for another home folder than ./data.'
  console.log([`${name}: ${does}`, '', 'For example:', ...lines, '', ...all, home].join('\n'))
  return status.done
}

/** `--home DIR` may come anywhere before a bare `--`. */
function takeHome(argv: readonly string[]): { home: string | undefined; rest: readonly string[] } {
  const end = argv.indexOf('--') === -1 ? argv.length : argv.indexOf('--')
  const at = argv.findIndex((arg, index) => index < end && (arg === '--home' || arg.startsWith('--home=')))
  const found = argv[at]
  if (found === undefined) return { home: undefined, rest: argv }
  if (found !== '--home') return { home: found.slice('--home='.length), rest: argv.toSpliced(at, 1) }
  return { home: argv[at + 1], rest: argv.toSpliced(at, 2) }
}

/** The folder with package.json: the program runs from src/ in tests and from dist/ when built. */
function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error('package.json is missing: the program is not complete. Install it again.')
    folder = above
  }
  return folder
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = status.no
}
