// Microsoft's own local playground, as a process of its own in front of the whole program: what its people can do there.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Page } from 'playwright-core'

export interface Playground {
  readonly url: string
  stop(): Promise<void>
}

export const playgroundProgram = 'node_modules/@microsoft/m365agentsplayground/cli.js'

/** Whoever is in front of it, as its own configuration has them. */
export const alex = { name: 'Alex Wilber', email: 'alexw@example.com' } as const

/** `folder` is where it leaves what it writes. */
export async function openPlayground(folder: string, endpoint: string): Promise<Playground> {
  const args = [
    join(process.cwd(), playgroundProgram),
    'start',
    '-e',
    endpoint,
    '-c',
    'msteams',
    '-p',
    String(await freePort()),
    '--dt',
  ]
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await portOf(child)
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: async () => {
      if (child.exitCode !== null) return
      const gone = once(child, 'exit')
      child.kill()
      await gone
    },
  }
}

async function portOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('its output is a pipe, as asked for')
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line)
    const port = /Listening on (\d+)/.exec(line)?.[1]
    if (port !== undefined) {
      child.stdout.resume()
      return port
    }
  }
  throw new Error(`the playground did not start:\n${lines.join('\n')}`)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

export interface AtPlayground {
  says(text: string): Promise<void>
  /** Presses the last button of that label that is there. */
  presses(label: string): Promise<void>
  /** Resolves when that is there to be read. */
  sees(words: string | RegExp): Promise<void>
}

export function atPlayground(page: Page): AtPlayground {
  return {
    says: async (text) => {
      const box = page.locator('[role=textbox][contenteditable=true]').first()
      await box.click()
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    },
    presses: (label) => page.getByRole('button', { name: label, exact: true }).last().click(),
    sees: (words) => page.getByText(words).last().waitFor(),
  }
}
