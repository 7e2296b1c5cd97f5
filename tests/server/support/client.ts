import { request as plain } from 'node:http'
import { Agent, request as secure } from 'node:https'
import { base64Url, type TestDevice } from './testDevice.ts'

/** Asks a real server, as a laptop does; whose certificate it is, other tests look at. */
export function ask(
  address: string,
  method: string,
  path: string,
  {
    body,
    token,
    bytes,
    headers = {},
  }: {
    readonly body?: unknown
    readonly token?: string
    readonly bytes?: Uint8Array
    readonly headers?: Readonly<Record<string, string>>
  } = {},
  // biome-ignore lint/suspicious/noExplicitAny: what a test reads of an answer, it compares whole.
): Promise<{ readonly status: number; readonly body: any }> {
  const url = new URL(path, address)
  const content = bytes ?? Buffer.from(body === undefined ? '' : JSON.stringify(body))
  const type = bytes === undefined ? 'application/json' : 'application/octet-stream'
  return new Promise((resolve, reject) => {
    const asked = (url.protocol === 'https:' ? secure : plain)(
      url,
      {
        method,
        ...(url.protocol === 'https:' ? { agent: anybody } : {}),
        headers: {
          ...(content.length === 0 ? {} : { 'content-type': type }),
          'content-length': content.length,
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString()
          const isJson = text.startsWith('{') || text.startsWith('[')
          resolve({ status: response.statusCode ?? 0, body: isJson ? JSON.parse(text) : text })
        })
      },
    )
    asked.on('error', reject)
    asked.end(content)
  })
}

const anybody = new Agent({ rejectUnauthorized: false, keepAlive: false })

/** The fields of an enrolment, for a challenge of one address that another may be given. */
export async function proofFor(address: string, organisation: string, device: TestDevice) {
  const { body } = await ask(address, 'POST', `/v1/organisations/${organisation}/challenges`)
  return {
    device: device.device,
    name: device.name,
    publicKey: base64Url(device.publicKey),
    challenge: body.challenge as string,
    proof: base64Url(device.prove(organisation, body.challenge)),
  }
}
