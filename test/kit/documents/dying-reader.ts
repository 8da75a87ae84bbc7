// A reading process that dies of the first question.
process.on('message', () => process.exit(3))
