// Pressing on the way to a signature, and in SLT’s part: which conversation an action belongs to.
import type { Action } from './chat/actions.ts'
import type { Reply } from './chat/replies.ts'
import { hearEndExcuse, hearExcuse, hearPaper, hearWithdrawal, prepare } from './register/deeds-talk.ts'
import { addPerson, changePerson, joinPerson, openNewPerson } from './register/people-talk.ts'
import { openPerson, openRegister, turnRegister } from './register/talk.ts'
import { hearCampaign, hearMark, openCampaigns, recount, turnCampaign } from './campaign/talk.ts'
import { hearWords, prepareWords } from './declaration/before-talk.ts'
import { hearReceipt } from './declaration/receipt-talk.ts'
import {
  askAbout,
  hearSigning,
  openDeclaration,
  startReading,
  turnPage,
  turnToDeclaration,
} from './declaration/talk.ts'
import { openDigest, openPart } from './digest/talk.ts'
import { hearReview, openReview, openReviewPart, prepareReview } from './review/talk.ts'
import { never } from './kit/never.ts'
import { askNudgeAll, hearNudgeAll } from './campaign/nudge-all-talk.ts'
import { hearNudge } from './register/nudge-talk.ts'
import type { Turn } from './turn/turn.ts'

type Fields = Readonly<Record<string, string>>
type SignersDo =
  | 'start-reading'
  | 'turn-page'
  | 'ask-about'
  | 'declaration'
  | 'sign'
  | 'before-signing'
  | 'say-before'
  | 'receipt'
  | 'sign-here'
type SltDo =
  | 'register'
  | 'turn-register'
  | 'person'
  | 'nudge'
  | 'prepare'
  | 'excuse'
  | 'end-excuse'
  | 'withdraw'
  | 'sign-paper'
  | 'change-person'
  | 'join-person'
  | 'new-person'
  | 'add-person'
  | 'campaigns'
  | 'open-campaign'
  | 'close-campaign'
  | 'pause-campaign'
  | 'resume-campaign'
  | 'nudge-all'
  | 'confirm-nudge-all'
  | 'mark-edition'
  | 'digest'
  | 'digest-details'
  | 'review'
  | 'review-part'
  | 'prepare-review'
  | 'record-review'
export type SignersAction = Extract<Action, { do: SignersDo }>
export type SltAction = Extract<Action, { do: SltDo }>

export async function followSigner(turn: Turn, action: SignersAction, fields: Fields): Promise<Reply[]> {
  switch (action.do) {
    case 'start-reading':
      return startReading(turn, action)
    case 'turn-page':
      return turnPage(turn, action)
    case 'ask-about':
      return askAbout(turn, action)
    case 'declaration':
      return turnToDeclaration(turn, action)
    case 'sign':
      return hearSigning(turn, action, fields)
    case 'before-signing':
      return prepareWords(turn, action)
    case 'say-before':
      return hearWords(turn, action, fields.words ?? '')
    case 'receipt':
      return hearReceipt(turn, action)
    case 'sign-here':
      return [...(await recount(turn, action)), ...(await openDeclaration(turn, action))]
    default:
      return never(action)
  }
}

/** Each of these asks first whether the person may. */
export function followSlt(turn: Turn, action: SltAction, fields: Fields): Promise<Reply[]> {
  switch (action.do) {
    case 'register':
      return openRegister(turn, action)
    case 'turn-register':
      return turnRegister(turn, action, fields)
    case 'person':
      return openPerson(turn, action)
    case 'nudge':
      return hearNudge(turn, action)
    case 'prepare':
      return prepare(turn, action)
    case 'excuse':
      return hearExcuse(turn, action, fields)
    case 'end-excuse':
      return hearEndExcuse(turn, action)
    case 'withdraw':
      return hearWithdrawal(turn, action, fields)
    case 'sign-paper':
      return hearPaper(turn, action, fields)
    case 'change-person':
      return changePerson(turn, action, fields)
    case 'join-person':
      return joinPerson(turn, action, fields)
    case 'new-person':
      return openNewPerson(turn, action)
    case 'add-person':
      return addPerson(turn, action, fields)
    case 'campaigns':
      return openCampaigns(turn, action)
    case 'open-campaign':
      return hearCampaign(turn, action, fields)
    case 'close-campaign':
    case 'pause-campaign':
    case 'resume-campaign':
      return turnCampaign(turn, action)
    case 'nudge-all':
      return askNudgeAll(turn, action)
    case 'confirm-nudge-all':
      return hearNudgeAll(turn, action)
    case 'mark-edition':
      return hearMark(turn, action)
    case 'digest':
      return openDigest(turn, action)
    case 'digest-details':
      return openPart(turn, action)
    case 'review':
      return openReview(turn, action)
    case 'review-part':
      return openReviewPart(turn, action)
    case 'prepare-review':
      return prepareReview(turn, action)
    case 'record-review':
      return hearReview(turn, action, fields)
    default:
      return never(action)
  }
}
