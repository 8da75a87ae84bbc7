// Decides whether a block may show an uploaded file as a picture.
import { isFields, type Json, textOf } from '../../json.ts'
import type { State, StoredFile } from '../state.ts'

/** True if a block may not show this file. Each call also counts down the processing of a new file. */
export function refusedPicture(state: State, slackFile: Json | undefined): boolean {
  const file = isFields(slackFile) ? state.files.get(textOf(slackFile['id']) ?? '') : undefined
  if (file?.completed !== true || !isPicture(file)) return true
  if (file.unready === 0) return false
  file.unready -= 1
  return true
}

function isPicture({ content }: StoredFile): boolean {
  const first = content?.subarray(0, 4).toString('latin1') ?? ''
  return first === '\x89PNG' || first.startsWith('\xff\xd8') || first === 'GIF8'
}
