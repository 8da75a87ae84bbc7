// Reading for a signature, signing, and what people may say before or instead of it.
import { door } from '../turn/door.ts'
import { declarationActions } from './actions.ts'
import { hearWords, prepareWords } from './before-talk.ts'
import { confirmAgain } from './send-confirmation.ts'
import { hearReceipt, myReceipts } from './receipt-talk.ts'
import { standOf } from './read-stand.ts'
import { tellConcernedAgain } from './send-concerned.ts'
import { passOnAgain } from './send-said.ts'
import { askAbout, hearSigning, openDeclaration, startReading, turnPage, turnToDeclaration } from './talk.ts'

export const declaration = door('declaration', {
  actions: declarationActions,
  on: {
    'start-reading': startReading,
    'turn-page': turnPage,
    'ask-about': askAbout,
    declaration: turnToDeclaration,
    sign: hearSigning,
    'before-signing': prepareWords,
    'say-before': (turn, action, { words = '' }) => hearWords(turn, action, words),
    receipt: hearReceipt,
  },
  hears: {
    sign: {
      says:
        'sign|sign it|sign now|i want to sign|i would like to sign|let me sign|can i sign|sign the policy|sign policy|' +
        'sign the declaration|sign declaration|i want to sign the policy|i want to sign the declaration|declaration',
      ofPolicy: true,
      byLink: true,
      open: openDeclaration,
    },
    'read-and-sign': {
      says:
        'read and sign|read & sign|start reading|read|go on reading|carry on reading|continue reading|keep reading|' +
        'i want to read and sign|read and sign the policy',
      ofPolicy: true,
      byLink: true,
      open: startReading,
    },
    receipt: {
      says: 'my receipt|receipt|receipts|my receipts|show my receipt|show me my receipt|get my receipt',
      byLink: true,
      open: myReceipts,
    },
  },
  byLink: {
    'start-reading': 'same-policy',
    'turn-page': 'same-edition',
    'ask-about': 'same-edition',
    declaration: 'same-edition',
    sign: 'same-edition',
    'before-signing': 'same-edition',
    'say-before': 'same-edition',
    // A rule of its own: somebody with a link sees a receipt only if it is theirs.
    receipt: 'always',
  },
  help: [
    {
      line: [
        { text: 'Say “read and sign”', style: 'strong' },
        { text: ' to go through a policy and sign its declaration.' },
      ],
    },
    { line: [{ text: 'Say “my receipt”', style: 'strong' }, { text: ' to see what you signed.' }] },
  ],
  home: { mine: async (turn, person) => [...(await standOf(turn, person)).blocks] },
  jobs: () => [
    { name: 'said to SLT', run: passOnAgain },
    { name: 'signatures confirmed', run: confirmAgain },
    { name: 'told about themselves', run: tellConcernedAgain },
  ],
  notices: {
    concerned: ['message about what was recorded of somebody', 'messages about what was recorded of people'],
    'signed-by-email': ['confirmation of a signature', 'confirmations of signatures'],
    'said-to-slt': ['message to the senior leadership team', 'messages to the senior leadership team'],
  },
  // Signatures are counted by policy, and messages to SLT have a part of their own.
  facts: {
    signed: { kind: 'elsewhere' },
    'bundle-signed': { kind: 'elsewhere' },
    raised: { kind: 'elsewhere' },
    declined: { kind: 'elsewhere' },
  },
})
