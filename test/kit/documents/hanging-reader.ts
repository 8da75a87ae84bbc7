// A reading process that never answers.
process.on('message', () => undefined)
