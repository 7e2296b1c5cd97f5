import { base64Url, type TestDevice } from './testDevice.ts'

/** Asks a real server, as a laptop does. */
export async function ask(
  address: string,
  method: string,
  path: string,
  { body, token }: { readonly body?: unknown; readonly token?: string } = {},
  // biome-ignore lint/suspicious/noExplicitAny: what a test reads of an answer, it compares whole.
): Promise<{ readonly status: number; readonly body: any }> {
  const answered = await fetch(address + path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
  })
  const text = await answered.text()
  return {
    status: answered.status,
    body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text,
  }
}

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
