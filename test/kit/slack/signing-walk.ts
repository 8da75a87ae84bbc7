// A person in Slack's stand-in asks, opens the declaration and signs it, whichever of their messages it stands in.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { eventually } from '../eventually.ts'
import type { User } from './types.ts'

/** Sets up a school in which the summary may be signed. */
export function acceptSummary(home: string): void {
  const settings = readFileSync('knowledge/school.yaml', 'utf8')
  writeFileSync(join(home, 'school.yaml'), `${settings}\nsigning:\n  acceptRestated: [social-media@2015-10]\n`)
}

/** `bot` is the id of the bot's user. */
export function signingWalk(bot: () => string) {
  /** All messages that are new or changed: a certificate may already follow the card that says thank you. */
  async function shownAfter(user: User, doing: () => Promise<unknown>): Promise<string> {
    const shown = () => user.sees().filter(({ from }) => from === bot())
    const state = () => shown().map(({ changed, text }) => JSON.stringify([changed, text]))
    const before = state()
    await doing()
    return eventually(() => {
      const now = state()
      const fresh = shown().filter((_, at) => now[at] !== before[at])
      return fresh.length === 0 ? undefined : fresh.map(({ text }) => text).join('\n')
    })
  }

  const answered = (user: User, text: string) => shownAfter(user, () => user.says(text, { in: 'dm' }))

  /** Submits the form with every box ticked; returns what is shown then. */
  function submits(user: User, form: string): Promise<string> {
    const ticks = form.split('\n').filter((line) => /^I have read|^I understand that/.test(line))
    const fields = Object.fromEntries(ticks.map((line) => [line, 'yes']))
    return shownAfter(user, () => user.fills({ ...fields, 'Your name, typed in full': user.name }, 'Sign'))
  }

  async function signs(user: User): Promise<void> {
    expect(await submits(user, await answered(user, 'sign'))).to.match(/thank you|signed/i)
  }

  return { answered, submits, signs }
}
