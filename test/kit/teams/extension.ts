// The message extension as a person uses it: searches, cards put into a message, and commands that open dialogs.
import { type Fields, fieldsOf, listOf, textOf } from '../json.ts'
import { followTask, refreshAll, takeIntoCompose, unreachable, type Clerk } from './clerk.ts'
import { placeOf, post } from './messages.ts'
import { htmlOf, invoke } from './payloads.ts'
import { smallCard } from './screen.ts'
import { findPerson, roomOf, type Person, type Room } from './state.ts'
import type { ActHow, Offer, User, Where } from './user.ts'
import type { Delivery, Message } from './types.ts'

export function extensionOf(clerk: Clerk, person: Person): Pick<User, 'searches' | 'inserts' | 'acts'> {
  return {
    searches: (words, how = {}) => search(clerk, person, { words, command: how.command ?? 'sections', where: how }),
    inserts: (offer, where = {}) => insert(clerk, person, offer, where),
    acts: (command, how) => act(clerk, person, command, how),
  }
}

async function search(
  clerk: Clerk,
  person: Person,
  asked: { readonly words: string; readonly command: string; readonly where: Where },
): Promise<readonly Offer[]> {
  const { room, root } = placeOf(clerk.state, person, asked.where)
  const first = { name: 'initialRun', value: 'true' }
  const parameter = asked.words === '' ? first : { name: 'query', value: asked.words }
  const value = { commandId: asked.command, parameters: [parameter], queryOptions: { skip: 0, count: 25 } }
  const scene = { state: clerk.state, person, room, root }
  const { status, answer } = await clerk.deliver(invoke(scene, 'composeExtension/query', { value, source: 'compose' }))
  const result = fieldsOf(fieldsOf(answer)['composeExtension'])
  if (status !== 200) person.notices.push(unreachable)
  else if (result['type'] === 'message') person.notices.push(textOf(result['text']) ?? '')
  else if (result['type'] === 'result') return listOf(result['attachments']).map(toOffer)
  else clerk.state.warnings.push(`a search’s answer that Teams does not know: ${JSON.stringify(answer)}`)
  return []
}

/** An entry as the list shows it: its preview, or the card itself in small. */
function toOffer(attachment: Fields): Offer {
  const preview = attachment['preview'] === undefined ? attachment : fieldsOf(attachment['preview'])
  const [title = '', ...rest] = smallCard(preview).split('\n')
  return { title, text: rest.join('\n'), attachment }
}

async function insert(clerk: Clerk, person: Person, offer: Offer | undefined, where: Where): Promise<Message> {
  const { state } = clerk
  const { room, root } = placeOf(state, person, where)
  if (offer !== undefined) await choose(clerk, person, { offer, room, root })
  const { compose } = person
  if (compose === undefined) throw new Error(`${person.name} has nothing in the compose box.`)
  person.compose = undefined
  person.papers.delete('compose')
  const { message, told } = post(state, { person, room, root }, { text: '', attachments: [compose.attachment] })
  await refreshAll(clerk, room, message)
  return told
}

/** A `tap` of type invoke on the preview means that the bot is asked for the chosen card first. */
async function choose(
  clerk: Clerk,
  person: Person,
  { offer, room, root }: { readonly offer: Offer; readonly room: Room; readonly root: string | undefined },
): Promise<void> {
  // The attachment comes from the bot's answer, and has only been read since.
  const attachment = offer.attachment as Fields
  const tap = fieldsOf(fieldsOf(fieldsOf(attachment['preview'])['content'])['tap'])
  if (tap['type'] !== 'invoke') {
    takeIntoCompose(clerk.state, person, attachment)
    return
  }
  const scene = { state: clerk.state, person, room, root }
  const value = fieldsOf(tap['value'])
  const { answer } = await clerk.deliver(invoke(scene, 'composeExtension/selectItem', { value, source: 'compose' }))
  const [chosen] = listOf(fieldsOf(fieldsOf(answer)['composeExtension'])['attachments'])
  if (chosen === undefined) person.notices.push(unreachable)
  else takeIntoCompose(clerk.state, person, chosen)
}

async function act(clerk: Clerk, person: Person, command: string, how: ActHow): Promise<Delivery> {
  const { state } = clerk
  const from =
    how.from === 'message' ? { in: { id: how.message.room, name: '', team: undefined }, under: how.message } : how
  const { room, root } = placeOf(state, person, from)
  const payload = how.from === 'message' ? { messagePayload: payloadOf(clerk, how.message) } : {}
  const about = { commandId: command, commandContext: how.from, ...payload }
  const value = { ...about, context: { theme: 'default' } }
  const delivery = await clerk.deliver(
    invoke({ state, person, room, root }, 'composeExtension/fetchTask', { value, source: 'compose' }),
  )
  followTask(clerk, person, { kind: 'extension', room, root, about }, delivery)
  return delivery
}

/** A message in the shape in which an action on it sends it. */
function payloadOf(clerk: Clerk, message: Message): Fields {
  const { state } = clerk
  const room = roomOf(state, message.room)
  const stored = room.messages.find((one) => one.id === message.id)
  if (stored === undefined) throw new Error('That message does not stand there any more.')
  const author = findPerson(state, stored.from)
  const user = author && { userIdentityType: 'aadUser', id: author.aadId, displayName: author.name }
  const application = { applicationIdentityType: 'bot', id: state.appId, displayName: state.bot.name }
  return {
    id: stored.id,
    replyToId: stored.root === stored.id ? null : (stored.root ?? null),
    createdDateTime: new Date(Number(stored.id)).toISOString(),
    lastModifiedDateTime: null,
    deleted: false,
    subject: null,
    summary: null,
    importance: 'normal',
    locale: 'en-gb',
    linkToMessage: `https://teams.microsoft.com/l/message/${room.id}/${stored.id}`,
    from: {
      device: null,
      conversation: null,
      user: user ?? null,
      application: user === undefined ? application : null,
    },
    body: { contentType: 'html', content: htmlOf(stored.text)['content'] },
    attachments: [],
    mentions: [],
    reactions: [],
  }
}
