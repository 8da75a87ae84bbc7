// The clock's beat: node-cron calls tick. What is due is decided in src/.
import { schedule } from 'node-cron'

/** Beats every minute until stopped; a beat that is still at work is not joined by another. */
export function startBeat(tick: (now: Date) => Promise<void>): { stop(): Promise<void> } {
  const task = schedule('* * * * *', () => tick(new Date()), { noOverlap: true, name: 'tick' })
  return {
    async stop() {
      await task.destroy()
    },
  }
}
