// "Ask first", right here: a draft goes to whoever decides, and is deleted as soon as they have.
import { door } from '../turn/door.ts'
import { approvalActions } from './actions.ts'
import { keepDrafts } from './job.ts'
import { askYes, decideIt, listDrafts, sendForYes, showRequest, withdrawIt } from './talk.ts'

export const approval = door('approval', {
  actions: approvalActions,
  on: {
    'ask-yes': askYes,
    'send-for-yes': sendForYes,
    'show-draft': showRequest,
    'decide-draft': decideIt,
    'withdraw-draft': withdrawIt,
  },
  keepsNothingOf: ['send-for-yes'],
  hears: {
    drafts: {
      says: 'drafts|my drafts|drafts for me|which drafts wait|approvals|approve a draft|what is there to approve',
      open: listDrafts,
    },
  },
  jobs: () => [{ name: 'drafts', run: keepDrafts }],
  notices: {
    'draft-request': ['message about a draft that waits for a yes', 'messages about drafts that wait for a yes'],
  },
})
