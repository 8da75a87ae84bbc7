// Words about the link to the school's calendar, the same in chat and in the office.

/** What whoever has the address can see, and how long it works. */
export const sayShares =
  'Whoever has the address sees these days and the titles of documents, and nobody’s name. It works for as long as you hold your role, or until you withdraw it.'

export const howToSubscribe = [
  'Outlook: in the calendar choose “Add calendar”, then “Subscribe from web”, and paste the address.',
  'Google Calendar: beside “Other calendars” press the plus sign, choose “From URL”, and paste the address.',
  'iPhone, iPad or Mac: add a calendar subscription, and paste the address.',
  'These programs look again every few hours, Google sometimes once a day, so a change may show a day later.',
] as const

export const linkMade = 'Your link is made.'
export const linkWithdrawn = 'Your link is withdrawn. Calendars that use it get nothing new from now on.'
export const noLink = 'You had no link, so nothing was changed.'
