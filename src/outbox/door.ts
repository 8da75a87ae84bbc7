// The scheduled care for what is sent: it resolves what a crash left half done, and deletes what was kept long enough.
import { door } from '../turn/door.ts'
import { forgetOld } from './forget.ts'
import { settleLost } from './lost.ts'
import { reopenReached } from './reached.ts'
import { handToLeaders } from './slt.ts'

export const outbox = door('outbox', {
  on: {},
  jobs: () => [
    { name: 'forget', run: ({ ports, now, library }) => forgetOld(ports, { now, keptDays: library.school.keptDays }) },
    { name: 'lost notices', run: settleLost },
    { name: 'people who can be reached now', run: reopenReached },
    { name: 'what waits for somebody to lead the school', run: handToLeaders },
  ],
})
