// Loaded first into a program that a demonstration or a test starts: when whoever started it is gone, however it went, the
// program is asked to stop as its administrator would ask it.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
// The line to the parent alone does not keep it running.
process.channel?.unref()
