// Reads topics/: for each usual topic in schools, what its policies and sections are called, and what people ask.
import { z } from 'zod'
import type { Topic } from '../search/types.ts'
import type { KnowledgeFile } from './files.ts'
import { betweenCommas } from './lexicon.ts'
import type { Problem } from '../turn/library.ts'
import { readYaml } from './yaml.ts'

const Words = z.string('needs words, between commas').trim().min(1).transform(betweenCommas)
const TopicFile = z.strictObject({
  topic: z.string().min(1),
  titles: Words,
  parts: z.array(z.strictObject({ called: Words, body: Words, asked: z.array(z.string().min(1)).min(1) })).min(1),
})

export function readTopics(files: readonly KnowledgeFile[], problems: Problem[]): readonly Topic[] {
  return files.flatMap(({ path, shown, source }) => {
    const [, id] = /^topics\/([^/]+)\.yaml$/.exec(path) ?? []
    if (id === undefined) return []
    const { yaml, problems: found } = readYaml({ file: shown, source }, TopicFile)
    problems.push(...found)
    if (yaml === undefined) return []
    const { topic, titles, parts } = yaml.value
    return [{ id, name: topic, titles, parts }]
  })
}
