// Proof that nobody changed the journal: its head is sent to the mailboxes that the school names.
import { door } from '../turn/door.ts'
import { publishHead } from './job.ts'

export const proof = door('proof', {
  on: {},
  jobs: () => [{ name: 'head', run: ({ ports, now, library }) => publishHead({ ports, now, school: library.school }) }],
})
