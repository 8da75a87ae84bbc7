// The real knowledge, read once for all tests.
import { loadLibrary } from '../../src/command/knowledge.ts'
import type { Day } from '../../src/kit/days.ts'
import type { Library } from '../../src/turn/library.ts'

let library: Library | undefined

/** The library of a school that accepts the restated text, so that real people can sign it. */
export function theLibrary(): Library {
  return accepting(theProjects(), ['social-media@2015-10'])
}

/** The library as the project has it, in which nobody can sign the restated text in earnest. */
export function theProjects(): Library {
  return (library ??= loadLibrary({ root: '.', home: 'test/no-home' }))
}

function accepting(given: Library, acceptRestated: readonly string[]): Library {
  const { school } = given
  return { ...given, school: { ...school, signing: { ...school.signing, acceptRestated } } }
}

/**
 * The same library with a newer edition of the policy, in force from `published`, in which one section is different.
 */
export function withNewEdition(given: Library, { id, published }: { id: string; published: Day }): Library {
  const policies = given.policies.map((policy) => {
    const [edition] = policy.editions
    if (policy.id !== 'social-media' || edition === undefined) return policy
    const sections = edition.sections.map((section) =>
      section.ref === '3'
        ? { ...section, parts: [{ kind: 'paragraph', text: 'It reads otherwise.' } as const] }
        : section,
    )
    return { ...policy, editions: [{ ...edition, id, published, sections }, ...policy.editions] }
  })
  return accepting({ ...given, policies }, ['social-media@2015-10', `social-media@${id}`])
}
