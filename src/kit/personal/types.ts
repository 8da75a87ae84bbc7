// What a text can reveal about a person: a kind, and where it stands.

/** Anything that identifies somebody. A draft is warned about it, and a stored question has it removed. */
export type PersonalKind =
  | 'person-name'
  | 'name'
  | 'pupil-name'
  | 'phone-number'
  | 'email-address'
  | 'handle'
  | 'address'
  | 'postcode'
  | 'number-plate'
  | 'date-of-birth'
  | 'face-link'

/** `[start, end)` in UTF-16 units of the text that was read. */
export interface PersonalSpan<Kind extends string = PersonalKind> {
  readonly kind: Kind
  readonly start: number
  readonly end: number
}

/** Every place where one of these patterns matches. */
export function placesOf<Kind extends string>(
  kind: Kind,
  text: string,
  patterns: readonly RegExp[],
): PersonalSpan<Kind>[] {
  return patterns.flatMap((pattern) =>
    // Most texts hold none, and looking for the first is a tenth of the work.
    text.search(pattern) < 0
      ? []
      : Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
          kind,
          start: index,
          end: index + found.length,
        })),
  )
}
