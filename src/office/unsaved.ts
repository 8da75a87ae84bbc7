// What the office says where nothing was saved.
import type { Saved } from './save.ts'

/** `what` was to be written, such as "this bundle". */
export function whyNotSaved(saved: Exclude<Saved, { kind: 'saved' }>, what: string): readonly string[] {
  switch (saved.kind) {
    case 'changed-since':
      return [
        `Somebody has changed ${what} since the page was shown. Nothing of yours was saved: look at how it stands now.`,
      ]
    case 'unsound':
      return ['The bot could not start with that, so nothing was saved.', ...saved.lines]
  }
}
