// The current state while an RTF file is being read, for the code that writes into it.
import type { Layout } from '../lay.ts'
import type { Head } from './head.ts'
import type { State } from './state.ts'
import type { RowShape, Story } from './story.ts'

export interface Machine {
  readonly head: Head
  /** Where losses are counted. */
  readonly layout: Layout
  state: State
  story: Story
  /** The shape of the row that is being read: a nested table's, or the outer one's. */
  row(): RowShape
  newRow(): void
  /** A character that a word stands for. */
  put(text: string): void
}
