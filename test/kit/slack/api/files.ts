// Uploads of files: gives an address for the bytes, takes them, and completes the upload, with or without sharing it.
import { type Fields, isList, listOf, numberOf, textOf } from '../../json.ts'
import { addMessage } from '../messages.ts'
import { findMessage, type Room, type State, type StoredFile } from '../state.ts'
import { messageEvent } from './chat.ts'
import { isTs, refuse, type Desk, type Found, type Method } from './method.ts'

export const fileMethods: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': (desk, args) => {
    const name = textOf(args['filename']) ?? ''
    const length = numberOf(args['length']) ?? 0
    if (name === '') return missing('filename')
    if (!Number.isInteger(length) || length <= 0) return missing('length')
    if ((textOf(args['alt_txt']) ?? '').length > 1_000) return refuse('alt_txt_too_large')
    const id = desk.state.nextId('F')
    desk.state.files.set(id, {
      id,
      name,
      length,
      title: name,
      content: undefined,
      completed: false,
      sharedIn: [],
      unready: 0,
    })
    return { ok: true, upload_url: desk.address('http', `/upload/${id}`), file_id: id }
  },

  'files.completeUploadExternal': (desk, args) => {
    const asked = listOf(args['files'])
    if (!isList(args['files']) || asked.length === 0) return missing('files')
    const files = asked.flatMap((file) => desk.state.files.get(textOf(file['id']) ?? '') ?? [])
    // An upload can be completed only once.
    if (files.length < asked.length || files.some(({ content, completed }) => content === undefined || completed))
      return refuse('file_not_found')
    const place = placeFor(desk.state, args)
    if ('error' in place) return place.error
    files.forEach((file, at) => {
      file.completed = true
      file.title = textOf(asked[at]?.['title']) ?? file.name
      file.unready = desk.state.fileLooks
    })
    if (place.found !== undefined) share(desk, place.found, files, args)
    return { ok: true, files: files.map(({ id, title }) => ({ id, title })) }
  },
}

/**
 * The HTTP status of an upload: 200 if the bytes match the announced length, 400 if not, 404 without an announcement.
 */
export function takeUpload(state: State, id: string, content: Buffer): number {
  const file = state.files.get(id)
  if (file === undefined) return 404
  if (content.length !== file.length || file.completed) return 400
  file.content = content
  return 200
}

/** The bot's conversation to share in, by its own id; unlike chat.postMessage, this method takes no user id. */
function placeFor(state: State, args: Fields): Found<Room | undefined> {
  const where = textOf(args['channel_id']) ?? ''
  if (where === '') return { found: undefined }
  const room = state.channels.get(where)
  if (room === undefined) return { error: refuse('channel_not_found') }
  if (!room.members.has(state.ids.botUser)) return { error: refuse('not_in_channel') }
  const thread = args['thread_ts']
  if (thread === undefined || thread === '') return { found: room }
  if (!isTs(thread) || findMessage(room, thread) === undefined) return { error: refuse('thread_not_found') }
  return { found: room }
}

function share(desk: Desk, room: Room, files: readonly StoredFile[], args: Fields): void {
  for (const file of files) file.sharedIn.push(room.id)
  const message = addMessage(desk.state, room, {
    user: desk.state.ids.botUser,
    botId: desk.state.ids.bot,
    subtype: 'file_share',
    text: textOf(args['initial_comment']) ?? '',
    thread: textOf(args['thread_ts']),
    files: files.map(({ id, name, title, length }) => ({ id, name, title, size: length })),
  })
  desk.tell(messageEvent(desk.state, room, message))
}

function missing(argument: string): Fields {
  return refuse('invalid_arguments', {
    response_metadata: { messages: [`[ERROR] missing required field: ${argument}`] },
  })
}
