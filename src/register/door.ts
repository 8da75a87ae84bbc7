// The register: who has signed, what is done for one person, and who works here. Each handler checks whether the person
// may.
import { door } from '../turn/door.ts'
import { registerActions } from './actions.ts'
import { hearEndExcuse, hearExcuse, hearPaper, hearWithdrawal, prepare } from './deeds-talk.ts'
import { homeBlocks, nearBlocks } from './home.ts'
import { hearNudge } from './nudge-talk.ts'
import { addPerson, changePerson, joinPerson, joinSure, unjoin, openNewPerson } from './people-talk.ts'
import { openPerson, openRegister, openRegisterOf, openUnsigned, turnRegister } from './talk.ts'

export const register = door('register', {
  actions: registerActions,
  on: {
    register: openRegister,
    'turn-register': turnRegister,
    person: openPerson,
    nudge: hearNudge,
    prepare,
    excuse: hearExcuse,
    'end-excuse': hearEndExcuse,
    withdraw: hearWithdrawal,
    'sign-paper': hearPaper,
    'change-person': changePerson,
    'join-person': joinPerson,
    'join-sure': joinSure,
    unjoin,
    'new-person': openNewPerson,
    'add-person': addPerson,
  },
  hears: {
    register: {
      says:
        'register|the register|show register|show the register|show me the register|open the register|who has signed|' +
        'who has signed the policy|who owes what',
      ofPolicy: true,
      open: openRegister,
    },
    unsigned: {
      says: "who has not signed|who hasn't signed|who hasn't signed yet|who has not signed yet|who still has to sign",
      ofPolicy: true,
      open: openUnsigned,
    },
    person: { says: '', ofPolicy: true, open: openPerson },
    'new-person': { says: 'add a person|add person|new person|add somebody|add someone', open: openNewPerson },
  },
  hearsOfPeople: {
    says: "register|the register|show register|show the register|register for|register of|show register for|show the register for|who is|who's",
    only: 'see-register',
    open: openRegisterOf,
  },
  help: [
    {
      line: [
        { text: 'Say “register” or “campaigns”', style: 'strong' },
        {
          text: ' to see who has signed, and to ask, remind or excuse people; “register” and a name to find somebody.',
        },
      ],
      leads: true,
    },
  ],
  home: {
    mine: nearBlocks,
    leading: (turn, person) => (person === undefined ? [] : homeBlocks(turn, person)),
  },
  // What is done for single people is counted; the register shows who they are.
  facts: {
    withdrawn: {
      kind: 'counted',
      say: (count) => `${count} ${count === 1 ? 'signature was' : 'signatures were'} withdrawn.`,
    },
    excused: {
      kind: 'counted',
      say: (count) => `${count} ${count === 1 ? 'person was' : 'people were'} excused from signing.`,
    },
    'excuse-ended': {
      kind: 'counted',
      say: (count) => `${count} ${count === 1 ? 'excuse was' : 'excuses were'} ended.`,
    },
    erased: { kind: 'elsewhere' },
  },
})
