// What owners adopted, known without a database query for every question.
import { watchList, type Watch } from '../kit/watch.ts'
import type { Lessons, Taught } from '../ports/lessons.ts'

export interface TaughtWatch extends Watch<Taught> {
  /** The port, wrapped so that changes made through it are known at once. */
  readonly lessons: Lessons
}

export function watchTaught(lessons: Lessons): TaughtWatch {
  const watch = watchList(() => lessons.taught())
  return {
    ...watch,
    lessons: {
      ...lessons,
      takeUp: (taught) => watch.after(lessons.takeUp(taught)),
      withdraw: (key, who) => watch.after(lessons.withdraw(key, who)),
    },
  }
}
