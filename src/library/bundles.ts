// Reads bundles/: documents that people are asked for together, and by role or group who reads which of them.
import { z } from 'zod'
import { sayList } from '../kit/text.ts'
import type { Policy } from '../policy/types.ts'
import { parseAudience } from '../standing/audience.ts'
import type { Bundle } from '../standing/bundles.ts'
import type { Problem } from '../turn/library.ts'
import type { KnowledgeFile } from './files.ts'
import { readYaml } from './yaml.ts'

/** People are looked up when the bundle is opened; here every address counts as known. */
const anybody = () => 'somebody'

const Who = z
  .string('says nobody; write all, groups or roles')
  .trim()
  .superRefine((who, context) => {
    const read = parseAudience(who, anybody)
    if (read.kind === 'problem') context.addIssue(read.what.replace(/\.$/, ''))
  })

const mostDocuments = 40

const BundleFile = z.strictObject({
  title: z.string('needs a title that people will read').trim().min(1).max(120),
  duties: z
    .array(
      z.strictObject({
        who: Who,
        read: z.array(z.string().min(1), 'is not a list of policies').min(1, 'names no policy').max(mostDocuments),
      }),
      'is not a list of duties, each with who and read',
    )
    .min(1, 'holds no duty')
    .refine((duties) => new Set(duties.flatMap(({ read }) => read)).size <= mostDocuments, {
      error: `names more than ${mostDocuments} policies`,
    }),
})

const fileName = /^bundles\/([a-z0-9][a-z0-9-]{0,39})\.yaml$/

export function readBundles(
  files: readonly KnowledgeFile[],
  policies: readonly Policy[],
  problems: Problem[],
): readonly Bundle[] {
  return files.flatMap(({ path, shown, source }) => {
    if (!path.startsWith('bundles/') || !path.endsWith('.yaml')) return []
    const [, id] = fileName.exec(path) ?? []
    if (id === undefined) {
      problems.push({ file: shown, line: 1, ...badName })
      return []
    }
    const { yaml, problems: found } = readYaml({ file: shown, source }, BundleFile)
    problems.push(...found)
    if (yaml === undefined) return []
    const { title, duties } = yaml.value
    const ids = policies.map((policy) => policy.id)
    for (const [at, { read }] of duties.entries())
      for (const [place, policy] of read.entries())
        if (!ids.includes(policy))
          problems.push({
            file: shown,
            line: yaml.lineOf(['duties', at, 'read', place]),
            what: `names the policy ${policy}, which is not here, so nobody is asked for it`,
            fix: `There is ${sayList(ids)}.`,
            warning: true,
          })
    return [{ id, title, duties }]
  })
}

const badName = {
  what: 'has a name that is no id of a bundle',
  fix: 'Use small letters, digits and hyphens, such as bundles/september-pack.yaml.',
}
