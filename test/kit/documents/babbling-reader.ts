// A reading process that sends an answer nobody asked for.
process.on('message', () => process.send?.({ kind: 'document', document: { blocks: 'none' } }))
