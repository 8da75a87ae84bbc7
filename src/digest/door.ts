// The digest: how things stand, once a week for SLT, or whenever one of them asks.
import { buttons } from '../chat/cards.ts'
import { door } from '../turn/door.ts'
import { digestActions } from './actions.ts'
import { sendDigests } from './job.ts'
import { openDigest, openPart } from './talk.ts'

export const digest = door('digest', {
  actions: digestActions,
  on: { digest: openDigest, 'digest-details': openPart },
  hears: {
    digest: {
      says: 'digest|the digest|show digest|show the digest|show me the digest|weekly digest',
      open: (turn) => openDigest(turn, {}),
    },
  },
  help: [
    {
      line: [{ text: 'Say “digest”', style: 'strong' }, { text: ' to see how things stand this week.' }],
      leads: true,
    },
  ],
  home: { leading: () => [buttons({ label: 'Show the digest', action: digestActions('digest') })] },
  jobs: () => [{ name: 'digests', run: sendDigests }],
  notices: { digest: ['digest', 'digests'] },
})
