// Everything that the bot can do: one door for each feature. Help, the home page, buttons, phrases, jobs and the
// digest's words follow from this list, in its order.
import { approval } from './approval/door.ts'
import { asking } from './asking/door.ts'
import { bundle } from './bundle/door.ts'
import { campaign } from './campaign/door.ts'
import { check } from './check/door.ts'
import { declaration } from './declaration/door.ts'
import { digest } from './digest/door.ts'
import type { FactKind } from './journal/types.ts'
import { link } from './link/door.ts'
import { office } from './office/door.ts'
import { outbox } from './outbox/door.ts'
import { proof } from './proof/door.ts'
import { reading } from './reading/door.ts'
import { recurring } from './recurring/door.ts'
import { referral } from './referral/door.ts'
import { register } from './register/door.ts'
import { reminder } from './reminder/door.ts'
import { review } from './review/door.ts'
import { understanding } from './understanding/door.ts'
import { welcome } from './welcome/door.ts'
import { year } from './year/door.ts'

export const doors = [
  outbox,
  proof,
  asking,
  referral,
  approval,
  check,
  reading,
  understanding,
  declaration,
  register,
  campaign,
  bundle,
  recurring,
  reminder,
  digest,
  review,
  office,
  link,
  welcome,
  year,
]

type ToldBy<D> = D extends { readonly tells: infer F } ? keyof F : never
type Told = ToldBy<(typeof doors)[number]>
/** Does not compile while no door tells the digest about some kind of fact: `missing` is then its name. */
export const everyFactIsTold: { readonly [missing in Exclude<FactKind, Told>]: never } = {}
