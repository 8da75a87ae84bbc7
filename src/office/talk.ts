// The way from chat into a room of the office: a link to the page, for people who may use it.
import { linkBlock, note, text, type Card } from '../chat/cards.ts'
import { privately, type Reply } from '../chat/replies.ts'
import type { Deed } from '../people/may.ts'
import { permitAny } from '../turn/permit.ts'
import type { Turn } from '../turn/turn.ts'

const minutes = 15

export function showWayToOffice(
  room: 'people' | 'policies' | 'bundles' | 'pack' | 'settings' | 'questions',
  deed: Deed,
): (turn: Turn) => Promise<Reply[]> {
  return async (turn) => {
    const permitted = await permitAny(turn, deed)
    if (permitted.kind === 'refused') return permitted.replies
    const { ports, now, event } = turn
    if (ports.publicUrl === undefined) return [privately(showNoPage())]
    const page = `${ports.publicUrl}/office/${room}`
    if (event.account.platform === 'web') return [privately(showWay(page, 'It opens in this browser.'))]
    const token = ports.newToken()
    const expires = new Date(now.getTime() + minutes * 60_000)
    await ports.doors.makeLink({ person: permitted.by.id, purpose: { kind: 'open' }, expires, token })
    const url = `${ports.publicUrl}/enter/${token}?to=${room}`
    return [privately(showWay(url, `This link works once, within ${minutes} minutes, and is for you alone.`))]
  }
}

function showWay(url: string, aside: string): Card {
  const line = 'This is done in the office, on the web page.'
  return {
    title: 'The office',
    tone: 'plain',
    summary: line,
    blocks: [text(line), linkBlock('Open the office', url), note(aside)],
  }
}

function showNoPage(): Card {
  const line =
    'This is done in the office, on the web page, and there is none here that can be reached. Whoever looks after the server can set PUBLIC_URL, or do it on the command line.'
  return { title: 'The office', tone: 'plain', summary: line, blocks: [text(line)] }
}
