// "open": a private link to the web page that works once and for a short time.
import { linkBlock, note, text, type Card } from '../chat/cards.ts'
import { privately, type Reply } from '../chat/replies.ts'
import { showUnknownPerson } from '../declaration/outcome-cards.ts'
import { personOf, type Turn } from '../turn/turn.ts'

const minutes = 15

export async function openPage(turn: Turn): Promise<Reply[]> {
  const { ports, now } = turn
  const person = await personOf(turn)
  if (ports.publicUrl === undefined) return [privately(showNoPage())]
  if (person === undefined) return [privately(showUnknownPerson())]
  const token = ports.newToken()
  const expires = new Date(now.getTime() + minutes * 60_000)
  await ports.doors.makeLink({ person: person.id, purpose: { kind: 'open' }, expires, token })
  return [privately(showDoor(`${ports.publicUrl}/enter/${token}`))]
}

function showDoor(url: string): Card {
  const line = `Here is your link to the web page. It works once, within ${minutes} minutes, and is for you alone.`
  return {
    title: 'Your link to the web page',
    tone: 'plain',
    summary: line,
    blocks: [text(line), linkBlock('Open Policy Guide in a browser', url), note('Please do not pass it on.')],
  }
}

function showNoPage(): Card {
  const line = 'There is no web page here that can be reached from elsewhere. You can do everything right here.'
  return { title: 'No web page', tone: 'plain', summary: line, blocks: [text(line)] }
}
