// Measures turns per second in Teams with one card in reply, against an empty CloudAdapter that replies with a fixed
// text.
import { settingsFor } from '../kit/teams/teamsbot.ts'
import { startTeams } from '../kit/teams/teams.ts'
import type { User } from '../kit/teams/user.ts'
import { atOnce, begin, compete, contestSizes, openQuestions, type Contest, type Contestant } from './contest.ts'
import type { Kind, Told } from './teams-listener.ts'

const names: Readonly<Record<Kind, string>> = {
  cloud: 'empty CloudAdapter, a fixed text',
  fixed: 'this adapter, a card with a fixed text',
  whole: 'the whole bot: search, database, card',
}

export async function benchTeams(more: Partial<Contest> = {}): Promise<string[]> {
  const questions = openQuestions()
  const all = () => Promise.all((['cloud', 'fixed', 'whole'] as const).map((kind) => enter(kind, questions)))
  return compete(all, { what: 'answered turns', ...contestSizes(300), ...more })
}

async function enter(kind: Kind, questions: () => string): Promise<Contestant> {
  const teams = await startTeams()
  const told: Told = { be: kind, settings: settingsFor(teams) }
  const { child, url } = await begin('test/bench/teams-listener.ts', told)
  teams.deliverTo(url)
  const people = Array.from({ length: atOnce }, (_, at) => teams.user(`Ada${at} Teacher${at}`))
  for (const person of people) await person.installs()
  const ask = async (count: number) => {
    const before = teams.callsOf('send').length
    let left = count
    // A turn ends when its request is answered, which is after the reply was sent.
    const askOn = async (person: User) => {
      while (left-- > 0) await person.says(questions())
    }
    await Promise.all(people.map(askOn))
    const sent = teams.callsOf('send').length - before
    if (sent < count) throw new Error(`${names[kind]}: ${count - sent} of ${count} turns were not answered`)
  }
  return { name: names[kind], child, ask, end: () => teams.close() }
}
