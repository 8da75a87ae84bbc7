// Where the key is with which the school signs its checkpoints, in a line for `doctor`. Whoever has it can sign as the
// school, so it is in no backup.
import { existsSync } from 'node:fs'
import { checkpointKeyFile } from './home.ts'

export function keyLine(home: string): string {
  const file = checkpointKeyFile(home)
  return existsSync(file)
    ? `${file} signs what other schools cosign; it is in no backup`
    : 'none yet; it is made with the first checkpoint for another school'
}
