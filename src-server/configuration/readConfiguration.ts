import { existsSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { isLoopback } from '../login/openIdProvider.ts'
import { type Configuration, ConfigurationRefused } from './configuration.ts'
import { type Variable, variables } from './variables.ts'

/**
 * Reads the environment (SV19).
 * @throws ConfigurationRefused with every sentence at once: one correction, one new try.
 */
export function readConfiguration(env: Readonly<Record<string, string | undefined>>): Configuration {
  const problems: string[] = []
  const value = (name: Variable): string | null => env[name]?.trim() || null
  const refuse = (name: Variable, why: string): void => {
    problems.push(`${name} : ${why}`)
  }
  const file = (name: Variable): string | null => {
    const path = value(name)
    if (path !== null && !existsSync(path)) refuse(name, 'ce fichier n’existe pas, ou ne peut pas être lu.')
    return path
  }
  for (const name of Object.keys(env))
    if (name.startsWith('DELIBERE_SERVER_') && !Object.hasOwn(variables, name))
      problems.push(`${name} : cette variable n’existe pas. Vérifiez son nom.`)

  const dataFolder = resolve(value('DELIBERE_SERVER_DATA') ?? join(homedir(), '.delibere-serveur'))
  const files = readPair('DELIBERE_SERVER_TLS_CERT', 'DELIBERE_SERVER_TLS_KEY')
  const proxies = list('DELIBERE_SERVER_PROXIES')
  const tls: Configuration['tls'] =
    files !== null
      ? { kind: 'files', ...files }
      : proxies.length > 0
        ? { kind: 'none' }
        : { kind: 'own', keyPath: join(dataFolder, 'tls.pem') }
  const everywhere = tls.kind === 'none' ? '127.0.0.1:8787' : '0.0.0.0:8787'
  const listen = readListen(value('DELIBERE_SERVER_LISTEN') ?? everywhere)
  if (listen === null) refuse('DELIBERE_SERVER_LISTEN', 'écrivez-la comme 0.0.0.0:8787.')
  for (const proxy of proxies)
    if (isIP(proxy.split('/')[0] ?? '') === 0)
      refuse('DELIBERE_SERVER_PROXIES', 'écrivez des adresses IP, séparées par des virgules.')
  const origin = readOrigin()
  if (tls.kind !== 'own' && origin === null)
    refuse(
      'DELIBERE_SERVER_ORIGIN',
      'donnez l’adresse que les postes appellent, comme https://delibere.exemple.fr.',
    )
  if (origin?.startsWith('http:'))
    refuse(
      'DELIBERE_SERVER_ORIGIN',
      'elle doit commencer par https:// : les postes n’appellent pas en clair.',
    )

  const store = readStore()
  const authorityPath = file('DELIBERE_SERVER_AUTHORITY_KEY_FILE')
  if (store.kind === 'postgres' && authorityPath === null)
    refuse(
      'DELIBERE_SERVER_AUTHORITY_KEY_FILE',
      'avec PostgreSQL, chaque processus reçoit la même clé. Créez-la avec la commande « make-key ».',
    )
  const openId = readOpenId()
  const attachments = readAttachments()
  const metricsToken = value('DELIBERE_SERVER_METRICS_TOKEN')
  if (metricsToken !== null && metricsToken.length < 16)
    refuse('DELIBERE_SERVER_METRICS_TOKEN', 'il faut au moins 16 caractères.')
  const logLevel = value('DELIBERE_SERVER_LOG') ?? 'info'
  if (!isLogLevel(logLevel)) refuse('DELIBERE_SERVER_LOG', 'écrivez info, warn, error ou silent.')
  const requestsPerMinute = count('DELIBERE_SERVER_REQUESTS_PER_MINUTE', 1_200)
  const deviceRequestsPerMinute = count('DELIBERE_SERVER_DEVICE_PER_MINUTE', 1_200)
  const deviceCommitsPerMinute = count('DELIBERE_SERVER_DEVICE_COMMITS_PER_MINUTE', 60_000)
  const anonymousRequestsPerMinute = count('DELIBERE_SERVER_ANONYMOUS_PER_MINUTE', 60)

  if (problems.length > 0 || listen === null || !isLogLevel(logLevel))
    throw new ConfigurationRefused(problems)
  return {
    dataFolder,
    listen,
    origin,
    tls,
    proxies,
    store,
    authorityKey: {
      path: authorityPath ?? join(dataFolder, 'authority.pem'),
      mayBeMade: authorityPath === null,
    },
    attachments,
    organisationName: value('DELIBERE_SERVER_ORGANISATION') ?? 'Mon organisation',
    openId,
    metricsToken,
    requestsPerMinute,
    anonymousRequestsPerMinute,
    deviceRequestsPerMinute,
    deviceCommitsPerMinute,
    logLevel,
  }

  function list(name: Variable): readonly string[] {
    return (value(name) ?? '')
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '')
  }

  function count(name: Variable, byDefault: number): number {
    const text = value(name)
    if (text === null) return byDefault
    const number = /^\d{1,7}$/.test(text) ? Number(text) : 0
    if (number === 0) refuse(name, 'écrivez un nombre entier, plus grand que zéro.')
    return number
  }

  function readPair(
    certificate: Variable,
    key: Variable,
  ): { readonly certificatePath: string; readonly keyPath: string } | null {
    const certificatePath = file(certificate)
    const keyPath = file(key)
    if (certificatePath !== null && keyPath !== null) return { certificatePath, keyPath }
    if (certificatePath !== null) refuse(key, 'le certificat TLS est donné sans sa clé.')
    if (keyPath !== null) refuse(certificate, 'la clé TLS est donnée sans son certificat.')
    return null
  }

  function readOrigin(): string | null {
    const text = value('DELIBERE_SERVER_ORIGIN')
    if (text === null) return null
    const url = URL.parse(text)
    if (url !== null && /^https?:$/.test(url.protocol) && url.origin === text) return text
    refuse('DELIBERE_SERVER_ORIGIN', 'écrivez-la comme https://delibere.exemple.fr, sans rien après.')
    return null
  }

  function readStore(): Configuration['store'] {
    const url = value('DATABASE_URL')
    const keyPath = file('DELIBERE_SERVER_DATABASE_KEY_FILE')
    if (url === null) {
      const key = keyPath === null || !existsSync(keyPath) ? null : readDatabaseKey(keyPath)
      if (key === 'malformed')
        refuse('DELIBERE_SERVER_DATABASE_KEY_FILE', 'ce fichier doit contenir 64 chiffres hexadécimaux.')
      return { kind: 'sqlite', path: join(dataFolder, 'server.db'), key: key === 'malformed' ? null : key }
    }
    // The address is not repeated: it may hold a password.
    if (!/^postgres(ql)?:$/.test(URL.parse(url)?.protocol ?? ''))
      refuse('DATABASE_URL', 'elle doit commencer par postgresql://.')
    if (keyPath !== null)
      refuse(
        'DELIBERE_SERVER_DATABASE_KEY_FILE',
        'elle ne sert qu’avec SQLite. Retirez-la, ou retirez DATABASE_URL.',
      )
    return { kind: 'postgres', url, mostConnections: 10 }
  }

  function readAttachments(): Configuration['attachments'] {
    const endpoint = value('DELIBERE_SERVER_S3_ENDPOINT')
    const bucket = value('DELIBERE_SERVER_S3_BUCKET')
    const accessKey = value('DELIBERE_SERVER_S3_ACCESS_KEY')
    const secretPath = file('DELIBERE_SERVER_S3_SECRET_KEY_FILE')
    const region = value('DELIBERE_SERVER_S3_REGION')
    const given = [endpoint, bucket, accessKey, secretPath, region].some((one) => one !== null)
    if (!given) return { kind: 'folder', folder: join(dataFolder, 'pieces-jointes') }
    const url = endpoint === null ? null : URL.parse(endpoint)
    if (url === null || !(url.protocol === 'https:' || isLoopback(url)))
      refuse('DELIBERE_SERVER_S3_ENDPOINT', 'donnez l’adresse https:// du stockage.')
    if (bucket === null || !/^[a-z0-9][a-z0-9.-]{1,62}$/.test(bucket))
      refuse('DELIBERE_SERVER_S3_BUCKET', 'donnez le nom du compartiment.')
    if (accessKey === null) refuse('DELIBERE_SERVER_S3_ACCESS_KEY', 'il manque.')
    if (secretPath === null) refuse('DELIBERE_SERVER_S3_SECRET_KEY_FILE', 'il manque.')
    const secretKey =
      secretPath !== null && existsSync(secretPath) ? readFileSync(secretPath, 'utf8').trim() : ''
    return {
      kind: 'bucket',
      endpoint: endpoint ?? '',
      bucket: bucket ?? '',
      region: region ?? 'us-east-1',
      accessKey: accessKey ?? '',
      secretKey,
    }
  }

  function readOpenId(): Configuration['openId'] {
    const issuer = value('DELIBERE_SERVER_OIDC_ISSUER')
    const clientId = value('DELIBERE_SERVER_OIDC_CLIENT_ID')
    const secretPath = file('DELIBERE_SERVER_OIDC_CLIENT_SECRET_FILE')
    const acr = list('DELIBERE_SERVER_OIDC_ACR')
    if (issuer === null && clientId === null && secretPath === null && acr.length === 0) return null
    const url = issuer === null ? null : URL.parse(issuer)
    const isSafe = url !== null && (url.protocol === 'https:' || isLoopback(url))
    if (!isSafe) refuse('DELIBERE_SERVER_OIDC_ISSUER', 'donnez l’adresse https:// du fournisseur d’identité.')
    if (clientId === null) refuse('DELIBERE_SERVER_OIDC_CLIENT_ID', 'il manque.')
    if (secretPath === null) refuse('DELIBERE_SERVER_OIDC_CLIENT_SECRET_FILE', 'il manque.')
    if (url === null || clientId === null || secretPath === null || !existsSync(secretPath)) return null
    return { issuer: url, clientId, clientSecret: readFileSync(secretPath, 'utf8').trim(), acr }
  }
}

function readListen(text: string): Configuration['listen'] | null {
  const [, host, port] = /^(\[[0-9a-f:]+\]|[^:\s]+):(\d{1,5})$/i.exec(text) ?? []
  if (host === undefined || Number(port) > 65_535) return null
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) }
}

const isLogLevel = (text: string): text is Configuration['logLevel'] =>
  ['info', 'warn', 'error', 'silent'].includes(text)

function readDatabaseKey(path: string): Uint8Array | 'malformed' {
  const text = readFileSync(path, 'utf8').trim()
  return /^[0-9a-f]{64}$/i.test(text) ? new Uint8Array(Buffer.from(text, 'hex')) : 'malformed'
}
