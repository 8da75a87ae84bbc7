// Text as the importer wants it: single spaces, none at the ends, a typed line break as `\n`.

export function plain(text: string): string {
  return (
    text
      // Soft hyphens and joiners are instructions for printing.
      .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
      .replaceAll('\u2011', '-')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n[ \n]*/g, '\n')
      .replace(/^[ \n]+|[ \n]+$/g, '')
  )
}

/** `2025-09-01T10:00:00Z` → `2025-09-01`; undefined where it is not a date. */
export function dayOf(written: string | undefined): string | undefined {
  return /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(written?.trim() ?? '')?.[0]
}
