// Property tests run from one seed, so that what is green stays green: SEED=… npm test tries another.
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_151_026) })

// Coverage counts what this process runs. A program that a test starts loads the same files bundled in another way, and
// c8 would add up lines that are not the same: a room that its stories walk through read 51 per cent instead of 97.
delete process.env.NODE_V8_COVERAGE
