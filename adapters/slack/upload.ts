// Uploads files to Slack: an address is requested, the bytes are sent there, and then Slack is told what they are for.
import { z } from 'zod'
import type { Log } from '../../src/ports/ports.ts'
import type { Api } from './api.ts'

export interface Uploading {
  readonly api: Api
  readonly log: Log
}

export interface Parcel {
  /** The file's name when it is saved. */
  readonly name: string
  readonly content: Uint8Array
}

const Address = z.object({ upload_url: z.string(), file_id: z.string() })

/** The file's id, before anybody can see it; undefined, with one line in the log, where Slack did not accept it. */
export async function upload({ api, log }: Uploading, { name, content }: Parcel): Promise<string | undefined> {
  try {
    const asked = await api.call(
      'files.getUploadURLExternal',
      { filename: name, length: content.length },
      { patience: 'short' },
    )
    if (asked.kind === 'refused') return failed(log, asked.error)
    const { upload_url: url, file_id: id } = Address.parse(asked.answer)
    const sent = await api.deposit(url, content)
    return sent.kind === 'done' ? id : failed(log, sent.error)
  } catch (error) {
    return failed(log, whyOf(error))
  }
}

/**
 * Completes an upload: shown in a conversation, or without one kept for a message that shows it. False, with one line
 * in the log, where that failed.
 */
export async function complete(
  { api, log }: Uploading,
  file: {
    readonly id: string
    readonly title: string
    readonly channel?: string
    readonly thread?: string | undefined
  },
): Promise<boolean> {
  const { id, title, channel, thread } = file
  const where = channel === undefined ? {} : { channel_id: channel, thread_ts: thread }
  try {
    const args = { files: [{ id, title }], ...where }
    const outcome = await api.call('files.completeUploadExternal', args, { patience: 'short' })
    if (outcome.kind === 'refused') failed(log, outcome.error)
    return outcome.kind === 'done'
  } catch (error) {
    failed(log, whyOf(error))
    return false
  }
}

/** There is no id. */
function failed(log: Log, why: string): string | undefined {
  log.warn({ why }, 'slack did not take a file: words stand in its place')
  return undefined
}

function whyOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : 'it broke'
}
