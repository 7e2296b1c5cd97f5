import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expectedSignature } from './signatureV4.ts'

/** A bucket of this test: the five requests of an S3-compatible store, each refused unless its signature is right. */
export interface BucketServer {
  readonly endpoint: string
  readonly objects: ReadonlyMap<string, Uint8Array>
  /** So many answers that it is busy, before the next that counts. */
  busy: number
  close(): Promise<void>
}

export const bucketKey = { accessKey: 'cle-du-test', secretKey: 'secret/du+test' }

/** @param pageSize names that one answer lists: real ones give a thousand */
export async function bucketServer(bucket: string, pageSize = 3): Promise<BucketServer> {
  const objects = new Map<string, Uint8Array>()
  const said = async (
    request: IncomingMessage,
  ): Promise<readonly [status: number, body: string | Uint8Array]> => {
    const { method = '', url = '', headers } = request
    const body = await wholeOf(request)
    if (self.busy > 0) {
      self.busy--
      return [503, failed('SlowDown')]
    }
    const signature = expectedSignature({ method, target: url, headers }, bucketKey)
    const digest = String(headers['x-amz-content-sha256'])
    const isWhole =
      digest === 'UNSIGNED-PAYLOAD' || digest === createHash('sha256').update(body).digest('hex')
    if (signature === null || signature.given !== signature.expected || !isWhole || !isRecent(signature.at))
      return [403, failed('SignatureDoesNotMatch')]
    const { pathname, searchParams } = new URL(url, 'http://bucket')
    const [, ofBucket, ...name] = pathname.split('/')
    if (ofBucket !== bucket) return [404, failed('NoSuchBucket')]
    const key = decodeURIComponent(name.join('/'))
    if (key === '') return searchParams.get('list-type') === '2' ? [200, listed(searchParams)] : [400, '']
    switch (method) {
      case 'GET': {
        const found = objects.get(key)
        return found === undefined ? [404, failed('NoSuchKey')] : [200, found]
      }
      case 'PUT':
        objects.set(key, new Uint8Array(body))
        return [200, '']
      case 'DELETE':
        objects.delete(key)
        return [204, '']
      default:
        return [405, '']
    }
  }
  const listed = (query: URLSearchParams): string => {
    const after = query.get('continuation-token') ?? ''
    const names = [...objects.keys()]
      .filter((name) => name.startsWith(query.get('prefix') ?? '') && name > after)
      .sort()
    const page = names.slice(0, pageSize)
    const isCut = names.length > page.length
    const next = isCut ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''
    const keys = page.map((name) => `<Contents><Key>${name}</Key></Contents>`).join('')
    return `<ListBucketResult><IsTruncated>${isCut}</IsTruncated>${next}${keys}</ListBucketResult>`
  }
  const server = createServer((request, response) => {
    void said(request).then(([status, body]) => {
      response.writeHead(status)
      response.end(status === 204 ? undefined : body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const self: BucketServer = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    busy: 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return self
}

const failed = (code: string) => `<Error><Code>${code}</Code></Error>`

/** Real stores take a signature for a quarter of an hour. */
function isRecent(at: string): boolean {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(at) ?? []
  const [year = 0, month = 0, ...rest] = parts.map(Number)
  return Math.abs(Date.UTC(year, month - 1, ...(rest as [number])) - Date.now()) < 15 * 60_000
}

async function wholeOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
