// What holds for every run of the tests.
import fc from 'fast-check'

// Property tests run from one seed, so that what is green stays green: SEED=… npm test tries another.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_151_026) })

// Coverage is of this process: the programs that tests start would each write megabytes of it.
delete process.env.NODE_V8_COVERAGE
