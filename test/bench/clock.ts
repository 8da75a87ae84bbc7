// Measures the clock's two large jobs: planning a day for a county, and delivering ten thousand notices as fast as a
// platform allows.
import { benchDelivery } from './delivery.ts'
import { benchPlanning } from './planning.ts'

export async function* benchClock(home: string): AsyncGenerator<string> {
  yield* benchPlanning(home)
  yield* benchDelivery(home)
}
