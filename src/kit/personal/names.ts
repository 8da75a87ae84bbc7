// Finds names of people who are not in the school's directory: a title with a surname, a first name, or a word that the
// sentence treats as a person.
import { isForename } from '../forenames.ts'
import { commonForenames, makesOther, makesPlace, neverNames, titles } from './name-words.ts'
import { publicPlaces } from './public-names.ts'
import type { Token } from './tokens.ts'
import type { PersonalSpan } from './types.ts'

/** The kind is `pupil-name` where a class, an age or a word for a child stands next to it, otherwise `name`. */
export function placesOfNames(text: string, tokens: readonly Token[]): PersonalSpan<'name' | 'pupil-name'>[] {
  const known = publicPlaces(tokens)
  const found: PersonalSpan<'name' | 'pupil-name'>[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (known.has(at)) continue
    const here: Spot = { text, tokens, at }
    const length = Math.max(afterTitle(here), firstName(here), spokenOf(here))
    const [first, last] = [tokens[at], tokens[at + length - 1]]
    if (length === 0 || first === undefined || last === undefined) continue
    const kind = !titles.has(first.word) && isPupil(text, first.start, last.end) ? 'pupil-name' : 'name'
    found.push({ kind, start: first.start, end: last.end })
    at += length - 1
  }
  return found
}

interface Spot {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly at: number
}

/** How many words belong to a title with its surname, as in "Mrs Whitfield" or "mr patel from maths". */
function afterTitle(here: Spot): number {
  const { tokens, at } = here
  const [title, surname, third] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  if (title === undefined || surname === undefined || !beside(here, at, /^\.?[ \n]$/)) return 0
  if (!titles.has(title.word) || !couldBeSurname(surname) || !belongTogether(title, surname)) return 0
  return third?.capital === true && beside(here, at + 1, /^[ -]$/) && !neverNames.has(third.word) ? 3 : 2
}

function couldBeSurname({ word }: Token): boolean {
  return /^\D.+$/u.test(word) && !neverNames.has(word) && !['you', 'or', 'and', 'men'].includes(word)
}

/**
 * Excludes "Miss you all", "Lord knows" and "Sir, can I". A title that is also an everyday word counts only with a
 * capital, and with a capital on the surname.
 */
function belongTogether(title: Token, surname: Token): boolean {
  if (['mr', 'mrs', 'ms', 'mx', 'dr', 'prof'].includes(title.word)) return true
  if (title.capital && surname.capital) return true
  return title.word === 'miss' && isForename(surname.word)
}

/** A first name, with the surname after it where there is one. */
function firstName(here: Spot): number {
  const { tokens, at } = here
  const token = tokens[at]
  if (token === undefined || !isName(here, token)) return 0
  if (isOtherwise(here)) return 0
  return 1 + surnameLength(here)
}

function isName(here: Spot, token: Token): boolean {
  if (isForename(token.word) || (token.word.includes('-') && token.word.split('-').some(isForename))) return true
  if (!token.capital || !commonForenames.has(token.word) || opensSentence(here) || inTitle(here)) return false
  return hasSurname(here) || isSpokenOf(here) || (token.possessive && !isSeason(token))
}

function hasSurname(here: Spot): boolean {
  const next = here.tokens[here.at + 1]
  if (next?.capital !== true || !beside(here, here.at, /^ $/)) return false
  return !neverNames.has(next.word) && !makesPlace.has(next.word)
}

function isSeason({ word }: Token): boolean {
  return [
    'april',
    'august',
    'autumn',
    'june',
    'may',
    'summer',
    'winter',
    'easter',
    'spring',
    'tuesday',
    'mark',
  ].includes(word)
}

/**
 * Excludes places, events and productions: St Andrew's, Victoria Road, Storm Eunice, the cast of Annie, the bus from
 * Victoria.
 */
