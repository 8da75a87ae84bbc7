// Pictures of signed papers, kept in the home under their hash. The journal's entry names the hash, which shows that
// the picture is the one from when it was recorded.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { sha256 } from '../kit/hash.ts'

const kinds: readonly string[] = ['.pdf', '.png', '.jpg', '.jpeg', '.heic', '.tif', '.tiff']
const mostBytes = 20_000_000

export interface KeptPaper {
  readonly hash: string
  /** Removes it again. */
  drop(): void
}

/** A sentence where it is not a picture that can be kept. */
export function keepPaper(home: string, file: string): KeptPaper | string {
  const kind = extname(file).toLowerCase()
  if (!kinds.includes(kind)) return `${file} is no picture of a paper. It can be one of ${kinds.join(' ')}.`
  try {
    if (statSync(file).size > mostBytes) return `${file} has more than ${mostBytes / 1_000_000} million bytes.`
    const bytes = readFileSync(file)
    const hash = sha256(bytes)
    const to = join(home, 'papers', `${hash}${kind}`)
    if (existsSync(to)) return { hash, drop: () => undefined }
    mkdirSync(join(home, 'papers'), { recursive: true, mode: 0o700 })
    writeFileSync(to, bytes, { mode: 0o600, flag: 'wx' })
    return { hash, drop: () => rmSync(to, { force: true }) }
  } catch {
    return `${file} cannot be read or kept. Is the name right, and may you open it?`
  }
}

/** Their paths in the home. */
export function papersIn(home: string): readonly string[] {
  const folder = join(home, 'papers')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /^[0-9a-f]{64}\.[a-z]+$/.test(name))
    .toSorted()
    .map((name) => `papers/${name}`)
}

export function paperOf(home: string, hash: string): string | undefined {
  return papersIn(home).find((path) => path.startsWith(`papers/${hash}.`))
}

/**
 * What the office keeps beside the knowledge: earlier texts, originals, proposed documents, and what headings of lists
 * mean; and what was seen of other schools' journals, without which a shorter one would be cosigned after a restore.
 */
export function besideIn(home: string): readonly string[] {
  const below = ['history', 'documents', 'proposed'].flatMap((name) => {
    const folder = join(home, name)
    if (!existsSync(folder)) return []
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.new'))
      .map((entry) => relative(home, join(entry.parentPath, entry.name)).split(sep).join('/'))
  })
  const top = existsSync(home) ? readdirSync(home).filter((name) => atTop.test(name)) : []
  return [...below, ...top].toSorted()
}

const atTop = /^(?:people-columns|cosigned-[0-9a-f]{16})\.json$/
