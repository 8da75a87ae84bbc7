// What lies where in a school's home folder.
import { join } from 'node:path'

export function databaseFile(home: string): string {
  return join(home, 'policy-guide.db')
}
