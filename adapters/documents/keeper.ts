// Manages the process that reads files: starts it, sends it files, and ends it when it hangs, dies or uses too much.
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import { Answer, type Question } from './messages.ts'

export interface KeeperLimits {
  /** Milliseconds for one file. */
  readonly deadline: number
  /** For the whole process. */
  readonly megabytes: number
  /** Milliseconds without a request after which it is ended. */
  readonly idle: number
  /** The file that the process runs; tests use another. */
  readonly entry?: URL
}

export type Asked = Answer | { readonly kind: 'hung' } | { readonly kind: 'ate' } | { readonly kind: 'died' }

export interface Keeper {
  /** One file after the other, however many are requested at once. */
  readonly ask: (question: z.infer<typeof Question>) => Promise<Asked>
  readonly end: () => void
}

export function createKeeper(limits: KeeperLimits): Keeper {
  let child: ChildProcess | undefined
  let last: Promise<unknown> = Promise.resolve()
  let resting: NodeJS.Timeout | undefined
  const end = () => {
    child?.kill('SIGKILL')
    child = undefined
  }
  const askNow = async (question: z.infer<typeof Question>) => {
    clearTimeout(resting)
    child ??= begin(limits)
    const asked = await askOnce(child, question, limits.deadline)
    if (asked.kind === 'hung' || asked.kind === 'ate' || asked.kind === 'died') child = undefined
    resting = setTimeout(end, limits.idle).unref()
    return asked
  }
  return {
    ask: (question) => {
      const asked = last.then(() => askNow(question))
      last = asked.catch(() => undefined)
      return asked
    },
    end,
  }
}

// What a process needs to run at all; none of the school's settings and secrets.
const handedOn = ['PATH', 'SystemRoot', 'TMPDIR', 'TEMP', 'TMP', 'HOME']

function begin({ megabytes, entry = ownEntry() }: KeeperLimits): ChildProcess {
  const isSource = entry.pathname.endsWith('.ts')
  const child = fork(entry, [String(megabytes)], {
    // tsx is resolved from here.
    cwd: fileURLToPath(new URL('.', entry)),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [`--max-old-space-size=${megabytes}`, ...(isSource ? ['--import', 'tsx'] : [])],
    env: Object.fromEntries(handedOn.map((name) => [name, process.env[name]])),
  })
  rest(child)
  return child
}

/** Beside this file in the source, and beside the program where it is built: see the build script. */
function ownEntry(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './child.ts' : './reader.js', import.meta.url)
}

/** An idle reader does not keep the program alive. */
function rest(child: ChildProcess) {
  child.unref()
  child.channel?.unref()
}

function askOnce(child: ChildProcess, question: z.infer<typeof Question>, deadline: number): Promise<Asked> {
  child.ref()
  child.channel?.ref()
  return new Promise<Asked>((resolve) => {
    const timer = setTimeout(() => {
      settle({ kind: 'hung' })
      child.kill('SIGKILL')
    }, deadline)
    const heard = (message: unknown) => {
      const answer = Answer.safeParse(message)
      settle(answer.success ? answer.data : { kind: 'died' })
      if (!answer.success) child.kill('SIGKILL')
    }
    // Killed by itself, by the system, or out of heap: each means too little memory.
    const ended = (_: number | null, signal: string | null) =>
      settle({ kind: signal === 'SIGKILL' || signal === 'SIGABRT' ? 'ate' : 'died' })
    const failed = () => settle({ kind: 'died' })
    const settle = (asked: Asked) => {
      clearTimeout(timer)
      child.off('message', heard).off('exit', ended).off('error', failed)
      rest(child)
      resolve(asked)
    }
    child.on('message', heard).on('exit', ended).on('error', failed)
    child.send(question, (error) => {
      if (error !== null) settle({ kind: 'died' })
    })
  })
}
