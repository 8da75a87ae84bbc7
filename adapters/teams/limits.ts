// What Teams accepts in one card, as data. Lengths are in UTF-16 units unless they say bytes.

export const limits = {
  /** Teams refuses a card above 28 KB; the rest of the message needs a little of that. */
  cardBytes: 27_000,
  title: 200,
  /** For plain words in place of a card: far below any limit of Teams. */
  bareText: 3_000,
  /** For notifications, `speak` and `fallbackText`. */
  summary: 600,
  buttonLabel: 120,
  /** What a button shows on a phone of 320 pixels; Teams cuts the rest, so longer words stand in a row that wraps. */
  buttonShown: 30,
  /** Beside a bar of a chart, and in its legend. */
  legend: 60,
  /** What a row of buttons holds on a phone: this many buttons, and this many characters together. */
  buttonsPerRow: 3,
  rowText: 44,
  /** Above this number, choices are folded into a list that opens. */
  buttonsOpen: 6,
  /** A statement that somebody signs is a label, and is never cut. */
  inputLabel: 4_000,
  inputHint: 300,
  inputText: 10_000,
  /** Above this number, choices are folded into a list that opens. */
  choicesOpen: 6,
  dialogTitle: 60,
  previewText: 160,
  searchResults: 25,
  /** A form that takes more text than this is easier to fill in in a dialog. */
  shortField: 500,
  bodyBytes: 1024 * 1024,
} as const
