// The bot's doors, as the app has them.
import { doors } from '../../src/doors.ts'
import { houseOf } from '../../src/turn/house.ts'

export const house = houseOf(doors)
