// What the web page can do and how much it takes, as data.

export const limits = {
  canReplace: true,
  /** In UTF-16 units, for a message and for each field of a form. */
  textLength: 10_000,
  /** A form with two full fields of characters that take nine bytes each in transit fits easily. */
  bodyBytes: 512 * 1024,
  /** What the office accepts at once: several policies with their pictures. */
  uploadBytes: 60 * 1024 * 1024,
  /** No certificate is larger. */
  certificateBytes: 5 * 1024 * 1024,
  /** Above this number, choices are folded into a list that opens. */
  buttonsOpen: 8,
  /** Kept in memory for each person; older messages leave the page at the next reload. */
  messages: 60,
  postsPerMinute: 60,
  /** For one network address: links that lead nowhere, each minute. A whole school may share one address. */
  wrongLinksPerMinute: 30,
  /** For one person's calendar: programs look in every few hours, and some on several devices. */
  calendarsPerMinute: 20,
  /** For one person: pictures in Teams, each drawn when it is fetched. */
  picturesPerMinute: 30,
  /** For one network address: links requested by email, each minute. */
  askedPerMinute: 10,
  /** For one person: links sent by email in a quarter of an hour. */
  sentPerQuarter: 3,
  /** Conversations kept in memory, and for how long after they were last looked at. */
  rooms: 500,
  roomHours: 12,
  /** Open pages that are told of new messages, all people together. */
  tabs: 400,
  /** The same for one person, so that nobody takes them all. */
  tabsEach: 8,
  /** A tab that reads too slowly is disconnected; it reconnects and catches up. */
  unreadBytes: 8 * 1024 * 1024,
  /** Deliveries that are remembered, so that a second click or a retry is not a second question. */
  deliveries: 500,
} as const
