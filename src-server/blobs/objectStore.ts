import { AwsClient } from 'aws4fetch'

/** A bucket of an S3-compatible store, as far as attachments need one. */
export interface ObjectStore {
  /** Null when there is none of this name. */
  get(name: string): Promise<Uint8Array | null>
  put(name: string, bytes: Uint8Array): Promise<void>
  /** Names that begin with this, in order. */
  list(prefix: string): Promise<readonly string[]>
  /** Harmless when there is none. */
  remove(name: string): Promise<void>
}

export interface ObjectStoreSettings {
  /** `https://host[:port]`, without a bucket. */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKey: string
  readonly secretKey: string
}

/**
 * @throws ObjectStoreFailed when the store answers anything but what was asked for, or nothing in time. Requests are tried
 * again a few times when it says that it is busy.
 */
export function objectStore({
  endpoint,
  bucket,
  region,
  accessKey,
  secretKey,
}: ObjectStoreSettings): ObjectStore {
  const client = new AwsClient({
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    region,
    service: 's3',
    retries: 3,
  })
  const root = `${endpoint.replace(/\/$/, '')}/${bucket}`
  const ask = async (method: string, address: string, expected: readonly number[], body?: Uint8Array) => {
    let response: Response
    try {
      response = await client.fetch(address, {
        method,
        signal: AbortSignal.timeout(patienceMs),
        ...(body === undefined ? {} : { body: new Uint8Array(body) }),
      })
    } catch {
      throw new ObjectStoreFailed('no answer')
    }
    if (expected.includes(response.status)) return response
    await response.body?.cancel()
    throw new ObjectStoreFailed(`status ${response.status}`)
  }
  return {
    async get(name) {
      const response = await ask('GET', `${root}/${name}`, [200, 404])
      const bytes = new Uint8Array(await response.arrayBuffer())
      return response.status === 404 ? null : bytes
    },
    async put(name, bytes) {
      await (await ask('PUT', `${root}/${name}`, [200], bytes)).arrayBuffer()
    },
    async list(prefix) {
      const names: string[] = []
      for (let more: string | null = ''; more !== null; ) {
        const query = new URLSearchParams({ 'list-type': '2', prefix })
        if (more !== '') query.set('continuation-token', more)
        const text = await (await ask('GET', `${root}?${query}`, [200])).text()
        names.push(...[...text.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, name]) => name ?? ''))
        const isCut = /<IsTruncated>true<\/IsTruncated>/.test(text)
        more = isCut ? (/<NextContinuationToken>([^<]*)</.exec(text)?.[1] ?? null) : null
      }
      return names
    },
    async remove(name) {
      await (await ask('DELETE', `${root}/${name}`, [200, 204, 404])).arrayBuffer()
    },
  }
}

/** The store of attachments did not do what was asked: it may be tried again later. */
export class ObjectStoreFailed extends Error {
  override readonly name = 'ObjectStoreFailed'
}

const patienceMs = 30_000
