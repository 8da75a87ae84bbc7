// Greetings, small talk, help, the home page, and a welcome for new starters.
import { hoursOf } from '../kit/calendar.ts'
import { weekdayOf } from '../kit/days.ts'
import { wordsOf } from '../kit/text.ts'
import type { Beat, Job } from '../turn/beat.ts'
import { door } from '../turn/door.ts'
import { welcomeActions } from './actions.ts'
import { greetAgain, greetStarters } from './job.ts'
import { greetOnce, hearNothing, help, open, sayHello, sayThanks, sayStatus } from './talk.ts'

export const welcome = door('welcome', {
  actions: welcomeActions,
  on: { help, status: sayStatus },
  hears: {
    hello: {
      says:
        'hello|hi|hey|hiya|hello there|hi there|hey there|good morning|morning|good afternoon|afternoon|good evening|' +
        'evening|yo|alright|hello bot|hi bot|hi how are you|hello how are you|how are you',
      byLink: true,
      open: sayHello,
    },
    thanks: {
      says:
        'thanks|thank you|thx|ta|cheers|thanks a lot|many thanks|thank you very much|thanks very much|brilliant thanks|' +
        'great thanks|great thank you|perfect thanks|ok thanks|okay thanks|thanks so much|thank you so much|great|perfect|lovely|' +
        'that helped|that helps|brilliant|nice one|ok|okay|bye|goodbye|brilliant cheers|great cheers|lovely thanks|' +
        'lovely thank you|lovely ta|brilliant thank you|perfect thank you|cheers for that|thanks for that|' +
        'thank you for that|thanks for your help|thank you for your help|nice one cheers|nice one thanks|ok cheers|ok ta|' +
        'ta very much|cheers mate|got it thanks|awesome|amazing|fab|fab thanks|super|super thanks',
      byLink: true,
      open: sayThanks,
    },
    help: {
      says:
        'help|help me|help please|what can you do|what do you do|who are you|what are you|how do you work|how does this work|' +
        'how do i use this|what can i ask|what can i ask you|commands|menu|start|options|what is this|are you a bot|are you a robot|are you human|are you real',
      open: help,
    },
    status: {
      says:
        'status|my status|who am i|what have i signed|what do i owe|have i signed|where do i stand|what do i have to sign|' +
        'what do i need to sign|what must i sign|what do i have to read|what do i need to read|what must i read|' +
        'what is left to sign|what is left to read|have i signed everything|am i done|to do list|my to do list',
      open: sayStatus,
    },
    'first-steps': {
      says:
        'what do i have to do|what do i need to do|what must i do|what am i supposed to do|what do i do|what do i do first|' +
        "what should i do first|where do i start|where do i begin|i am new|i am new here|i'm new|i'm new here|im new|" +
        'im new here|i am a new starter|i have just started',
      atFirst: true,
      open: sayStatus,
    },
  },
  first: (_, text) => (wordsOf(text).length > 0 ? undefined : { byLink: true, run: hearNothing }),
  events: { opened: open, joined: greetOnce },
  help: [
    {
      line: [{ text: 'Say “status”', style: 'strong' }, { text: ' to see who you are here and where you stand.' }],
    },
  ],
  // After the reminders: somebody who is asked to sign on their first day is welcomed by that message.
  jobs: () => [{ name: 'greetings', run: greeting() }],
  notices: { greeting: ['greeting', 'greetings'] },
})

/** After the first hour of reminders has passed. Bank holidays are not considered, because nobody starts on one. */
function isGreetingTime({ now, library, desk }: Beat): boolean {
  const { calendar } = library.school
  const { today } = desk.shelf
  const { from, to } = hoursOf(today, calendar)
  const start = Math.min(from.getTime() + 60 * 60_000, (from.getTime() + to.getTime()) / 2)
  return calendar.weekdays.includes(weekdayOf(today)) && now.getTime() >= start && now < to
}

/**
 * All new starters are looked for on the first beat of each day when they may be greeted; the other beats retry what
 * failed.
 */
function greeting(): Job['run'] {
  let done: string | undefined
  return async (beat) => {
    const { today } = beat.desk.shelf
    if (!isGreetingTime(beat)) return
    await (done === today ? greetAgain(beat) : greetStarters(beat))
    done = today
  }
}
