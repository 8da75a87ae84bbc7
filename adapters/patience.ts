// How long a broken platform is waited for, the same for all: an answer that somebody waits for is worth ten minutes.

/**
 * Milliseconds between tries: about ten minutes altogether, or a few seconds for what can be left out, or is tried
 * again by itself.
 */
export const patience = {
  long: [500, 1_000, 2_000, 4_000, 8_000, 15_000, ...Array.from({ length: 19 }, () => 30_000)],
  short: [500, 2_000, 5_000],
} as const

export type Patience = keyof typeof patience

/** Seconds. A platform may ask for any pause; after this one it is asked again. */
export const longestPause = { short: 60, long: 600 } as const
