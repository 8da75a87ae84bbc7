// Documents for importer tests: typed texts, read as a school's file is read, and what is made of them.
import { toDocument } from '../../adapters/documents/text.ts'
import { importDocument } from '../../src/importer/import.ts'
import type { Imported, ImportOptions, Refusal } from '../../src/importer/types.ts'
import type { Day } from '../../src/kit/days.ts'

export const today = '2026-11-23' as Day

type Options = Partial<ImportOptions> & { readonly isMarkdown?: boolean }

export function bringText(text: string, { isMarkdown = false, ...options }: Options = {}): Imported | Refusal {
  const given = { policy: 'a-policy', title: undefined, edition: undefined, today, ...options }
  return importDocument(toDocument(text, { isMarkdown }), given)
}

export function importedText(text: string, options: Options = {}): Imported {
  const found = bringText(text, options)
  if (found.kind === 'refused') throw new Error(found.what)
  return found
}
