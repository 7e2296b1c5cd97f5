import { base64UrlDecode } from '#shared/operations/commitBase64Url.ts'
import { ask } from './client.ts'
import type { ServerPlace } from './laptop.ts'
import { type ServerProcess, serverProcess } from './serverProcess.ts'

/** A server that listens, with the code of its first administrator when it has just begun. */
export interface RunningServer {
  readonly process: ServerProcess
  readonly address: string
  readonly place: ServerPlace
  readonly firstCode: string | null
}

export async function runningServer(env: Readonly<Record<string, string>>): Promise<RunningServer> {
  const process = serverProcess([], {
    DELIBERE_SERVER_LISTEN: '127.0.0.1:0',
    DELIBERE_SERVER_LOG: 'warn',
    ...env,
  })
  const [address = ''] = await process.wrote(/^Adresse : (\S+)$/m)
  await process.wrote(/^(Données) : /m)
  const { body } = await ask(address, 'GET', '/v1/server')
  const pin = base64UrlDecode(body.pin ?? '') ?? new Uint8Array()
  const firstCode = /^Code de l’administrateur : (\S+)$/m.exec(process.output())?.[1] ?? null
  return { process, address, place: { address, organisation: body.organisation, pin }, firstCode }
}

export async function stopServer({ process }: RunningServer, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') {
  process.child.kill(signal)
  return process.ended()
}
