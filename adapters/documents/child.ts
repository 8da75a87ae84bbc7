// The process that reads files: it handles one request after the other, and may be killed at any time.
import { Answer, Question } from './messages.ts'
import { readers } from './readers.ts'
import { refusals } from './refuse.ts'
import { watchMemory } from './watch.ts'

watchMemory(Number(process.argv[2]))
process.on('disconnect', () => process.exit())
process.on('message', (message) => void answer(message))

async function answer(message: unknown) {
  process.send?.(await read(message))
}

async function read(message: unknown): Promise<Answer> {
  const { format, bytes } = Question.parse(message)
  try {
    const reader = await readers[format]()
    return Answer.parse(await reader(bytes))
  } catch {
    // A reader's bug must not affect the other files.
    return refusals.damaged
  }
}
