// The school’s year: how long its terms are known.
import { door } from '../turn/door.ts'
import { warnOfTerms } from './job.ts'

export const year = door('year', {
  on: {},
  jobs: () => [{ name: 'terms', run: warnOfTerms }],
  notices: { terms: ['warning that terms end', 'warnings that terms end'] },
})
