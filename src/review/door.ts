// Reviews of policies: how they stand, what to look at, recording the outcome, and warning the people responsible.
import { sayDay, sayWhen } from '../kit/days.ts'
import { never } from '../kit/never.ts'
import type { FactOf } from '../journal/types.ts'
import { door } from '../turn/door.ts'
import type { Turn } from '../turn/turn.ts'
import { reviewActions } from './actions.ts'
import { listReviews } from './cards.ts'
import { warnOfReviews } from './job.ts'
import { reviewsOn, reviewStateOf } from './read.ts'
import { hearReview, openReview, openReviewPart, prepareReview } from './talk.ts'

export const review = door('review', {
  actions: reviewActions,
  on: {
    review: openReview,
    'review-part': openReviewPart,
    'prepare-review': prepareReview,
    'record-review': hearReview,
  },
  hears: {
    review: {
      says:
        'review|reviews|the review|the reviews|show review|show reviews|show the review|show the reviews|review pack|' +
        'the review pack|show the review pack|review date|review dates|open the review|open review',
      ofPolicy: true,
      open: openReview,
    },
  },
  help: [
    {
      line: [
        { text: 'Say “review”', style: 'strong' },
        { text: ' to see when the policies are to be reviewed, and what to look at.' },
      ],
      leads: true,
    },
  ],
  home: { leading: reviewBlocks, owning: reviewBlocks },
  jobs: () => [{ name: 'reviews', run: warnOfReviews }],
  notices: { review: ['warning of a review', 'warnings of reviews'] },
  facts: {
    reviewed: { kind: 'told', tell: (fact, { titleOf }) => `The ${titleOf(fact.policy)} ${sayOutcome(fact)}.` },
  },
})

/** How each review stands, with a button to open it. */
function reviewBlocks({ desk }: Turn) {
  return listReviews(reviewsOn(desk).map((each) => reviewStateOf(each, desk)))
}

function sayOutcome({ outcome }: FactOf<'reviewed'>): string {
  switch (outcome.kind) {
    case 'no-change':
      return `was reviewed without a change, and is next reviewed ${sayWhen(outcome.next)}`
    case 'new-edition':
      return `was reviewed: edition ${outcome.replacement} takes its place`
    case 'postponed':
      return `has its review postponed until ${sayDay(outcome.until)}`
    default:
      return never(outcome)
  }
}
