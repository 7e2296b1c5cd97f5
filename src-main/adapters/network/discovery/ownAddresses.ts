import type { NetworkInterfaceInfo } from 'node:os'
import type { OwnAddress } from '../networkPorts.ts'

/**
 * The addresses under which others may reach this machine, the likeliest first: by cable, by its own hotspot, by Wi-Fi,
 * by anything else; those that a machine gives itself for want of a network (169.254, fe80) last. Those of virtual
 * machines, containers and tunnels are left out: nobody in the room is behind them.
 * @param interfaces of `os.networkInterfaces()`.
 */
export function ownAddresses(
  interfaces: NodeJS.Dict<readonly NetworkInterfaceInfo[]>,
): readonly OwnAddress[] {
  return Object.entries(interfaces)
    .flatMap(([through, list]) =>
      (list ?? [])
        .filter((info) => !info.internal && !isVirtual(through, info.mac))
        .map((info) => ({
          address: info.address,
          through,
          kind: kindOf(through, info),
          family: info.family,
        })),
    )
    .sort((a, b) => rank(a) - rank(b))
    .map(({ address, through, kind }) => ({ address, through, kind }))
}

/** Stable within a rank: the system gives its interfaces in its own order of preference. */
function rank({ kind, family }: { readonly kind: OwnAddress['kind']; readonly family: string }): number {
  return byReach.indexOf(kind) * 2 + (family === 'IPv4' ? 0 : 1)
}

const byReach: readonly OwnAddress['kind'][] = ['wired', 'hotspot', 'wireless', 'other', 'link-local']

function kindOf(name: string, { address }: NetworkInterfaceInfo): OwnAddress['kind'] {
  if (/^169\.254\.|^fe[89ab][0-9a-f]:/i.test(address)) return 'link-local'
  if (hotspotAddress.test(address) || hotspotName.test(name)) return 'hotspot'
  if (wirelessName.test(name)) return 'wireless'
  return wiredName.test(name) ? 'wired' : 'other'
}

function isVirtual(name: string, mac: string): boolean {
  return virtualName.test(name) || virtualMac.test(mac)
}

/** Windows (internet connection sharing), Linux (NetworkManager), macOS (internet sharing), Android and iPhone by USB. */
const hotspotAddress = /^(192\.168\.137\.1|10\.42\.\d+\.1|192\.168\.2\.1)$/
/** « Local Area Connection* 10 » is the virtual adapter of the hotspot of Windows. */
const hotspotName = /^(ap\d|bridge100|.*connection\* ?\d+|connexion au réseau local\* ?\d+)/i
const wirelessName = /^(wl|wlan|wi-?fi|airport|ath\d|ra\d)|wireless|sans[- ]fil/i
/** On a Mac `en0` is the cable or the Wi-Fi, the name does not tell: `other`. */
const wiredName = /^(eth|en[opsx]|em\d|usb|thunderbolt)|ethernet|local area connection|réseau local/i
const virtualName =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|vnet|tun|tap|utun|wg|tailscale|zt|cni|flannel|lxc|lxd|podman|ifb|awdl|llw|anpi|ipsec|ppp)|vethernet|virtualbox|vmware|hyper-v|wsl|vpn|zerotier|wintun/i
/** VMware, VirtualBox, Hyper-V, containers. */
const virtualMac = /^(00:05:69|00:0c:29|00:1c:14|00:50:56|08:00:27|0a:00:27|00:15:5d|02:42)/i
