// The one entrance to all readers: a file's bytes and name → a Document or tables, or why not and what to do about it.
import type { ReadDocument, ReadTables, UnreadDocument } from '../../src/ports/document.ts'
import { never } from '../../src/kit/never.ts'
import { type Asked, createKeeper, type Keeper, type KeeperLimits } from './keeper.ts'
import { type FileFormat, recognise } from './recognise.ts'
import { readText } from './text.ts'

export interface Reader {
  readonly readDocument: (bytes: Uint8Array, fileName: string) => Promise<ReadDocument>
  readonly readTables: (bytes: Uint8Array, fileName: string) => Promise<ReadTables>
  /** Ends the process that reads; a later request starts another. */
  readonly close: () => void
}

// Measured: 36 ms a page and 190 MB at most on 612 pages of school PDFs. The limit allows for a slow machine.
export const readingLimits: KeeperLimits = { deadline: 60_000, megabytes: 700, idle: 5000 }

/** Nothing larger is opened: a policy with its pictures takes some megabytes. */
export const mostFileBytes = 50_000_000

/** Shared by this whole program: one process reads all files, and ends when it has been idle for a while. */
export const { readDocument, readTables } = openReader()

export function openReader(limits = readingLimits): Reader {
  const keeper = createKeeper(limits)
  return {
    readDocument: async (bytes, fileName) => {
      const read = await readAs(keeper, { bytes, fileName, isWanted: (format) => !isTables(format), otherwise: isList })
      return read.kind === 'tables' ? isList : read
    },
    readTables: async (bytes, fileName) => {
      const read = await readAs(keeper, { bytes, fileName, isWanted: isTables, otherwise: isNoList })
      return read.kind === 'document' ? isNoList : read
    },
    close: keeper.end,
  }
}

const isTables = (format: FileFormat) => format === 'xlsx' || format === 'csv'

interface Wanted {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly isWanted: (format: FileFormat) => boolean
  readonly otherwise: UnreadDocument
}

async function readAs(keeper: Keeper, { bytes, fileName, isWanted, otherwise }: Wanted) {
  if (bytes.length > mostFileBytes) return tooLarge(bytes.length)
  const recognised = recognise(bytes, fileName)
  if (recognised.kind === 'refused') return recognised
  if (!isWanted(recognised.format)) return otherwise
  // Plain text needs no process of its own: its reader is ours, takes linear time, and unpacks nothing.
  const { format } = recognised
  if (format === 'txt' || format === 'md') return readText(bytes, { isMarkdown: format === 'md' })
  // A buffer may be a window on a larger one, all of which would be sent.
  return sayAsked(await keeper.ask({ format, bytes: new Uint8Array(bytes) }))
}

function sayAsked(asked: Asked): ReadDocument | ReadTables {
  switch (asked.kind) {
    case 'document':
    case 'tables':
    case 'refused':
      return asked
    case 'hung':
      return refuse('too-large', 'takes far longer to read than a policy should', printAgain)
    case 'ate':
      return refuse('too-large', 'needs far more memory to be read than a policy should', printAgain)
    case 'died':
      return refuse('damaged', 'is damaged in a way that cannot be read', printAgain)
    default:
      return never(asked)
  }
}

const printAgain = 'Open it in the program that made it, save it as a new file or print it to a PDF, and try with that.'

const isList = refuse(
  'unknown',
  'is a list or a workbook, and no text',
  'Save the text as a Word file, and import that.',
)
const isNoList = refuse('unknown', 'is a text, and no list', 'Save the list as .xlsx or .csv, and import that.')

export function tooLarge(size: number): UnreadDocument {
  const what = `is too large: ${(size / 1_000_000).toFixed(0)} MB, and at most ${mostFileBytes / 1_000_000} MB can be read`
  return refuse('too-large', what, 'Save it again with smaller pictures, and try with that copy.')
}

function refuse(why: UnreadDocument['why'], what: string, fix: string): UnreadDocument {
  return { kind: 'refused', why, what, fix }
}
