// What Slack accepts in one message, modal or Home tab, as data. Lengths are in UTF-16 units, which are never fewer
// than what Slack counts.

export const limits = {
  messageBlocks: 50,
  viewBlocks: 100,
  /**
   * Text in all blocks of one message together. Slack documents no such limit and refuses (`msg_blocks_too_long`)
   * somewhere above 11,000, counting more than the visible text; this stays well below.
   */
  messageText: 8_000,
  /** Text in one rich_text block. */
  blockText: 3_000,
  /** Of a table, of which a message may have one. Its head is a row, too. */
  tableRows: 100,
  tableColumns: 20,
  /** Slack takes 10,000 in a table; the message around it needs some of its own. */
  tableText: 5_000,
  header: 150,
  contextText: 2_000,
  contextElements: 10,
  /** What a screen reader says of a picture. */
  pictureAlt: 2_000,
  /** The `text` beside the blocks: for notifications and screen readers. */
  fallback: 3_000,
  /** Slack takes 25; more than five in a row are hard to read on a phone. */
  buttonsPerRow: 5,
  buttonLabel: 75,
  /** In the letters’ size: what a button shows on a phone of 320 pixels; Slack cuts the rest, so wider words stand in a row. */
  buttonShown: 18.3,
  buttonSpoken: 75,
  buttonValue: 2_000,
  modalTitle: 24,
  modalButton: 24,
  privateMetadata: 3_000,
  inputLabel: 2_000,
  inputHint: 2_000,
  inputText: 3_000,
  optionLabel: 75,
  /** What a menu shows before something is chosen. */
  placeholder: 150,
  /** The longest value of a menu entry; an action that needs more becomes a button. */
  optionValue: 150,
  options: 100,
  /** Behind one “…”. */
  overflowOptions: 5,
  suggestedPrompts: 4,
  /** A response_url may be used five times, for half an hour. */
  responsesPerUrl: 5,
} as const
