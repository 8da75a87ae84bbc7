// Runs Microsoft's local playground in its own process in front of the whole program, and acts as its user.
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

/** The user in the playground's default configuration. */
export const alex = { name: 'Alex Wilber', email: 'alexw@example.com' } as const

/** The playground writes its files to `folder`. */
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
  /** Presses the last visible button with that label. */
  presses(label: string): Promise<void>
  /** Resolves when the words are visible. */
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
