// Links to the web page, for people who ask in a chat.
import { door } from '../turn/door.ts'
import { openPage } from './talk.ts'

export const link = door('link', {
  on: {},
  hears: {
    'open-page': {
      says: 'open|open page|open the page|open web page|open the web page|web page|the web page|website',
      open: openPage,
    },
  },
})
