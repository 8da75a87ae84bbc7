// Bundles: SLT asks for several documents together, and follows, pauses and closes them as one.
import { door } from '../turn/door.ts'
import { bundleActions } from './actions.ts'
import { confirmRoundChange, hearRoundChange, prepareRound } from './change-talk.ts'
import { askCloseRound, confirmBundle, hearBundle, openBundle, openBundles, pressRound } from './talk.ts'
import { showRoundTimeline } from './timeline-talk.ts'

export const bundle = door('bundle', {
  actions: bundleActions,
  on: {
    bundles: openBundles,
    bundle: openBundle,
    'open-bundle': hearBundle,
    'confirm-bundle': confirmBundle,
    'close-round': askCloseRound,
    'confirm-close-round': pressRound,
    'reopen-round': pressRound,
    'pause-round': pressRound,
    'resume-round': pressRound,
    'round-timeline': showRoundTimeline,
    'prepare-round': prepareRound,
    'change-round': hearRoundChange,
    'confirm-round-change': confirmRoundChange,
  },
  hears: {
    bundles: { says: 'bundles|bundle|show bundles|show the bundles|open a bundle|document bundles', open: openBundles },
  },
})
