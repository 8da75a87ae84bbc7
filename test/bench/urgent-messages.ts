// Messages with the kinds of urgent help that each needs: those that may be looked at, from which the weights are
// fitted.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { withWeights } from '../../src/library/urgent-weights.ts'
import { readUrgent } from '../../src/library/urgent.ts'
import { compileUrgent } from '../../src/search/urgent.ts'
import { harmless, telling } from '../knowledge/drafts.ts'
import { projectsOwn } from './shelves.ts'

export interface Message {
  /** Empty where it is not urgent; several where each kind helps. */
  readonly kinds: readonly string[]
  readonly text: string
}

const { urgent } = readUrgent('knowledge/urgent.yaml', readFileSync('knowledge/urgent.yaml', 'utf8'))
export const urgentKinds = urgent ?? []

/** The bot's own recognition, with the project's patterns and weights. */
export const findUrgent = compileUrgent(
  withWeights(
    urgentKinds,
    { shown: 'urgent-weights.txt', source: readFileSync('knowledge/urgent-weights.txt', 'utf8') },
    { problems: [] },
  ),
)

/** The lines of a file of messages: `kinds | message`, or `half | kinds | message`, of which only that half is read. */
export function messagesIn(file: string, half?: string): Message[] {
  return readFileSync(`test/knowledge/${file}`, 'utf8')
    .split('\n')
    .filter((line) => line.includes('|') && !line.startsWith('#'))
    .map((line) => line.split('|').map((part) => part.trim()))
    .filter(([first]) => half === undefined || first === half)
    .map((parts) => {
      const [kinds = '', text = ''] = parts.slice(-2)
      return { kinds: kinds === '-' ? [] : kinds.split('/'), text }
    })
}

const Told = z.object({ kind: z.string().nullable(), text: z.string() })

export function lookedAt(): Message[] {
  const told = readFileSync('test/knowledge/urgent-messages.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map((line) => Told.parse(JSON.parse(line)))
  return [
    ...messagesIn('urgent-fresh.txt', 'look'),
    ...messagesIn('urgent-examples.txt'),
    ...told.map(({ kind, text }) => ({ kinds: kind === null ? [] : [kind], text })),
    ...urgentKinds.flatMap(({ id, cases }) => [
      ...cases.trigger.map((text) => ({ kinds: [id], text })),
      ...cases.nearMiss.map((text) => ({ kinds: [], text })),
    ]),
  ]
}

/** The questions in the knowledge, and drafts, except those that the patterns take for urgent. */
export function harmlessByTheWay(): Message[] {
  const library = projectsOwn()
  const own = [...library.asked.values()].flatMap((sections) => [...sections.values()].flatMap(({ asked }) => asked))
  const usual = (library.general?.topics ?? []).flatMap(({ parts }) => parts.flatMap(({ asked }) => asked))
  const find = compileUrgent(urgentKinds)
  const drafts = [...harmless, ...telling.map(([, draft]) => draft)]
  return [...own, ...usual, ...drafts].filter((text) => find(text) === undefined).map((text) => ({ kinds: [], text }))
}
