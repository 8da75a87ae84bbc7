// Campaigns: asking an audience to sign by a day, reminding all of it at once, and the card that everybody in a place
// may press.
import type { FactOf } from '../journal/types.ts'
import { sayDay } from '../kit/days.ts'
import { door } from '../turn/door.ts'
import type { News, NewsAbout } from '../turn/words.ts'
import { campaignActions } from './actions.ts'
import { askNudgeAll, hearNudgeAll } from './nudge-all-talk.ts'
import { hearChange, prepareChange } from './change-talk.ts'
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
    'pause-campaign': pressCampaign,
    'resume-campaign': pressCampaign,
    timeline: showTimeline,
    'nudge-all': askNudgeAll,
    'confirm-nudge-all': hearNudgeAll,
    'mark-edition': hearMark,
    'sign-here': signHere,
  },
  hears: {
    campaigns: {
      says: 'campaign|campaigns|new campaign|open a campaign|show campaigns|show the campaigns',
      ofPolicy: true,
      open: openCampaigns,
    },
    'sign-here': { says: 'sign here|post sign here|put sign here', ofPolicy: true, open: putSignHere },
  },
  jobs: () => [{ name: 'newer editions', run: askAboutEditions }],
  notices: { 'new-edition': ['question about a new edition', 'questions about a new edition'] },
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
    'edition-marked': {
      kind: 'told',
      tell({ policy, edition, change }, { titleOf }) {
        const again = change === 'material' ? 'everybody signs it anew' : 'signatures before it stand'
        return `Edition ${edition} of the ${titleOf(policy)} was marked ${change}: ${again}.`
      },
    },
  },
})

type Turned = 'campaign-closed' | 'campaign-paused' | 'campaign-resumed' | 'campaign-reopened' | 'campaign-changed'

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
