// What a watched folder proposes: new and changed documents, kept in the home until somebody looks at them. None
// becomes an edition by itself.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { extname, join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from './edition-files.ts'

const Proposal = z.object({
  /** Without its folders. */
  name: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
  state: z.enum(['open', 'taken', 'left']),
  /** Whether its owner has been told. */
  told: z.boolean(),
})
export type ProposedFile = z.infer<typeof Proposal>
const Proposals = z.array(Proposal)

/** The oldest first. A list that cannot be read counts as empty: the folder still has the files. */
export function readProposals(home: string): readonly ProposedFile[] {
  const path = listOf(home)
  if (!existsSync(path)) return []
  try {
    return Proposals.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return []
  }
}

/** False where exactly the same file was proposed before, whatever became of it. */
export function proposeFile(
  home: string,
  given: Pick<ProposedFile, 'name' | 'sha256'> & { readonly bytes: Uint8Array; readonly at: Date },
): boolean {
  const all = readProposals(home)
  const { name, sha256, bytes, at } = given
  if (all.some((each) => each.sha256 === sha256)) return false
  const proposal: ProposedFile = { name, sha256, at: at.toISOString(), state: 'open', told: false }
  writeWhole(fileOf(home, proposal), bytes)
  writeList(home, [...all, proposal])
  return true
}

export function openProposedFiles(home: string): readonly ProposedFile[] {
  return readProposals(home).filter(({ state }) => state === 'open')
}

export function bytesOf(home: string, proposal: ProposedFile): Uint8Array | undefined {
  const path = fileOf(home, proposal)
  return existsSync(path) ? new Uint8Array(readFileSync(path)) : undefined
}

/** It was written as an edition, or dismissed: its file goes, and it is not proposed again. */
export function settleProposal(home: string, sha256: string, state: 'taken' | 'left'): void {
  const all = readProposals(home)
  const found = all.find((each) => each.sha256 === sha256)
  if (found === undefined) return
  rmSync(fileOf(home, found), { force: true })
  writeList(
    home,
    all.map((each) => (each === found ? { ...each, state } : each)),
  )
}

export function noteTold(home: string, told: readonly ProposedFile[]): void {
  const hashes = new Set(told.map(({ sha256 }) => sha256))
  writeList(
    home,
    readProposals(home).map((each) => (hashes.has(each.sha256) ? { ...each, told: true } : each)),
  )
}

function listOf(home: string): string {
  return join(home, 'proposed', 'list.json')
}

function fileOf(home: string, { sha256, name }: Pick<ProposedFile, 'sha256' | 'name'>): string {
  return join(
    home,
    'proposed',
    `${sha256}${extname(name)
      .toLowerCase()
      .replace(/[^.a-z0-9]/g, '')}`,
  )
}

function writeList(home: string, all: readonly ProposedFile[]): void {
  writeWhole(listOf(home), `${JSON.stringify(all, undefined, 2)}\n`)
}
