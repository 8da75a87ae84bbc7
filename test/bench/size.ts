// How much a part of the bench does: as much as its figures need, or with `QUICK=1` only enough to see that it works.

export function sizeOf(full: number, quick: number): number {
  return process.env.QUICK === undefined ? full : quick
}
