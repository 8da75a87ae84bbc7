// Runs property tests from a fixed seed, so that a run can be repeated: SEED=… npm test tries another.
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_151_026) })

// Coverage counts only this process. Programs that tests start load the same files in another bundle, and c8 would add
// up lines that do not correspond: a room whose stories walk through it read 51 per cent instead of 97.
delete process.env.NODE_V8_COVERAGE
