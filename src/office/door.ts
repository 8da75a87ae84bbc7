// What leads to the office from a chat: "import", "people", "pack", "settings", "contacts" and "terms".
import { door } from '../turn/door.ts'
import { askForList } from './list-wanted-job.ts'
import { showWayToOffice } from './talk.ts'

export const office = door('office', {
  on: {},
  hears: {
    'office-people': {
      says: 'people|the people|import people|list of people|staff list|import a list|import staff|upload a list|upload staff list',
      only: 'keep-people',
      open: showWayToOffice('people', 'keep-people'),
    },
    'office-policies': {
      says: 'import|import a policy|import policy|import policies|upload a policy|upload policy|new policy|publish a policy',
      only: 'own-policy',
      open: showWayToOffice('policies', 'own-policy'),
    },
    'office-bundles': {
      says: 'new bundle|make a bundle|make a new bundle|write a bundle|set up a bundle|change a bundle|new pack',
      only: 'run-campaign',
      open: showWayToOffice('bundles', 'run-campaign'),
    },
    'office-pack': {
      says: 'pack|the pack|inspection pack|make the pack|make a pack|ofsted pack|inspector pack',
      only: 'see-register',
      open: showWayToOffice('pack', 'see-register'),
    },
    'office-settings': {
      says: 'settings|the settings|change settings|school settings|office|the office|open the office',
      only: 'keep-settings',
      open: showWayToOffice('settings', 'keep-settings'),
    },
    'office-contacts': {
      says: 'change contacts|edit contacts|contacts|the contacts',
      only: 'keep-settings',
      open: showWayToOffice('settings', 'keep-settings'),
    },
    'office-questions': {
      says: 'unanswered questions|the unanswered questions|show unanswered questions|known questions|add a word|teach a word',
      only: 'teach',
      open: showWayToOffice('questions', 'teach'),
    },
    'office-terms': {
      says: 'terms|change terms|edit terms|term dates settings|set term dates',
      only: 'keep-settings',
      open: showWayToOffice('settings', 'keep-settings'),
    },
  },
  help: [
    {
      line: [
        { text: 'Say “import”, “people”, “pack” or “settings”', style: 'strong' },
        { text: ' to do the office’s work in the browser.' },
      ],
      leads: true,
    },
  ],
  jobs: () => [{ name: 'list wanted', run: askForList }],
  notices: {
    proposed: ['word of a new document', 'words of new documents'],
    'list-wanted': ['word that the list of staff is wanted', 'words that the list of staff is wanted'],
  },
  facts: {
    'knowledge-changed': {
      kind: 'counted',
      say: (count) =>
        `${count} ${count === 1 ? 'change was' : 'changes were'} made to the school’s own files: policies, settings and what rules rest on.`,
    },
  },
})
