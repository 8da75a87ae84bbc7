// The position of a cell: `BC12` → row 11, column 54.

export interface At {
  readonly row: number
  readonly column: number
}

export function atOf(reference: string): At | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference) ?? []
  if (letters === undefined || digits === undefined) return undefined
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(digits) - 1, column: column - 1 }
}

export interface Area {
  readonly from: At
  readonly to: At
}

export function areaOf(reference: string): Area | undefined {
  const [start = '', end = start] = reference.split(':')
  const from = atOf(start)
  const to = atOf(end)
  return from === undefined || to === undefined ? undefined : { from, to }
}
