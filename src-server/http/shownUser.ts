import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import type { UserAccount } from '../accounts/users.ts'

/** An account as it is answered to who may see it. */
export const shownUser = ({ devices, ...user }: UserAccount) => ({
  ...user,
  devices: devices.map(({ publicKey, ...device }) => ({ ...device, publicKey: base64UrlEncode(publicKey) })),
})
