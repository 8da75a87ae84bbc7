// The evidence for each row of the table in adapters/README.md: the stories and tests in which a person does it, by
// platform.
import type { Platform } from '../../src/chat/people.ts'

/** In the order of the table’s columns. */
export const columns: readonly { readonly platform: Platform; readonly heading: string }[] = [
  { platform: 'web', heading: 'Web' },
  { platform: 'slack', heading: 'Slack' },
  { platform: 'teams', heading: 'Teams' },
]

export type Proof =
  /** Stories, which are played on every stage. */
  | { readonly stories: readonly string[] }
  /**
   * Tests of single platforms, by title with or without “slack over http: ” in front. A platform that is missing cannot
   * do it.
   */
  | Readonly<Partial<Record<Platform, readonly string[]>>>

/** Keyed by the row’s first cell. */
export const proofs: Readonly<Record<string, Proof>> = {
  'Ask in your own words, and get the section that answers, quoted and cited': {
    stories: [
      'a question gets its section, cited, with its edition and where to go on',
      'spelling mistakes and slang are understood',
    ],
  },
  'Ask on (“and what about parents?”)': {
    stories: [
      'a follow-up is read with the question before it',
      'what the section does not say is said, with whom to ask',
      'two questions get two answers',
      'after something urgent, what comes next is about that',
    ],
  },
  'Ask about an answer: why, who says, where it stands, in other words, why you got it': {
    stories: [
      'why, who says, where, in other words, and a person: all about what was shown last',
      'why somebody got an answer names their words and what was read for them',
      'its owner is told how sure it was, and what to change',
    ],
  },
  "Show which section you meant; its policy's owner takes it up with one press, and withdraws it": {
    stories: [
      'a section that somebody chose instead is proposed to the owner, taken up with one press, and withdrawn again',
      'what helped nobody is named, and what else it could be is one press away',
      'proposals are for whoever may take them up',
    ],
  },
  'Be asked back, once, where a question could mean two sections, and answer by a press': {
    stories: ['where two policies speak of it, it is asked which, once, and a press answers'],
  },
  'Name any of several policies, or choose one, and see of which a card speaks': {
    stories: [
      'is greeted with its own policies, without the sample',
      'shows the sections of the policy that is named, and of no other',
      'has each policy signed for itself',
      'an answer says of which policy it is, and so does what one could also look at',
      'any policy is opened by its name, and its sections, with whom to ask',
      'who names none of them, or one that is not here, chooses by a press',
      'what waits to be signed is asked about, signed one by one, and each receipt names its policy',
      'SLT sees who owes what over all policies, and all that one person owes',
    ],
  },
  'Be told plainly when the policies do not say, and whom to ask': {
    stories: [
      'what the policies do not cover is said plainly, with whom to ask',
      'where the policy announces a list and stops, the bot says so',
      'whom to ask is named, with the section that says so',
    ],
  },
  'Say whether an answer helped': { stories: ['an answer can be rated, and the rating changed'] },
  'Ask a person, be answered in the same place, and write back': {
    stories: [
      'who gets it and what goes is shown first, and what goes can be written anew',
      'nothing is sent without a word written',
      'what sounds urgent is helped with at once, and goes to the safeguarding lead if they press again',
    ],
  },
  'Take what somebody asks, answer, ask back, pass it on, close it (whoever is responsible)': {
    stories: [
      'it is taken, answered, replied to, and closed by whoever asked',
      'it is asked back, and answered from “my cases”',
      'it is passed on to another, and whoever had it reads it no more',
      'of two who answer at once the second is told, and nothing of theirs is lost',
      'nobody else reads it, takes it, or learns that it is there',
      'an answer is proposed as a known question; taken up, it answers the next who asks, and can be withdrawn',
      'an answer stands as the school’s own note beside a section once it is taken up, until it is withdrawn',
    ],
  },
  'Be told what to do now when it is urgent': {
    stories: ['an urgent message comes first, and its text is not kept'],
  },
  'Ask “can I post this?”, and change an answer on the way': {
    stories: [
      'questions lead to a ruling with reasons that cite',
      'an answer can be changed without losing the others',
      'answers that contradict each other after a late change are asked about',
      '"I don’t know" leads to somebody to ask, never to a go-ahead',
    ],
  },
  'Have a draft looked at, of which nothing is kept': {
    stories: [
      'a draft is looked at, its findings shown, and the draft itself nowhere',
      'a draft sent with the question is read at once',
    ],
  },
  'Ask for a yes to a draft where the ruling says to ask first, and say yes, yes if, or no': {
    stories: [
      'it is said where the draft will stand and until when, and nothing is kept before the press',
      'yes: the asker hears, and the draft is gone from the database and from every card',
      'yes if, and no with a reason that cites; without one it is not decided',
      'whoever asked takes it back, and the card that showed it is overwritten',
      'nobody sees a draft who does not decide on it',
    ],
  },
  'Read the policy section by section, and sign': {
    stories: [
      'a new starter reads section by section, signs, and has a receipt',
      'reading is left and taken up again where it was left',
    ],
  },
  'Answer questions before signing, where the school has them asked: a wrong answer opens the section and asks again': {
    stories: [
      'all eight are answered, one wrong first, and the certificate says that all were answered right',
      'several right answers are ticked together, and nothing chosen is asked for',
      'only the policy for which they are turned on has them, each in its turn',
      'whoever stops goes on where they were, and an older card does no harm',
      'a newer edition in the middle has its own questions, and nothing is carried over',
    ],
  },
  'See which sections are misunderstood, without names (SLT only)': {
    stories: [
      'SLT sees nothing of what one person answered',
      'what is misunderstood is for those who may see the register',
    ],
  },
  'Sign what has no declaration of its own, with the school’s standard statement': {
    stories: ['a policy without a declaration is read, and signed with the school’s own words'],
  },
  'Open the school’s own file of a policy from its card (whoever may)': {
    stories: [
      'is opened from the policy’s card, as a file or by a private link',
      'with notes in its margin is for those who keep the policy',
    ],
  },
  'Open what the school does not write itself where it is published, and confirm that you have read it': {
    stories: [
      'it is on the shelf, opened by its link, and confirmed with the school’s own words',
      'a question that it would answer leads there, and nothing is made up',
      'a campaign asks for it as for any policy, and the register counts it',
    ],
  },
  'Raise a concern, or decline, instead of signing': {
    stories: [
      'a concern is recorded and passed to SLT in private, and is no signature',
      'declining is recorded, and can be thought over',
    ],
  },
  'Have your receipt again at any time, and no other’s': { stories: ['whoever has not signed has no receipt'] },
  'See the register, remind, excuse, withdraw and record on paper (SLT only)': {
    stories: [
      'SLT opens a campaign; people are asked by a day, and counted',
      'nobody but SLT sees the register or opens a campaign',
      'one person is reminded, once a day',
      'somebody is excused until a day, with a reason',
      'a wrong signature is withdrawn, and both stay in the history',
      'a signature on paper is recorded, with where the paper is',
      'somebody is added by hand, and their details are changed',
    ],
  },
  'Answer a reminder in words: tomorrow, already did, wrong person, I am away': {
    stories: [
      'a reminder is answered in words: away, and SLT writes down until when',
      'a reminder is answered in words: tomorrow, already did, the wrong person',
      'a reminder is answered with slips and courtesy, and the reason goes nowhere',
    ],
  },
  'See what a campaign will do before it begins, change it, close it and open it again (SLT only)': {
    stories: [
      'what a campaign will do is shown before it begins, and a day off is asked about',
      'a running campaign is changed, with why',
      'a campaign with a day that has passed, or for nobody known, is not opened',
    ],
  },
  'Ask for a bundle of documents together, follow it, pause, change and close it as one (SLT only)': {
    stories: [
      'SLT sees what it will do, opens it, and everybody signs in one sitting',
      'a bundle that is asked is paused, changed with why, closed and opened again',
      'nobody but SLT asks for a bundle, and what can’t be read is asked again',
    ],
  },
  'Have a campaign or a bundle asked for again each year, each term or so many months after signing, after a yes, on another day, or not this time (SLT only)':
    {
      stories: [
        'a campaign recurs each year, after a yes, on another day, or not this time',
        'a bundle recurs as one',
        'a campaign recurs so many months after signing',
      ],
    },
  'Sign the documents of a bundle in one sitting, each with its own certificate': {
    stories: ['SLT sees what it will do, opens it, and everybody signs in one sitting'],
  },
  'Have one certificate for a bundle, once all that it asks is signed': {
    stories: [
      'comes with the last signature, and again when asked for',
      'is judged by its file and by its code, also after a withdrawal',
    ],
  },
  'Say what a newer edition in the middle of a campaign changes (SLT only)': {
    stories: ['a new edition in the middle of a campaign: earlier signatures count until SLT says what it changes'],
  },
  'Remind everybody who has not signed, and pause the reminders (SLT only)': {
    stories: [
      'everybody who has not signed is reminded, once a day',
      'the reminders of a campaign are paused, and go on again',
    ],
  },
  'Be told once a week how things stand, or ask for it by `digest` (SLT only)': {
    stories: [
      'SLT asks for the digest, and sees who has signed by group, in words too',
      'SLT opens who is overdue and what was asked, and comes back',
      'a concern stands in the digest with its words, and no name on its first page',
      'nobody but SLT sees the digest',
    ],
  },
  'Be warned of a review, see what to look at, and record what came of it (SLT and policy owners)': {
    stories: [
      'SLT is warned, opens the pack, and records that nothing changes',
      'each part of the pack stands behind its button',
      'a policy owner who does not lead the school may record; postponing needs a reason',
      'nobody else opens a review or records one; an administrator looks',
      'without a new edition to record, it is said how to import one',
      'a new edition is recorded and marked, and people are asked to sign it; the old card is refused kindly',
    ],
  },
  'See which rules wait for words of another text, leave some out, and confirm the rest (SLT and policy owners)': {
    stories: [
      'an owner leaves one out and confirms the rest with one press',
      'the review pack leads there, and nobody else comes in',
      'where every rule has its words, nothing waits',
      'what could not be kept is said, and nothing is written',
    ],
  },
  'Be led to the office by `people`, `import`, `pack`, `settings`, `contacts` or `terms` (those who keep it)': {
    stories: [
      '“people”, “import”, “pack”, “settings”, “contacts” and “terms” lead SLT to the office, and are questions from others',
    ],
  },
  'Hand a campaign, or a bundle that is asked, to a named person, who minds it and nothing else; and take it back (SLT only)':
    {
      stories: [
        'SLT hands a campaign to a named person, who minds it and nothing else, until it is taken back',
        'a bundle that is asked is handed over as one',
      ],
    },
  'See a campaign, or a bundle that is asked, over its days, as a picture and in words (SLT only)': {
    stories: [
      'SLT sees a campaign over its days, in words beside the picture',
      'SLT sees a bundle over its days, in words beside the picture',
    ],
  },
  'See what comes next in the school’s year, and have it in your own calendar by a private link (SLT and administrators)':
    {
      stories: ['SLT sees what comes next, makes a link of their own, makes another, and withdraws it'],
    },
  'Bring in a list of people, look at it first, join, take apart and erase (SLT and administrators)': {
    web: [
      'the office: people shows what a list would change and what it made of it, asks who is the same, and then does it',
      'the office: people joins two who are one, and takes it back',
      'the office: people erases after a tick, and says who did it',
    ],
  },
  'Bring in policies, put right what was read, mark, publish, withdraw, and open the school’s own file (SLT and policy owners)':
    {
      web: [
        'the office: policies reads a document, shows what it says of itself, and writes the edition, which counts at once',
        'the office: policies shows the difference to the edition before, marks it, and withdraws and puts right',
      ],
    },
  'Change whom to ask, terms, reminders and the school’s name, and take it back (SLT and administrators)': {
    web: [
      'the office: settings saves whom to ask, with every comment kept, counts at once, and is taken back',
      'the office: settings reads terms from a calendar file, and shows them before they are saved',
    ],
  },
  'Make the inspection pack, and check a certificate (anybody)': {
    web: [
      'the office: settings makes a pack and gives it away once',
      'the office: settings checks a certificate for anybody, and tells nothing without the file',
    ],
  },
  'See an answer take the place of the card that was pressed': {
    web: ['the page over HTTP without JavaScript replaces a card where it stands, and adds what does not replace'],
    slack: ['buttons carry their whole meaning, and their card is replaced'],
    teams: [
      'a personal chat a press turns the card, also for whoever opens Teams anew, and on a client without Action.Execute',
    ],
  },
  'Mention it in a shared conversation, and be answered in the thread': {
    slack: ['what is heard a mention is answered in a thread under it, the mention itself left out'],
    teams: ['a channel answers under the message that mentions it, with the mention left out'],
  },
  'Have what is for you alone shown to you alone, although you asked in a shared conversation': {
    slack: ['what is for one person in a shared place is whispered in the thread'],
    teams: ['a channel what is for one person goes to the personal chat, and the channel is told only that'],
  },
  'Ask anywhere by a command, seen by you alone, and share the answer': {
    slack: [
      '/policy is answered for the one who asked alone',
      '/policy is shared with the channel once, at a wish, where the bot is a member',
    ],
  },
  'Check a message from its own menu': {
    slack: ['modals the message shortcut takes the message as the draft'],
    teams: ['dialogs and the message extension “check” on a message begins with its words, and goes on in the dialog'],
  },
  'Choose a section while you write, and put it into the message': {
    teams: ['dialogs and the message extension search offers cards with plain previews, and one goes into the message'],
  },
  'Fill in a long form in a window of its own': {
    slack: ['modals moves from the draft box through the questions to the verdict, and back'],
    teams: [
      'dialogs and the message extension a long form opens in a dialog, and the answer turns the dialog',
      'dialogs and the message extension the same form works as a card',
    ],
  },
  'Begin with a question that is offered': {
    web: ['with the app behind it greets by name, answers with a source, and leads to the whole section'],
    slack: ['the assistant pane offers first questions; the greeting comes once'],
    teams: [
      'manifest/teams.json and the code a command, and the sentence that Teams puts into the box for it, mean the same',
    ],
  },
  'Open a page with what concerns you': {
    web: [
      'the page over HTTP without JavaScript shows the home page, and answers in the conversation what is pressed there',
    ],
    slack: ['Home is published when it is opened, and its ask box answers in a modal'],
    teams: [
      'the tab opens a page with what concerns somebody, by what Teams says of them alone',
      'the tab shows SLT its part',
    ],
  },
}
