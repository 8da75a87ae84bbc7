// Signs for one person after another until it is killed. Its argument is a database file; it prints the id of each
// signature once the store has confirmed it.
import { randomUUID } from 'node:crypto'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { openStore } from '../../adapters/store/store.ts'
import { aPerson, parts, policy, press } from './evidence.ts'

const [file = '', round = ''] = process.argv.slice(2)
const { journal, people } = openStore(await openSqlite(file), { ...parts, newId: randomUUID })
for (let turn = 0; ; turn++) {
  const some = Array.from({ length: 5 }, (_, n) => `${round}-${turn}-${n}`)
  await people.put(some.map((id) => aPerson(id)))
  await Promise.all(
    some.map(async (person) => {
      await journal.keepReading({ policy, person }, { edition: '2015-10', read: ['1'], at: new Date(0) })
      await press(journal, { person, id: `e-${person}` })
      process.stdout.write(`e-${person}\n`)
    }),
  )
}
