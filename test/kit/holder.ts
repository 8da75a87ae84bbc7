// A program that holds a database's lock until its standard input ends, as a long command beside the bot would.
import { DatabaseSync } from '@photostructure/sqlite'

const database = new DatabaseSync(process.argv[2] ?? '')
database.exec('begin immediate')
process.stdout.write('held\n')
process.stdin.resume().on('end', () => {
  database.exec('rollback')
  database.close()
})
