// Reads a text for what points at a person. A draft is warned of it, and a kept question loses it: one reader for both.
import { placesOfBirthdays } from './ages.ts'
import { placesOfEmails, placesOfFaces, placesOfHandles, placesOfSaidPhones } from './contacts.ts'
import { compileNames, placesOfPeople, type NameIndex } from './directory.ts'
import { placesOfNames } from './names.ts'
import { placesOfAddresses, placesOfPlates, placesOfPostcodes } from './places.ts'
import { tokensOf } from './tokens.ts'
import type { PersonalSpan } from './types.ts'

/**
 * `text` is legible text; `names` are people in the directory. In no order; of places that overlap the surer kind stays.
 * Of phone numbers only those that words tell: a draft asks a library for the others, a kept question loses every long number.
 */
export function readPersonal(text: string, names: readonly string[]): PersonalSpan[] {
  const tokens = tokensOf(text)
  const colleagues = placesOfPeople(tokens, peopleOf(names))
  const others = placesOfNames(text, tokens).filter((name) => !colleagues.some((colleague) => overlap(name, colleague)))
  const shaped = [
    ...placesOfEmails(text),
    ...placesOfSaidPhones(text),
    ...placesOfHandles(text),
    ...placesOfFaces(text),
    ...placesOfPostcodes(text),
    ...placesOfAddresses(text),
    ...placesOfPlates(text),
    ...placesOfBirthdays(text),
  ]
  // A name inside an email address or a link is that address; one in a birthday stands beside it.
  const inside = shaped.filter(({ kind }) => kind !== 'date-of-birth')
  const named = [...colleagues, ...others].filter((name) => !inside.some((each) => overlap(name, each)))
  return [...named, ...shaped]
}

export function overlap(one: Pick<PersonalSpan, 'start' | 'end'>, two: Pick<PersonalSpan, 'start' | 'end'>): boolean {
  return one.start < two.end && two.start < one.end
}

/** A whole school takes longer than all the rest, so the people of one list are remembered. */
function peopleOf(names: readonly string[]): NameIndex {
  const people = remembered.get(names) ?? compileNames(names)
  remembered.set(names, people)
  return people
}
const remembered = new WeakMap<readonly string[], NameIndex>()
