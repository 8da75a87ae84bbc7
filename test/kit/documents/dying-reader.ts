// A reading process that exits on the first question.
process.on('message', () => process.exit(3))
