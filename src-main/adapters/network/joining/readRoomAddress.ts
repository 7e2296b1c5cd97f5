import { isIP } from 'node:net'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { roomPort } from '../room/roomPort.ts'

/**
 * What a person typed as the address of a room: « 192.168.1.20 », « 192.168.1.20:4444 », « poste-salle.local »,
 * « [fd00::2]:4444 », spaces and a leading « https:// » forgiven, a comma read as a point. Refuses
 * `network.address-invalid`.
 */
export function readRoomAddress(typed: string): Result<{ readonly address: string; readonly port: number }> {
  const text = typed
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(',', '.')
    .replace(/^https?:\/\//i, '')
    .replace(/\/.*$/, '')
  const [, bracketed, name, portText] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(text) ?? []
  const address = bracketed ?? name ?? (isIP(text) === 6 ? text : '')
  const port = portText === undefined ? roomPort : Number(portText)
  const isNamed =
    isIP(address) !== 0 || (bracketed === undefined && hostName.test(address) && /[a-z]/i.test(address))
  if (!isNamed || port < 1 || port > 65535)
    return refuse('network.address-invalid', { address: typed.trim() })
  return ok({ address, port })
}

const hostName = /^(?=.{1,253}$)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*$/i
