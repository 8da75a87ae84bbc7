// What the buttons of the school's calendar mean. Each first checks whether the person may.
import { actions } from '../chat/actions.ts'

export const yearActions = actions({
  'make-calendar-link': {},
  'withdraw-calendar-link': {},
})
