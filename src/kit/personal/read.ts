// Finds everything in a text that could identify a person. A draft is warned about it, and a stored question has it
// removed: both use this one reader.
import { placesOfBirthdays } from './ages.ts'
import { placesOfEmails, placesOfFaces, placesOfHandles, placesOfSaidPhones } from './contacts.ts'
import { compileNames, placesOfPeople, type NameIndex } from './directory.ts'
import { placesOfNames } from './names.ts'
import { placesOfAddresses, placesOfPlates, placesOfPostcodes } from './places.ts'
import { tokensOf } from './tokens.ts'
import type { PersonalSpan } from './types.ts'

/**
 * `text` must be legible text; `names` are the people in the directory. The result is unordered. Where places overlap,
 * the more certain kind stays. Only phone numbers that the words around them announce are found here: for drafts a
 * library finds the others, and stored questions lose every long number.
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
  // A name inside an email address or a link is reported as that address; a name inside a birthday is reported as well
  // as the birthday.
  const inside = shaped.filter(({ kind }) => kind !== 'date-of-birth')
  const named = [...colleagues, ...others].filter((name) => !inside.some((each) => overlap(name, each)))
  return [...named, ...shaped]
}

export function overlap(one: Pick<PersonalSpan, 'start' | 'end'>, two: Pick<PersonalSpan, 'start' | 'end'>): boolean {
  return one.start < two.end && two.start < one.end
}

/** Preparing a whole school's names costs more than everything else, so the last list is remembered. */
function peopleOf(names: readonly string[]): NameIndex {
  const people = remembered.get(names) ?? compileNames(names)
  remembered.set(names, people)
  return people
}
const remembered = new WeakMap<readonly string[], NameIndex>()
