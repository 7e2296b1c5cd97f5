import { runCli } from './runCli.ts'
import { processTerminal } from './terminal.ts'

// « delibere list … | head » closes the pipe early: the work is done, there is nothing to report.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
process.exitCode = await runCli(process.argv.slice(2), processTerminal())
