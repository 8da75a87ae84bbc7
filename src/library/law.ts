// Reads law.yaml: laws and services that policies mention and that have changed.
import { z } from 'zod'
import { parseDay, type Day } from '../kit/days.ts'
import type { Law } from '../guide/law.ts'
import type { KnowledgeFile } from './files.ts'
import type { Problem } from '../turn/library.ts'
import { readYaml } from './yaml.ts'

const DayOf = z.custom<Day>(
  (text) => typeof text === 'string' && parseDay(text) !== undefined,
  'is not a date; write one such as 2018-05-25',
)

/** YAML reads some days as dates. */
const Written = z.preprocess((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value), DayOf)

const LawFile = z.array(
  z.strictObject({
    names: z.array(z.string().min(1)).min(1),
    change: z.string().min(1),
    since: Written.optional(),
    // A card shows it as a link.
    source: z.url({ protocol: /^https?$/ }),
    looked: Written.optional(),
    sure: z.enum(['certain', 'likely'], 'is neither certain nor likely').optional(),
  }),
)

export function readLaws(file: KnowledgeFile | undefined, problems: Problem[]): readonly Law[] {
  if (file === undefined) return []
  const { yaml, problems: found } = readYaml({ file: file.shown, source: file.source }, LawFile)
  problems.push(...found)
  return (yaml?.value ?? []).map(({ since, looked, sure, ...law }) => ({
    ...law,
    since,
    looked,
    // Nobody can be sure of what nobody is known to have looked up.
    sure: sure ?? (looked === undefined ? 'likely' : 'certain'),
  }))
}
