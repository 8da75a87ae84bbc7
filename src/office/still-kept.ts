// Files in the home that may still contain somebody who was erased, because they were written before.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const folders = ['backups', 'packs', 'papers'] as const

/** Their paths in the home: earlier backups and packs, and pictures of this person's own papers, by their hashes. */
export function stillKept(home: string, papers: readonly string[]): readonly string[] {
  return folders.flatMap((folder) => {
    const path = join(home, folder)
    if (!existsSync(path)) return []
    const own = (name: string) => folder !== 'papers' || papers.some((hash) => name.startsWith(`${hash}.`))
    return readdirSync(path)
      .filter((name) => !name.startsWith('.') && own(name))
      .toSorted()
      .map((name) => `${folder}/${name}`)
  })
}
