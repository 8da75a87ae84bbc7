// Slips in code that must not go wrong unnoticed, each with the tests that must notice it. A line that is no longer in
// its file fails, too: then write the slip again for the code as it is.
import type { Mutant } from './make.ts'

export interface KeptMutant extends Mutant {
  /** What the slip would do to a person. */
  readonly harm: string
  readonly tests: readonly string[]
}

const unit = (room: string, ...names: readonly string[]) => names.map((name) => `test/unit/${room}/${name}.test.ts`)

interface Room {
  readonly file: string
  readonly tests: readonly string[]
  readonly slips: readonly (readonly [harm: string, was: string, becomes: string])[]
}

const rooms: readonly Room[] = [
  {
    file: 'src/reminder/steps.ts',
    tests: unit('reminder', 'steps', 'until'),
    slips: [
      ['they are asked a day late', 'if (today < askedOn) return', 'if (today <= askedOn) return'],
      [
        'nobody is asked before the second day',
        "{ id: 'asked', on: askedOn }",
        "{ id: 'asked', on: addDays(askedOn, 1) }",
      ],
      ['the due day passes in silence', 'on > askedOn && on <= today', 'on > askedOn && on < today'],
      ['the first week after it was due is left out', 'if (weeks >= 1) return', 'if (weeks > 1) return'],
      [
        'steps that were missed are made up for',
        '(step.on > latest.on ? step : latest)',
        '(step.on < latest.on ? step : latest)',
      ],
      ['a link ends on the day of the next mail', '.filter((on) => on > today)', '.filter((on) => on >= today)'],
      ['practice and the school share a wish', "${practice ? ':practice' : ''}", ''],
    ],
  },
  {
    file: 'src/reminder/late.ts',
    tests: unit('reminder', 'plan', 'late'),
    slips: [
      ['somebody whom the school names is told before their turn', ' || from > day', ''],
      ['their manager is told of themselves', 'if (to === id) return undefined', ''],
      ['their manager is told while they are away', 'isAway(person.away, day) || ', ''],
      [
        'their manager is told although they said that they are away',
        'if (saysAway(notices, day, calendar.zone)) return true',
        '',
      ],
      ['their manager is told on the morning of their return', 'day <= quiet', 'day < quiet'],
      [
        'who was away on the very due day has no days to themselves',
        'from <= due && due <= to',
        'from < due && due < to',
      ],
      ['their manager is told although it is not theirs', 'notice.key === notTheirsKey(ask, person.id)', 'false'],
      ['their manager is told again', 'if (told !== undefined && !isOpenNotice(told)) return undefined', ''],
      ['their manager is told on a day off', '|| !worksOn(day, calendar, manager)', ''],
      ['a manager who has left is told', 'hasLeft(manager, day) || ', ''],
    ],
  },
  {
    file: 'src/reminder/send-late.ts',
    tests: unit('reminder', 'late'),
    slips: [
      [
        'a manager hears of somebody who has just signed',
        'if (!overdue.some((each) => each.key === mine)) return false',
        '',
      ],
      ['a manager hears in the evening', 'if (!isWorkingTime(now, calendar, person)) return false', ''],
    ],
  },
  {
    file: 'src/reminder/due.ts',
    tests: unit('reminder', 'plan'),
    slips: [
      [
        'somebody who said that it is not theirs is reminded',
        'notices.get(notTheirsKey(ask, person.id)) !== undefined',
        'false',
      ],
      ['who asked for tomorrow hears today', "notice.state === 'planned' && on > day", 'false'],
      ['who asked for today never hears', 'on <= day && isOpenNotice(notice)', 'on < day && isOpenNotice(notice)'],
      ['a reminder is sent twice', ': !isOpenNotice(notice))\n', ': false)\n'],
      [
        'a changed day is never told',
        'const since = changedOn > askedOn ? changedOn : askedOn',
        'const since = askedOn',
      ],
    ],
  },
  {
    file: 'src/reminder/plan.ts',
    tests: unit('reminder', 'plan', 'rounds'),
    slips: [
      [
        'a round that was closed is named',
        'isCampaignOpen(each, day) && carries',
        'isCampaignOpen(each, day) || carries',
      ],
      ['nobody hears how far they are with a bundle', 'rounds ? withRounds(each, rounded, person) : each', 'each'],
      ['a document that is asked for alone is put into a bundle', 'round !== undefined))', 'round === undefined))'],
      ['somebody is reminded on a bank holiday', "if (!working) return { kind: 'day-off' }", ''],
      ['somebody is reminded while away', "if (isAway(away, day)) return { kind: 'away' }", ''],
      [
        'somebody is reminded on a day on which they do not work',
        'weekdays !== undefined && !weekdays.includes(weekday)',
        'false',
      ],
      ['somebody hears twice on one day', "daily !== undefined && daily.state !== 'failed'", 'false'],
      ['somebody hears after hours', 'at < hours.to', 'at <= hours.to'],
      [
        'a second try does not wait for its time',
        'new Date(Math.max(slot, now.getTime(), ...waits))',
        'new Date(Math.max(slot, now.getTime()))',
      ],
      ['a paused campaign goes on', 'owed.filter(({ campaign }) => !isPaused(campaign, day))', 'owed'],
      ['somebody is asked before their first day', 'person.startsOn !== undefined && person.startsOn > day', 'false'],
      ['each reminder says “Welcome back”', 'abouts.some((about) => key.startsWith(about))', 'false'],
      ['the restated text is asked to be signed', 'if (!ask.signable) return', 'if (false) return'],
    ],
  },
  {
    file: 'src/reminder/alike.ts',
    tests: unit('reminder', 'alike'),
    slips: [
      ['who said that they are away hears as others do', "kind === 'away-said' || ", ''],
      ['who said that it is not theirs hears as others do', " || key.startsWith('not-theirs:')", ''],
      ['who is being told just now is told again', "state === 'sent' ? bit : undefined", 'bit'],
      ['a changed day is told only to some', 'dayIn(calendar.zone, at) < step.since ? undefined : ', ''],
      ['who was away hears as others do', 'person.away.length > 0 || ', ''],
      ['whoever is asked by name decides for all', ' || named.has(person.id)', ''],
      ['a signature of other words counts', "hasTheseWords(signed, counting.asOf) ? 'these' : 'others'", "'these'"],
      ['who signed since they were asked anew is asked', 'signed.at < since ? 1 : 0', '0'],
    ],
  },
  {
    file: 'src/reminder/slot.ts',
    tests: unit('reminder', 'slot'),
    slips: [
      ['everybody hears in one minute', 'count <= handful ? first : theirs', 'theirs.length > 0 ? first : theirs'],
      [
        'a crowd is lost in the minute in which it falls due',
        'minuteFor(hours, each.person.id, since) <= now',
        'minuteFor(hours, each.person.id, since) < now',
      ],
      ['after an outage of a day all hear at once', 'now.getTime() - last.getTime() > outage', 'false'],
    ],
  },
  {
    file: 'src/outbox/arrival.ts',
    tests: unit('outbox', 'arrival'),
    slips: [
      [
        'a draft is written down',
        "return { ...arrived, kind: 'draft' }",
        "return { ...arrived, kind: 'answer', event: JSON.stringify(event) }",
      ],
      ['what others wrote is written down', 'JSON.stringify(withoutQuoted(event))', 'JSON.stringify(event)'],
      [
        'what an outsider wrote is written down',
        "event.outsider === true || account.platform === 'web'",
        "account.platform === 'web'",
      ],
      ['a message that ends the process does so for ever', ' || one.tries > mostTries', ''],
      ['urgent help comes too late', "if (one.kind === 'urgent') return { kind: 'urgent', need: one.need }", ''],
      ['what one person may see is shown to all', "place.kind === 'private' || (said && to === 'place')", 'said'],
    ],
  },
  {
    file: 'src/outbox/deliver.ts',
    tests: unit('outbox', 'deliver'),
    slips: [
      ['a notice goes out before its time', 'if (notice.at <= clock()) await', 'await'],
      ['what is not wanted any more goes out', 'if (!(await planned.still(clock()))) return undefined', ''],
      [
        'what is not wanted any more is never sent again',
        'if (posted === undefined) {\n    await notices.release({ keys, by, now: clock() })',
        'if (posted === undefined) {',
      ],
      ['what may have arrived is sent again', "kind === 'sent' || kind === 'unknown'", "kind === 'sent'"],
      ['what must arrive is given up', 'return kept ? later(what, now) : ', 'return '],
      ['a platform that asks for time gets none', 'Math.max(pause, atLeast)', 'pause'],
    ],
  },
  {
    file: 'src/journal/times.ts',
    tests: unit('journal', 'times'),
    slips: [
      ['an entry that was dated back holds', 'time < latest - slack || ', ''],
      ['an entry of next year holds', ' || time > now.getTime() + slack', ''],
    ],
  },
  {
    file: 'src/journal/consistency.ts',
    tests: unit('journal', 'consistency'),
    slips: [
      [
        'another journal of the same length passes',
        'proof.length === 0 && old.root === now.root',
        'proof.length === 0',
      ],
      ['a made-up past passes', 'climb.before === old.root && ', ''],
      ['a made-up present passes', ' && climb.after === now.root', ''],
    ],
  },
]

export const keptMutants: readonly KeptMutant[] = rooms.flatMap(({ file, tests, slips }) =>
  slips.map(([harm, was, becomes]) => ({ file, tests, harm, was, becomes })),
)
