import { createHash, createHmac } from 'node:crypto'

/** A request as it came, for whoever checks its signature. Names of headers are in lower case. */
export interface SignedRequest {
  readonly method: string
  /** As it stands in the first line, with its query. */
  readonly target: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

/**
 * The signature that AWS Signature Version 4 asks of a request, computed again from its text alone, for a service `s3`; null when
 * the request does not bear one of this key. Written from the published description, not from the signer that is tried.
 */
export function expectedSignature(
  { method, target, headers }: SignedRequest,
  key: { readonly accessKey: string; readonly secretKey: string },
): { readonly given: string; readonly expected: string; readonly at: string } | null {
  const header = (name: string) => String(headers[name] ?? '').trim()
  const [, accessKey, day = '', region = '', names = '', given = ''] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      header('authorization'),
    ) ?? []
  const at = header('x-amz-date')
  const signed = names.split(';')
  if (accessKey !== key.accessKey || !at.startsWith(day)) return null
  if (!['host', 'x-amz-date', 'x-amz-content-sha256'].every((name) => signed.includes(name))) return null
  const [path = '', query = ''] = target.split('?')
  const canonical = [
    method,
    path,
    query
      .split('&')
      .filter((one) => one !== '')
      .map((one) => (one.includes('=') ? one : `${one}=`))
      .sort()
      .join('&'),
    ...signed.map((name) => `${name}:${header(name).replace(/ +/g, ' ')}`),
    '',
    names,
    header('x-amz-content-sha256'),
  ].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', at, scope, createHash('sha256').update(canonical).digest('hex')].join(
    '\n',
  )
  const hmac = (with_: string | Buffer, text: string) => createHmac('sha256', with_).update(text).digest()
  const last = [region, 's3', 'aws4_request'].reduce<Buffer>(hmac, hmac(`AWS4${key.secretKey}`, day))
  return { given, expected: hmac(last, toSign).toString('hex'), at }
}
