import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { writeCentreInvitation } from '#main/adapters/network/joining/centreInvitation.ts'
import { nodeTimers } from '#main/adapters/network/nodeTimers.ts'
import { factsDigest } from '#shared/usecases/sessions/factsDigest.ts'
import { firstStart } from '../accounts/firstStart.ts'
import { verifyAhead } from '../authority/verifyAhead.ts'
import { type Attachments, attachments } from '../blobs/attachments.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { centreGate } from '../gate/centreGate.ts'
import { deviceBudget } from '../gate/deviceBudget.ts'
import { buildServer } from '../http/buildServer.ts'
import { describeFailure } from '../http/describeFailure.ts'
import { loginReturnPath } from '../http/routes/loginRoutes.ts'
import { openIdProvider } from '../login/openIdProvider.ts'
import { logAppender } from '../store/logAppender.ts'
import { writtenPin } from '../tls/ownCertificate.ts'
import { openAttachments } from './openAttachments.ts'
import { type Front, openFront } from './openFront.ts'
import { openServing } from './openServing.ts'
import { Stopped } from './stopped.ts'

/** Serves until SIGTERM or SIGINT (SV18). Settles when everything is closed. */
export async function serve(configuration: Configuration): Promise<void> {
  const onFailure = (error: unknown): void => {
    process.stderr.write(`${JSON.stringify({ level: 50, time: Date.now(), ...describeFailure(error) })}\n`)
  }
  const serving = await openServing(configuration, onFailure)
  const { accounts } = serving
  const { clock } = accounts
  try {
    const { openId } = configuration
    const front = await openFront(configuration)
    let port = configuration.listen.port
    const origin = () => front.origin(port)
    const appender = logAppender(accounts.database)
    const files = attachments(accounts, appender, openAttachments(configuration, accounts.authority))
    const server = await buildServer(
      {
        origin,
        tls: front.tls,
        pin: front.pin,
        proxies: configuration.proxies,
        metricsToken: configuration.metricsToken,
        requestsPerMinute: configuration.requestsPerMinute,
        anonymousRequestsPerMinute: configuration.anonymousRequestsPerMinute,
        logLevel: configuration.logLevel,
        logTo: null,
      },
      {
        accounts,
        attachments: files,
        budget: deviceBudget(configuration.deviceRequestsPerMinute, clock.nowMs),
        identityProvider:
          openId && openIdProvider({ ...openId, returnAddress: origin() + loginReturnPath }, onFailure),
        syncGate: (watch) =>
          centreGate(
            {
              accounts,
              appender,
              verifier: verifyAhead(),
              factsDigest: factsDigest({
                sha256Hex: (content) => createHash('sha256').update(content).digest('hex'),
              }),
              attachments: files,
              binding: front.binding(origin),
              watch,
              budget: deviceBudget(configuration.deviceCommitsPerMinute, clock.nowMs),
              onFailure,
            },
            nodeTimers,
          ),
      },
    )
    await server.listen(configuration.listen).catch((error) => {
      throw inWords(error, configuration)
    })
    port = (server.server.address() as AddressInfo).port
    const stopDiscarding = discardFromTimeToTime(files, onFailure)
    const letCertificateAge = front.keepFresh(server.server, onFailure)
    const stop = new Promise<void>((resolve) => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
    })
    tell(await firstStart(accounts, configuration.organisationName), front, port, configuration)
    await stop
    console.log('Arrêt demandé : le serveur finit ce qui est en cours.')
    // A client that never ends must not keep the machine from stopping.
    setTimeout(() => process.exit(1), longestStopMs).unref()
    await server.close()
    letCertificateAge()
    stopDiscarding()
  } finally {
    await serving.close()
  }
  console.log('Serveur arrêté. Tout ce qui a été reçu est enregistré.')
}

/** What an erasure left behind: at once, for whoever was stopped in the middle, then every hour. Answers how to stop. */
function discardFromTimeToTime(
  files: Pick<Attachments, 'discardErased'>,
  onFailure: (error: unknown) => void,
): () => void {
  const look = () => void files.discardErased().catch(onFailure)
  const timer = setInterval(look, 3_600_000)
  timer.unref()
  look()
  return () => clearInterval(timer)
}

function tell(
  first: Awaited<ReturnType<typeof firstStart>>,
  front: Front,
  port: number,
  { store, dataFolder }: Configuration,
): void {
  const origin = front.origin(port)
  console.log(`Délibéré, serveur central\nAdresse : ${origin}`)
  if (front.pin !== null) console.log(`Empreinte : ${writtenPin(front.pin)}`)
  console.log(store.kind === 'sqlite' ? `Données : SQLite, ${dataFolder}` : 'Données : PostgreSQL')
  if (first === null) return
  const until = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short' })
  console.log(
    [
      'Premier démarrage. Ce qui suit ne sera plus montré :',
      `Organisation : ${first.organisation}`,
      `Code de l’administrateur : ${first.code}`,
      `Invitation à coller dans l’application : ${writeCentreInvitation({ origin, ...first, pin: front.pin })}`,
      `Il sert une fois, jusqu’au ${until.format(first.expiresAtMs)}.`,
    ].join('\n'),
  )
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
