// Reading: the sections of a policy, whom to ask about it, and a section shown to others.
import { door } from '../turn/door.ts'
import { readingActions } from './actions.ts'
import { openOriginal } from './original-talk.ts'
import { policyBlocks } from './state.ts'
import { listSections, readSection, sayWhom, shareSection } from './talk.ts'

export const reading = door('reading', {
  actions: readingActions,
  on: { sections: listSections, read: readSection, whom: sayWhom, original: openOriginal, share: shareSection },
  hears: {
    sections: {
      says:
        'sections|list sections|show sections|show the sections|show me the sections|all sections|contents|table of contents|' +
        'index|show me the policy|show the policy|read the policy|the policy|list of sections|browse|policies|' +
        'the policies|show policies|show the policies|show me the policies|all policies|list of policies|list policies|' +
        'list the policies|which policies do we have|what policies do we have|which policies are there|what policies are there|' +
        'which policies do you know|what policies do you know|which policies does the school have|what policies does the school have',
      ofPolicy: true,
      forOutsiders: true,
      open: listSections,
    },
    original: {
      says:
        'open the original|open original|the original|original|the original file|open the original file|' +
        "the original document|open the original document|open the file|the school's own file",
      ofPolicy: true,
      open: openOriginal,
    },
  },
  byLink: { sections: 'always', read: 'always', whom: 'always', original: 'same-edition' },
  forOutsiders: ['sections', 'read', 'whom'],
  help: [
    {
      line: [
        { text: 'Say “sections”', style: 'strong' },
        { text: ' to read a policy section by section, or name it: “sections of the … policy”.' },
      ],
    },
  ],
  home: { policies: ({ desk }) => policyBlocks(desk.shelf) },
})
