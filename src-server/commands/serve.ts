import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { firstStart } from '../accounts/firstStart.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { buildServer } from '../http/buildServer.ts'
import { describeFailure } from '../http/describeFailure.ts'
import { loginReturnPath } from '../http/routes/loginRoutes.ts'
import { openIdProvider } from '../login/openIdProvider.ts'
import { openServing } from './openServing.ts'
import { Stopped } from './stopped.ts'

/** Serves until SIGTERM or SIGINT (SV18). Settles when everything is closed. */
export async function serve(configuration: Configuration): Promise<void> {
  const onFailure = (error: unknown): void => {
    process.stderr.write(`${JSON.stringify({ level: 50, time: Date.now(), ...describeFailure(error) })}\n`)
  }
  const serving = await openServing(configuration, onFailure)
  const { accounts } = serving
  try {
    const origin = configuration.origin ?? localOrigin(configuration)
    const { openId, tls } = configuration
    const server = await buildServer(
      {
        origin,
        tls: tls && { certificate: readFileSync(tls.certificatePath), key: readFileSync(tls.keyPath) },
        proxies: configuration.proxies,
        metricsToken: configuration.metricsToken,
        requestsPerMinute: configuration.requestsPerMinute,
        anonymousRequestsPerMinute: configuration.anonymousRequestsPerMinute,
        logLevel: configuration.logLevel,
        logTo: null,
      },
      {
        accounts,
        identityProvider:
          openId && openIdProvider({ ...openId, returnAddress: origin + loginReturnPath }, onFailure),
        syncGate: null,
      },
    )
    await server.listen(configuration.listen).catch((error) => {
      throw inWords(error, configuration)
    })
    const stop = new Promise<void>((resolve) => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
    })
    const { port } = server.server.address() as AddressInfo
    tell(await firstStart(accounts, configuration.organisationName), origin, port, configuration)
    await stop
    console.log('Arrêt demandé : le serveur finit ce qui est en cours.')
    // A client that never ends must not keep the machine from stopping.
    setTimeout(() => process.exit(1), longestStopMs).unref()
    await server.close()
  } finally {
    await serving.close()
  }
  console.log('Serveur arrêté. Tout ce qui a été reçu est enregistré.')
}

function tell(
  first: Awaited<ReturnType<typeof firstStart>>,
  origin: string,
  port: number,
  { store, dataFolder, listen }: Configuration,
): void {
  const address = listen.port === 0 ? origin.replace(/:0$/, `:${port}`) : origin
  console.log(`Délibéré, serveur central\nAdresse : ${address}`)
  console.log(store.kind === 'sqlite' ? `Données : SQLite, ${dataFolder}` : 'Données : PostgreSQL')
  if (first === null) return
  const until = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short' })
  console.log(
    [
      'Premier démarrage. Ce qui suit ne sera plus montré :',
      `Organisation : ${first.organisation}`,
      `Code de l’administrateur : ${first.code}`,
      `Il sert une fois, jusqu’au ${until.format(first.expiresAtMs)}.`,
    ].join('\n'),
  )
}

function localOrigin({ listen, tls }: Configuration): string {
  const host = listen.host.includes(':') ? `[${listen.host}]` : listen.host
  return `${tls === null ? 'http' : 'https'}://${host}:${listen.port}`
}

function inWords(error: unknown, { listen }: Configuration): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EADDRINUSE')
    return new Stopped(
      `Le port ${listen.port} est déjà pris par un autre programme. Rien n’a été modifié. Donnez-en un autre dans DELIBERE_SERVER_LISTEN.`,
    )
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
    return new Stopped(
      `L’adresse ${listen.host}:${listen.port} ne peut pas être ouverte ici. Rien n’a été modifié. Vérifiez DELIBERE_SERVER_LISTEN.`,
    )
  return error
}

const longestStopMs = 15_000
