// Campaigns: asking an audience to sign by a day, reminding all of it at once, and the card that everybody in a place
// may press.
import type { FactOf } from '../journal/types.ts'
import { sayDay } from '../kit/days.ts'
import { door } from '../turn/door.ts'
import type { News, NewsAbout } from '../turn/words.ts'
import { campaignActions } from './actions.ts'
import { hearHand, hearHandTo, hearTakeBack, prepareHand } from './hand-talk.ts'
import { lapseHanded, tellHanded } from './handed-job.ts'
import { hearLater, openHanded, openMinded, prepareLater } from './mind-talk.ts'
import { askNudgeAll, askRemindMinded, hearNudgeAll, hearRemindMinded } from './nudge-all-talk.ts'
import { confirmChange, hearChange, prepareChange } from './change-talk.ts'
import { confirmCampaign, hearCampaign } from './open-talk.ts'
import { askClose, hearMark, openCampaigns, putSignHere, signHere, pressCampaign } from './talk.ts'
import { showTimeline } from './timeline-talk.ts'
import { askAboutEditions } from './undecided-job.ts'

export const campaign = door('campaign', {
  actions: campaignActions,
  on: {
    campaigns: openCampaigns,
    'open-campaign': hearCampaign,
    'confirm-campaign': confirmCampaign,
    'close-campaign': askClose,
    'confirm-close-campaign': pressCampaign,
    'reopen-campaign': pressCampaign,
    'prepare-change': prepareChange,
    'change-campaign': hearChange,
    'confirm-change': confirmChange,
    'pause-campaign': pressCampaign,
    'resume-campaign': pressCampaign,
    timeline: showTimeline,
    'nudge-all': askNudgeAll,
    'confirm-nudge-all': hearNudgeAll,
    'prepare-hand': prepareHand,
    'hand-campaign': hearHand,
    'hand-to': hearHandTo,
    'take-back': hearTakeBack,
    'handed-campaigns': openHanded,
    'mind-campaign': openMinded,
    'remind-minded': askRemindMinded,
    'confirm-remind-minded': hearRemindMinded,
    'prepare-later': prepareLater,
    'give-later': hearLater,
    'mark-edition': hearMark,
    'sign-here': signHere,
  },
  hears: {
    campaigns: {
      says: 'campaign|campaigns|new campaign|open a campaign|show campaigns|show the campaigns',
      ofPolicy: true,
      open: openCampaigns,
    },
    handed: { says: 'handed to me|campaigns handed to me|what is handed to me|what is with me', open: openHanded },
    'sign-here': { says: 'sign here|post sign here|put sign here', ofPolicy: true, open: putSignHere },
  },
  jobs: () => [
    { name: 'newer editions', run: askAboutEditions },
    { name: 'campaigns whose holder has gone', run: lapseHanded },
    { name: 'campaigns handed on', run: tellHanded },
  ],
  notices: {
    'new-edition': ['question about a new edition', 'questions about a new edition'],
    handed: ['word about a campaign that is handed on', 'words about campaigns that are handed on'],
  },
  facts: {
    'campaign-opened': {
      kind: 'told',
      tell({ policy, due, round }, { titleOf }) {
        const what = round === undefined ? `sign the ${titleOf(policy)}` : `sign the documents of the ${round.title}`
        return `Staff were asked to ${what} by ${sayDay(due)}.`
      },
    },
    'campaign-closed': turned('closed'),
    'campaign-paused': turned('paused'),
    'campaign-resumed': turned('resumed'),
    'campaign-reopened': turned('opened again'),
    'campaign-changed': turned('changed'),
    'campaign-handed': turned('handed to a named person'),
    'campaign-taken-back': turned('taken back from whoever had it'),
    'campaign-lapsed': turned('with somebody who no longer works here, and is with the senior leadership team again'),
    'edition-marked': {
      kind: 'told',
      tell({ policy, edition, change }, { titleOf }) {
        const again = change === 'material' ? 'everybody signs it again' : 'signatures before it stand'
        return `Edition ${edition} of the ${titleOf(policy)} was marked ${change}: ${again}.`
      },
    },
  },
})

type Turned =
  | 'campaign-closed'
  | 'campaign-paused'
  | 'campaign-resumed'
  | 'campaign-reopened'
  | 'campaign-changed'
  | 'campaign-handed'
  | 'campaign-taken-back'
  | 'campaign-lapsed'

function turned(became: string): News<Turned> {
  return {
    kind: 'told',
    tell({ policy, campaign: id }: FactOf<Turned>, { titleOf, dueOf, bundleOf }: NewsAbout) {
      const [due, bundle] = [dueOf(id), bundleOf(id)]
      if (bundle !== undefined) return `The ${bundle}${due === undefined ? '' : `, due ${due},`} was ${became}.`
      return `The campaign for the ${titleOf(policy)}${due === undefined ? '' : `, due ${due},`} was ${became}.`
    },
  }
}
