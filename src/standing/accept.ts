// Decides whether an edition may be signed in earnest, so that nobody signs a summary by accident.
import type { Edition } from '../policy/types.ts'

export type MayBeSigned =
  | { readonly kind: 'yes' }
  /** A restated edition that the school has not accepted, as `policy@edition`, with what to do: on a page, and on the command line. */
  | {
      readonly kind: 'restated'
      readonly edition: string
      readonly what: string
      readonly fix: string
      readonly typed: string
    }

/** `accepted` are the restated editions that school.yaml explicitly accepts. */
export function mayBeSigned(
  { policy, id, wording }: Pick<Edition, 'policy' | 'id' | 'wording'>,
  { practice, accepted }: { readonly practice: boolean; readonly accepted: readonly string[] },
): MayBeSigned {
  const edition = `${policy}@${id}`
  if (wording === 'adopted' || practice || accepted.includes(edition)) return { kind: 'yes' }
  return {
    kind: 'restated',
    edition,
    what: 'This text is a summary in other words, not the one the school adopted, so it can’t be signed in earnest.',
    fix: 'Bring in the text that the school adopted first: in the office on the web page, under Policies.',
    typed: `Import the adopted text: npm run policy -- import FILE --policy ${policy}. Or, if the school stands by the summary, write in school.yaml: signing: { acceptRestated: [${edition}] }`,
  }
}
