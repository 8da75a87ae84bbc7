// What the buttons of the greeting, of help and of the status card mean.
import { actions } from '../chat/actions.ts'

export const welcomeActions = actions({ help: {}, status: {} })
