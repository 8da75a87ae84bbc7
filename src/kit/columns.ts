// Columns of numbers over the same rows, all 0 at first. Many are made from one piece of memory, because making each
// separately takes four times as long, and a question needs dozens.

export interface Columns {
  floats(): Float64Array
  ints(): Int32Array
}

export function columnsOf(rows: number): Columns {
  const bytes = rows * Float64Array.BYTES_PER_ELEMENT
  let memory = new ArrayBuffer(bytes * atOnce)
  let taken = 0
  const next = (): number => {
    if (taken === atOnce) [memory, taken] = [new ArrayBuffer(bytes * atOnce), 0]
    return bytes * taken++
  }
  return {
    floats: () => {
      const from = next()
      return new Float64Array(memory, from, rows)
    },
    ints: () => {
      const from = next()
      return new Int32Array(memory, from, rows)
    },
  }
}

const atOnce = 12
