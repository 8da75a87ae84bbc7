// People for the tests of the office.
import type { Person } from '../../src/chat/people.ts'

export function somebody(id: string, name: string, roles: Person['roles'] = ['staff']): Person {
  return {
    id,
    name,
    email: `${id}@school.example`,
    roles,
    group: 'teaching',
    manager: undefined,
    startsOn: undefined,
    leavesOn: undefined,
    away: [],
    weekdays: undefined,
    listed: true,
    practice: false,
  }
}
