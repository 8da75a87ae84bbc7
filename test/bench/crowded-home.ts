// A home with a hundred policies, as a school's folder on disk.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeEdition } from '../../src/importer/write.ts'
import { quietPolicies } from './quiet.ts'
import { strangersPolicies } from './shelves.ts'

/** Beside the project's own policy: the eight of the strangers, and quiet ones. */
export function fillHome(home: string, count: number): void {
  const eight = strangersPolicies()
  for (const { id, title, owner, ask, editions } of [...eight, ...quietPolicies(eight, count - eight.length)]) {
    const folder = join(home, 'policies', id)
    mkdirSync(folder, { recursive: true })
    const policy = { id, title, owner, ask }
    writeFileSync(join(folder, 'policy.yaml'), `${JSON.stringify(policy, undefined, 2)}\n`)
    for (const edition of editions)
      writeFileSync(join(folder, `${edition.id}.md`), writeEdition(edition, { number: undefined, aside: [] }))
  }
}