function isOtherwise(here: Spot): boolean {
  const { tokens, at, text } = here
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (token === undefined) return false
  if (before !== undefined && makesOther.has(before.word) && beside(here, at - 1, /^\.? $/)) return true
  if (next?.capital === true && makesPlace.has(next.word) && beside(here, at, /^(?:'s)? $/)) return true
  if (onStageAfter.test(text.slice(token.end, token.end + 25))) return true
  const lead = text.slice(Math.max(0, token.start - 40), token.start)
  return onStageBefore.test(lead) || (places.has(token.word) && whereBefore.test(lead))
}

const onStageAfter =
  /^['"’”]? (?:(?:the|jr\.?|junior) )?(?:musical|rehearsals?|auditions?|tickets|concert|tour|song|play|film)\b/i
const onStageBefore =
  /\b(?:production|performance|cast|staging|showing|film|musical|novel|book|tickets (?:for|to)|in concert|play)(?: of| called)? ["“']?$/i
const whereBefore = /\b(?:in|to|from|at|near|around|via|through|visit(?:ing|ed)?) $/i
/** First names that are also places. */
const places = new Set(
  (
    'victoria alexandria regina austin jordan chelsea sydney lincoln preston florence charlotte stanley alexandra carlisle kent ' +
    'ashley selby brooklyn ashton beverley douglas warwick savannah milan sienna siena carolina georgia israel chad kingston ' +
    'leicester bailey cameron'
  ).split(' '),
)

/**
 * Finds names that are on no list by the words around them: `Zbyszek's mum`, `Kwame (Year 5)`, `a pupil called Oyin`,
 * `well done Tiwa!`.
 */
function spokenOf(here: Spot): number {
  const { tokens, at } = here
  const token = tokens[at]
  if (token === undefined || !token.capital || neverNames.has(token.word) || titles.has(token.word)) return 0
  if (!/^\p{L}{2,}/u.test(token.word) || isCapitals(here) || commonForenames.has(token.word) || isOtherwise(here))
    return 0
  if (!isIntroduced(here) && !isSpokenOf(here)) return 0
  return 1 + surnameLength(here)
}

const introduced =
  /\b(?:pupil|student|child|boy|girl|lad|kid|tutee|colleague|teacher|parent|mum|dad|son|daughter|friend|governor|caretaker|neighbour|classmate|brother|sister|TA|SENCO|cleaner|named|called|name is|surname|pupils|students)[,:]? $/i
const praised =
  /\b(?:well done|congratulations|congrats|happy birthday|thank you|thanks|good luck|goodbye|farewell|shout ?out|RIP)(?:,| to)? $/i

function isIntroduced({ text, tokens, at }: Spot): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  const lead = text.slice(Math.max(0, token.start - 30), token.start)
  if (introduced.test(lead)) return true
  return (
    praised.test(lead) &&
    /^(?: \p{Lu}\p{Ll}+)?(?:[!.,]|\n|$| (?:and|for|who|on|from|in) )/u.test(text.slice(token.end, token.end + 30))
  )
}

const speaks =
  /^(?: \p{Lu}[\p{Ll}'-]+)?(?: ?\((?:(?:Year|Yr|Y|KS) ?\d|aged?\b|form|class|\d)|,? (?:from|in|of) (?:(?:Year|Yr|Y) ?\d|class|form\b|my class|my form|my tutor|\d{1,2}[A-Z])|'s (?:mum|dad|mother|father|nan|gran|parents?|brother|sister|phone|house|locker|bag|mock|report|marks?|grades?|behaviour|mam|family|carer|foster|teacher|work|painting|drawing|poem|medication|inhaler|address|number|home|birthday|class|tutor|uncle|aunt|stepdad|attendance|EHCP|diagnosis)\b| (?:got (?:moved|told|sent|caught|into|kicked|suspended|excluded|a detention)|was (?:crying|sent|caught|rude|late|absent|being)|has been (?:off|absent|excluded|told|moved)|said|says|told|has|had|hit|got|scored|won|thinks|was|is|cried|refused|kicked|punched|failed|passed|lives|asked|came|went|left|wants|thinks|loves|hates|needs|keeps|brought|made|wrote|drew|sang|played|cries|shouted|swore|ran|fell|told|moved|hasn't|wasn't|isn't|didn't|never|punches)\b,?)/u

/** A capital at the start of a sentence says little: "Parking is", "Lunch was". */
function isSpokenOf(here: Spot): boolean {
  const { text, tokens, at } = here
  const token = tokens[at]
  if (token === undefined) return false
  const after = text.slice(token.end, token.end + 40)
  const [said] = speaks.exec(after) ?? []
  if (said === undefined) return false
  const isVerb = !/['(]|,? (?:from|in|of) /.test(said)
  const isVague = /^ (?:has|had|is|was|got|won|never|went|came|left|needs|keeps|made|lives|ran|moved|played)$/.test(
    said.replace(/^ \p{Lu}[\p{Ll}'-]+/u, ''),
  )
  if (isVague && inTitle(here)) return false
  return isVerb
    ? !opensSentence(here) && !isVague
    : !/^,? (?:from|in|of) /.test(said) || !opensSentence(here) || /\d/.test(said)
}

function surnameLength(here: Spot): number {
  const { tokens, at } = here
  const [token, next, third] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  if (token === undefined || token.possessive || next === undefined || !beside(here, at, /^[ -]$/)) return 0
  if (neverNames.has(next.word) || titles.has(next.word)) return 0
  if (!next.capital) return 0
  const double = third?.capital === true && beside(here, at + 1, /^-$/)
  return double ? 2 : 1
}

/** The text between the word at that place and the next word. */
function beside({ text, tokens }: Spot, at: number, between: RegExp): boolean {
  const [one, two] = [tokens[at], tokens[at + 1]]
  return one !== undefined && two !== undefined && between.test(text.slice(one.end, two.start))
}

function opensSentence({ text, tokens, at }: Spot): boolean {
  return /(?:^|[.!?:]['")]*\s+|\n\s*)['"(]?$/.test(
    text.slice(Math.max(0, (tokens[at]?.start ?? 0) - 6), tokens[at]?.start),
  )
}

/** Capitals on both sides suggest a headline, where capitals mean nothing. */
function inTitle({ tokens, at }: Spot): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]]
  return before?.capital === true && before.word !== 'i' && next?.capital === true
}

function isCapitals({ text, tokens, at }: Spot): boolean {
  const token = tokens[at]
  const raw = token === undefined ? '' : text.slice(token.start, token.end)
  return raw === raw.toUpperCase()
}

const classAfter =
  /^(?:['’]s)?(?: (?:and|&) \p{Lu}[\p{Ll}'-]+| \p{Lu}[\p{Ll}'-]*\.?)?,? ?(?:\(|-|,)? ?(?:(?:is |was |who is )?(?:from|in|of|into) )?(?:my |our )?(?:(?:Year|Yr|Y) ?\d|(?:[7-9]|1[0-3])[A-Z]{1,3}\b|class \d|Reception|nursery|sixth form|form\b|aged? \d|\d{1,2} years? old|tutor group|KS\d|class\b)/iu
const childBefore =
  /(?:\b(?:pupils?|students?|child|tutee|classmate|head (?:boy|girl)|prefect)(?: called| named)?,? |\b(?:Year|Yr|Y) ?\d{1,2}(?:'s|s)? |\b(?:[7-9]|1[0-3])[A-Z]{1,2}(?:'s)? |\bchild (?:called|named) |\b(?:boy|girl|lad|kid)(?: called| named)? )$/i

function isPupil(text: string, start: number, end: number): boolean {
  return classAfter.test(text.slice(end, end + 50)) || childBefore.test(text.slice(Math.max(0, start - 30), start))
}
