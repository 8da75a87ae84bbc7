// What can be seen of a person in a text: a kind, and where it stands.

/** What points at somebody: for a draft to warn of, and for a kept question to lose. */
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

/** Every place where one of these patterns holds. */
export function placesOf<Kind extends string>(
  kind: Kind,
  text: string,
  patterns: readonly RegExp[],
): PersonalSpan<Kind>[] {
  return patterns.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({ kind, start: index, end: index + found.length })),
  )
}
