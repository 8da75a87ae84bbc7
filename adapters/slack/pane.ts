// The assistant pane (Agents & AI apps), where a workspace has it: first questions to choose from, and a sign of life
// when an answer takes a moment. Nothing depends on it: where Slack refuses, nothing else happens.
import type { Api } from './api.ts'
import { limits } from './limits.ts'
import type { SlackEvent } from './payloads.ts'
import { plainText } from './text.ts'

export interface Pane {
  /** Offers first questions when somebody opens it. Never throws. */
  opened(event: SlackEvent): Promise<void>
  /** Shows that an answer is on its way, until there is one. Never throws. */
  busy(conversation: { channel: string; thread: string }): Promise<void>
}

/** `suggestions` are questions as a person would type them. */
export function createPane(api: Api, suggestions: readonly string[]): Pane {
  const prompts = suggestions.slice(0, limits.suggestedPrompts).map((message) => ({
    title: plainText(message, limits.buttonLabel).text,
    message,
  }))
  let refused = false
  const offer = (where: { channel_id: string; thread_ts?: string }) =>
    api.call('assistant.threads.setSuggestedPrompts', { ...where, prompts })

  return {
    opened: async (event) => {
      if (prompts.length === 0) return
      try {
        if (event.type === 'assistant_thread_started') {
          const { channel_id, thread_ts } = event.assistant_thread
          await offer({ channel_id, thread_ts })
        } else if (event.type === 'app_home_opened' && event.tab === 'messages' && !refused) {
          refused = (await offer({ channel_id: event.channel })).kind === 'refused'
        }
      } catch {
        // Slack could not be reached; the next opening tries again.
      }
    },
    busy: async ({ channel, thread }) => {
      try {
        await api.call('assistant.threads.setStatus', {
          channel_id: channel,
          thread_ts: thread,
          status: 'is looking it up …',
        })
      } catch {
        // The answer itself shows that it has arrived.
      }
    },
  }
}
