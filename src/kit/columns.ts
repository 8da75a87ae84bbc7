// Columns of numbers over the same rows, all 0 at first. A question needs dozens of them, and making one takes ten times
// as long as clearing one that was made before, so their memory is used again.

export interface Columns {
  floats(): Float64Array
  ints(): Int32Array
}

/**
 * Each call of what it returns begins again: it gives out the columns that it gave out before, as 0. So they are good
 * only until the next call.
 */
export function columnsOf(rows: number): () => Columns {
  const floats = reused(() => new Float64Array(rows))
  const ints = reused(() => new Int32Array(rows))
  const columns: Columns = { floats: floats.next, ints: ints.next }
  return () => {
    floats.again()
    ints.again()
    return columns
  }
}

function reused<T extends Float64Array | Int32Array>(make: () => T) {
  const made: T[] = []
  let taken = 0
  return {
    again: () => (taken = 0),
    next(): T {
      const column = made[taken] ?? make()
      // What has just been made is 0 already.
      if (taken < made.length) column.fill(0)
      made[taken++] = column
      return column
    },
  }
}
