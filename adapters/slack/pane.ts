// First questions to choose from in the assistant pane (Agents & AI apps), where a workspace has it, and a sign of life in
// any conversation when an answer takes a moment. Nothing depends on it: where Slack refuses, nothing else happens.
import type { Api } from './api.ts'
import { limits } from './limits.ts'
import type { SlackEvent } from './payloads.ts'
import { plainText } from './text.ts'

export interface Pane {
  /** Offers first questions when somebody opens it. Never throws. */
  opened(event: SlackEvent): Promise<void>
  /**
   * Shows that an answer is on its way, until there is one. `thread` may be any message, also one without a thread.
   * Never throws, and `answer` does not wait for it.
   */
  busy(conversation: { channel: string; thread: string }, answer: Promise<unknown>): Promise<void>
}

export interface PaneOptions {
  readonly api: Api
  /** First questions for somebody, as a person would type them; empty where there are none. Never throws. */
  readonly questions: (who: { readonly user: string; readonly channel: string }) => Promise<readonly string[]>
  /** What stands there where there are none. */
  readonly otherwise: readonly string[]
}

export function createPane({ api, questions, otherwise }: PaneOptions): Pane {
  let refused = false
  const offer = async (user: string, where: { channel_id: string; thread_ts?: string }) => {
    const found = await questions({ user, channel: where.channel_id })
    const prompts = (found.length > 0 ? found : otherwise).slice(0, limits.suggestedPrompts).map((message) => ({
      title: plainText(message, limits.buttonLabel).text,
      message,
    }))
    return prompts.length === 0 ? undefined : api.call('assistant.threads.setSuggestedPrompts', { ...where, prompts })
  }

  return {
    opened: async (event) => {
      try {
        if (event.type === 'assistant_thread_started') {
          const { user_id, channel_id, thread_ts } = event.assistant_thread
          await offer(user_id, { channel_id, thread_ts })
        } else if (event.type === 'app_home_opened' && event.tab === 'messages' && !refused) {
          refused = (await offer(event.user, { channel_id: event.channel }))?.kind === 'refused'
        }
      } catch {
        // Slack could not be reached; the next opening tries again.
      }
    },
    busy: async ({ channel, thread }, answer) => {
      const say = (status: string) =>
        api.call(
          'assistant.threads.setStatus',
          { channel_id: channel, thread_ts: thread, status },
          { patience: 'short' },
        )
      try {
        await say('is looking it up …')
        await answer
        // Slack takes a status away only with a message in the same thread, and not all answers are one.
        await say('')
      } catch {
        // The answer itself shows that it has arrived.
      }
    },
  }
}
