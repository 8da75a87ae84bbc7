// Finds the knowledge files: a file in the home folder replaces the same file in knowledge/.
import { defined } from '../kit/defined.ts'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

export interface KnowledgeFile {
  /** The path inside its folder, with forward slashes: `policies/social-media/2015-10.md`. */
  readonly path: string
  /** The path as people see it: `knowledge/policies/social-media/2015-10.md`. */
  readonly shown: string
  readonly source: string
  /** True where it is the school's own file, from the home folder. */
  readonly own: boolean
  /** The project's file under the same path, where the school's own replaces it. */
  readonly hidden?: string
}

/** Every file of knowledge/ and of the school's home that the library reads, by path. */
export function findFiles({ root, home }: { root: string; home: string }): KnowledgeFile[] {
  const files = new Map<string, KnowledgeFile>()
  for (const { folder, own } of [
    { folder: join(root, 'knowledge'), own: false },
    { folder: home, own: true },
  ]) {
    for (const path of pathsIn(folder)) {
      const full = join(folder, path)
      const shown = relative(process.cwd(), full)
      const hidden = files.get(path)?.source
      files.set(path, {
        path,
        shown: shown.startsWith('..') ? full : shown,
        source: readFileSync(full, 'utf8'),
        own,
        ...defined({ hidden }),
      })
    }
  }
  return [...files.values()]
}

const topFiles = ['school.yaml', 'words.yaml', 'urgent.yaml', 'urgent-weights.txt', 'law.yaml', 'lexicon.yaml']

/** The files in a folder that the library reads, by their path inside it. */
export function pathsIn(folder: string): string[] {
  const top = topFiles.filter((name) => existsSync(join(folder, name)))
  const below = ['policies', 'scenarios', 'topics', 'bundles'].flatMap((name) => {
    const inside = join(folder, name)
    if (!existsSync(inside)) return []
    return readdirSync(inside, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(yaml|md)$/.test(path))
      .map((path) => `${name}/${path.split(sep).join('/')}`)
  })
  return [...top, ...below].toSorted()
}
