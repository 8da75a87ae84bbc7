// Finds contact details that have a recognisable form: email addresses, user names, and links to people's pages and
// pictures. Every repetition is bounded and no two neighbours can match the same character, so the time grows linearly
// with the text's length.
import { isForename } from '../forenames.ts'
import { placesOf, type PersonalSpan } from './types.ts'

const emails = [
  /[\w.+-]{1,64} ?(?:@|\(at\)|\[at\]) ?[\w-]{1,63}(?:\.| ?[([]dot[)\]] ?)[a-z]{2,24}\b(?:\.[a-z]{2,8}){0,3}/gi,
  /\b[\w.+-]{1,64} at [\w-]{1,63}(?: dot [a-z]{2,24}){1,4}\b/gi,
]

/** Without one of these there is none. */
const perhapsEmail = /@|[([]at[)\]]| dot /i

export function placesOfEmails(text: string): PersonalSpan<'email-address'>[] {
  return perhapsEmail.test(text) ? placesOf('email-address', text, emails) : []
}

const tagged = /(?<![\w@./])@[\w.]{3,30}/g
const networks = '(?:snap|snapchat|insta|instagram|tik ?tok|discord|psn|xbox|gamertag|roblox|kik)'
const named = new RegExp(
  `\\b${networks}(?: (?:name|handle|user ?name|account|is|id|me))*(?: ?: ?| is | at | )@?([a-z][\\w.]{2,30})`,
  'gi',
)

/** Only user names that look personal count: a post may tag the school or a club. */
export function placesOfHandles(text: string): PersonalSpan<'handle'>[] {
  if (!/[@\d_]/.test(text)) return []
  const tags = placesOf('handle', text, [tagged]).filter(({ start, end }) => isOfPerson(text.slice(start + 1, end)))
  const told = Array.from(text.matchAll(named), ({ 0: all, 1: handle = '', index }) => ({
    kind: 'handle' as const,
    start: index + all.length - handle.length,
    end: index + all.length,
  })).filter(({ start, end }) => /[\d_]/.test(text.slice(start, end)))
  return [...tags, ...told]
}

function isOfPerson(handle: string): boolean {
  const parts = handle.toLowerCase().split(/[._\d]+|(?<=[a-z])(?=x{2,}$)/)
  return parts.some((part) => isForename(part)) || /^[a-z]{2,}[._]?(?:19|20)?\d{2}$/.test(handle.toLowerCase())
}

const faces = [
  /(?:https?:\/\/)?(?:www\.)?(?:(?:instagram|facebook|fb|flickr|imgur|snapchat|tiktok|pinterest|linkedin|twitter|x)\.com\/[\w@]|(?:photos\.app\.goo\.gl|flic\.kr|photos\.google\.com|drive\.google\.com|dropbox\.com|1drv\.ms|icloud\.com\/(?:photos|sharedalbum)|share\.icloud\.com|wetransfer\.com|we\.tl)\/\w)\S{0,200}/gi,
  /(?:https?:\/\/|www\.)\S{1,200}\.(?:jpe?g|png|heic|gif|webp|mp4|mov)\b\S{0,60}/gi,
  /(?:https?:\/\/|www\.)\S{0,150}(?:photo|gallery|album|portrait|selfie|pics)\S{0,80}/gi,
]

/** Links to pictures, albums and personal pages on a social network. */
export function placesOfFaces(text: string): PersonalSpan<'face-link'>[] {
  // A shortcut: most texts hold no link at all.
  return /\/|www\./i.test(text) ? placesOf('face-link', text, faces) : []
}

/** A short number, which only the words before it separate from a price or a room number. */
const introduced = [
  /(?<=\b(?:phone|tel|telephone|mobile|mob|landline|whats ?app|my number is|(?:his|her|their) number is|number is|number:|(?:ring|call|text|phone|dial|fax)(?: (?:me|us|him|her|them|mum|dad|home|the office|reception|the school))?(?: on| at)?)[ :.]{1,3}\(?)\d(?:[ -]?\d){4,14}(?![\d:])(?! ?(?:times|people|pm|am|%))/gi,
  /\b(?:ext|extension)\.? ?\d{3,5}\b/gi,
]
const digit = '(?:zero|nought|oh|o|one|two|three|four|five|six|seven|eight|nine|\\d)'
const inWords = new RegExp(`\\b(?:zero|nought|oh|o|0)(?:[ ,-]{1,2}(?:double |triple )?${digit}){7,12}\\b`, 'gi')

/**
 * Phone numbers that are recognised by the words around them, not by their form: a short number after "ring", or one
 * that is spelled out.
 */
export function placesOfSaidPhones(text: string): PersonalSpan<'phone-number'>[] {
  // A row of scores holds digits only, and no number words.
  const spelled = placesOf('phone-number', text, [inWords]).filter(({ start, end }) =>
    /[a-z]{3}/i.test(text.slice(start, end)),
  )
  return [...(/\d/.test(text) ? placesOf('phone-number', text, introduced) : []), ...spelled]
}
