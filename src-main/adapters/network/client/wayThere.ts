import { BlockList, isIP } from 'node:net'
import type { NetworkInterfaceInfo } from 'node:os'
import { type Refusal, refuse } from '#shared/kernel/result.ts'

/** Why a machine was not reached, as the system says it. */
export interface FailedTry {
  readonly address: string
  /** `ECONNREFUSED`, `EHOSTUNREACH`, …; `timeout` when nothing came in time; a TLS code when something else answered. */
  readonly code: string
  /** The address was scanned, heard of, or worked before: it is not a slip of the finger. */
  readonly isCertain: boolean
}

/** What the person is told. `own`: the addresses of this machine, from `os.networkInterfaces()`. */
export function explainFailure(
  failed: FailedTry,
  own: NodeJS.Dict<readonly NetworkInterfaceInfo[]>,
): { ok: false; refusal: Refusal } {
  const outside = Object.values(own)
    .flatMap((list) => list ?? [])
    .filter((info) => !info.internal)
  const { address } = failed
  if (failed.code === 'ECONNREFUSED') return refuse('network.room-closed', { address })
  if (!silence.has(failed.code)) return refuse('network.other-machine', { address })
  if (isLoopback(address)) return refuse('network.nobody-answers', { address })
  if (outside.length === 0) return refuse('network.no-network')
  if (failed.isCertain && outside.some((info) => isNeighbour(address, info)))
    return refuse('network.devices-isolated', { address })
  return refuse('network.nobody-answers', { address })
}

/** Nothing answered: neither a « no » nor another program. */
const silence = new Set([
  'timeout',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'EINVAL',
  'EACCES',
  'EPERM',
])

const isLoopback = (address: string) => address === '::1' || address.startsWith('127.')

/** In the same network as this address of ours: no router between the two is to blame. */
function isNeighbour(address: string, info: NetworkInterfaceInfo): boolean {
  const prefix = Number(info.cidr?.split('/')[1])
  const family = info.family === 'IPv4' ? 'ipv4' : 'ipv6'
  if (!Number.isInteger(prefix) || isIP(address) !== (family === 'ipv4' ? 4 : 6)) return false
  const network = new BlockList()
  network.addSubnet(info.address, prefix, family)
  return network.check(address, family)
}
