// Connects Slack, where it is set up.
import { checkSlackSettings } from '../../adapters/slack/settings.ts'
import type { App } from '../app.ts'
import type { SlackVariables } from '../config.ts'
import type { Memberships } from '../ports/memberships.ts'
import type { Meeting } from '../ports/people.ts'
import type { Ports } from '../ports/ports.ts'

/** Undefined where nothing is set for Slack. Throws, with what to do, where the settings would not work. */
export async function openSlack(
  variables: SlackVariables,
  { app, ports, ...options }: { app: App; ports: Ports; meeting: Meeting; memberships: Memberships },
) {
  const checked = checkSlackSettings(variables)
  switch (checked.kind) {
    case 'off':
      return undefined
    case 'problems':
      throw new Error(
        ['Slack cannot be connected:', ...checked.problems.map(({ what, fix }) => `  ${what} ${fix}`)].join('\n'),
      )
    case 'settings': {
      for (const note of checked.notes) ports.log.warn({ platform: 'slack' }, note)
      const { connectSlack } = await import('../../adapters/slack/connect.ts')
      return connectSlack({ settings: checked.settings, hear: app.hear, take: app.take, ...ports, ...options })
    }
  }
}
