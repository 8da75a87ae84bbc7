// Whether it is plain who is harmed, a child or somebody who works at the school. Where it is not, the card that is shown
// serves both, so that nobody is given only another one's steps.
import { child, kin, meToo, ofSchool, spoken, staffNamed } from './meant.ts'

/** `ofChild`: how likely it is by its words that the harm is a child's, from 0 to 1; undefined where nothing is weighed. */
export function isPlainly(victim: 'child' | 'grown-up', text: string, ofChild: number | undefined): boolean {
  const said = spoken(text).replace(kin, '$1$2').replace(calling, 'pupil')
  const named = namedIn(said)
  if (victim === 'grown-up') return isGrownUp(said, named, ofChild ?? 0)
  return named.isChild && !named.isStaff && !named.isMe && (ofChild ?? 1) >= surelyChild
}

function isGrownUp(said: string, { isChild, isStaff, isMe }: Named, ofChild: number): boolean {
  if (isMe && !tellsOfWords.test(said)) return ofChild < (isChild ? hardlyChild : notChild)
  if (isChild || ofChild >= hardlyChild) return false
  if (isStaff || isMe) return true
  // "She said that she wants to die": nobody knows who she is.
  const isOther = pronoun.test(said) || tellsOfWords.test(said)
  return !isOther && firstPerson.test(said.replace(ofSchool, ''))
}

// Chosen on messages that were left out when the weights were found.
const surelyChild = 0.9
const notChild = 0.35
const hardlyChild = 0.05

interface Named {
  readonly isChild: boolean
  readonly isStaff: boolean
  readonly isMe: boolean
}

function namedIn(said: string): Named {
  return {
    isChild: childNamed.test(said) || young.test(said),
    isStaff: staffNamed.test(said.replace(/\b(?:his|her|their) head\b/g, '')),
    isMe: meToo.test(said),
  }
}

/** "Miss, my friend …": a child is speaking. */
const calling = /^(?:please )?(?:miss|sir)\b/
const childNamed = new RegExp(`\\b${child}\\b`)
/** "She is 14", "in 8B", "y9s". */
const young =
  /\b(?:he|she|they|is|are|only|aged|age) (?:[4-9]|1[0-7])\b|\b(?:[4-9]|1[0-7]) (?:years? old|yr old|yo)\b|\byears? \d{1,2}s?\b|\b(?:[7-9]|1[0-3])[a-h]\b|\b(?:daughter|son|reception|nursery|tutor group|form)\b/
const pronoun = /\b(?:s?he|him|her|his|hers|they|them|their)\b/
const firstPerson = /\b(?:i|me|my|myself|us|we)\b/
/** What somebody else said may be about whoever said it. */
const tellsOfWords = /\b(?:said|says|told|tells|wrote|writes|messaged|texted|emailed|typed|keeps typing)\b/
