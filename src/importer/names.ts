// What a document calls itself, above its first section: its number, its title and its school.
import { fold } from '../kit/text.ts'
import { looksLikeRule, looksLikeTitle } from './looks.ts'
import { isRecordLine } from './record.ts'
import type { Block } from './types.ts'

export interface Names {
  readonly number: number | undefined
  readonly title: string | undefined
  readonly school: string | undefined
}

const documentWord =
  /\b(?:polic(?:y|ies)|procedures?|guidance|guidelines|code of conduct|agreement|statement|strategy|protocol|charter)\b/i
const schoolWord =
  /\b(?:school|academy|academies|college|nursery|federation|trust|infants?|juniors?|primary|grammar)\b/i
const shelf = /^(?:(?:our|school|information|key|statutory|all)\s*)*(?:&|and)?\s*policies$/i

/** "Social Media Policy", with or without a number. */
export function namesDocument(text: string): boolean {
  const { title } = splitNumber(text)
  return (
    looksLikeTitle(title) &&
    documentWord.test(title) &&
    !shelf.test(title) &&
    !looksLikeRule(title) &&
    !title.includes(':')
  )
}

export function namesSchool(text: string): boolean {
  return (
    looksLikeTitle(text) &&
    schoolWord.test(text) &&
    !documentWord.test(text) &&
    !looksLikeRule(text) &&
    !/[:?!\d]/.test(text) &&
    text.split(' ').length >= 2
  )
}

/** Title without its number, folded: "43. Social Media Policy" and "Social Media Policy" are one. */
export function bareTitle(text: string): string {
  return fold(splitNumber(text).title).replace(/^[\s:–—-]+|[\s:.]+$/g, '')
}

function splitNumber(text: string): { number: number | undefined; title: string } {
  const match = /^(?:policy\s+)?(?:no\.?\s*|number\s+|#)?(\d{1,4})\s*[.):–—-]*\s+(?=\p{Lu})(.*)$/iu.exec(text)
  return match === null ? { number: undefined, title: text } : { number: Number(match[1]), title: match[2] ?? text }
}

/** Number, title and school, from the lines above the first section. */
export function readNames(preface: readonly Block[]): Names {
  const texts = preface.map(({ text }) => text)
  const titled = texts
    .map((text) => /^(?:policy |document )?(?:title|name)\s*:\s*(\S.*)$/i.exec(text)?.[1])
    .find(Boolean)
  const named = texts.filter(namesDocument)
  const heading = preface.find(({ level }) => level === 1)?.text
  const other = texts.find(
    (text) =>
      looksLikeTitle(text) && !text.includes(':') && !namesSchool(text) && !isRecordLine(text) && !shelf.test(text),
  )
  const best = heading ?? titled ?? named.find((text) => splitNumber(text).number !== undefined) ?? named[0] ?? other
  const { number, title } = splitNumber(best ?? '')
  const split = splitSchool(title)
  const labelledNumber = texts
    .map((text) => /^(?:policy|document) (?:no\.?|number|ref(?:erence)?)\s*:?\s*(\d{1,4})$/i.exec(text)?.[1])
    .find(Boolean)
  return {
    number: number ?? (labelledNumber === undefined ? undefined : Number(labelledNumber)),
    title: split.title === '' ? undefined : split.title,
    school:
      texts.map((text) => /^school(?: name)?\s*:\s*(\S.*)$/i.exec(text)?.[1]).find(Boolean) ??
      texts.find(namesSchool) ??
      split.school,
  }
}

/** No school in particular: "Home School Agreement" and "Whole School Behaviour Policy" are titles. */
const everySchool = /^(?:the|our|whole|home|home and|after|before|out of|pre|between)[\s-]+\w+$/i

/** "Oak Primary School – Social Media Policy" names both. */
function splitSchool(text: string): { school: string | undefined; title: string } {
  const dashed = /^(.*?\S)\s*(?:[–—|:]|\s-)\s+(\S.*)$/.exec(text)
  if (dashed?.[1] !== undefined && dashed[2] !== undefined && namesSchool(dashed[1]))
    return { school: dashed[1], title: dashed[2] }
  const joined = /^(\p{Lu}.*?\b(?:School|Academy|College|Federation|Trust))\s+(\p{Lu}.*)$/u.exec(text)
  const isName = joined?.[1] !== undefined && !everySchool.test(joined[1]) && namesSchool(joined[1])
  return isName ? { school: joined[1], title: joined[2] ?? text } : { school: undefined, title: text }
}
