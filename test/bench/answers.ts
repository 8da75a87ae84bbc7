// Measures what an answer costs, from text to card: the whole app with a store in memory.
import { readFileSync } from 'node:fs'
import type { Library } from '../../src/turn/library.ts'
import { createApp } from '../../src/app.ts'
import { memoryPorts } from '../kit/ports.ts'

export async function benchAnswers(library: Library): Promise<string[]> {
  const { ports, close } = await memoryPorts()
  try {
    const app = createApp(ports, library)
    const questions = readFileSync('test/bench/questions.jsonl', 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { q: string }).q)
    const times: number[] = []
    let id = 0
    for (const round of [0, 1, 2]) {
      for (const text of questions) {
        const start = performance.now()
        await app.hear({
          kind: 'said',
          id: `bench:${++id}`,
          account: { platform: 'web', id: 'bench' },
          place: { platform: 'web', id: 'bench', kind: 'private' },
          text,
        })
        if (round > 0) times.push(performance.now() - start)
      }
    }
    return [`  median ${at(times, 0.5)} ms, 95 of 100 within ${at(times, 0.95)} ms, slowest ${at(times, 1)} ms`]
  } finally {
    await close()
  }
}

function at(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2)
}
