// How long a platform that is broken is waited for, and the same for each: what somebody waits for is worth ten minutes.

/** Milliseconds between tries: some ten minutes together, or little for what can do without, or comes back by itself. */
export const patience = {
  long: [500, 1_000, 2_000, 4_000, 8_000, 15_000, ...Array.from({ length: 19 }, () => 30_000)],
  short: [500, 2_000, 5_000],
} as const

export type Patience = keyof typeof patience
