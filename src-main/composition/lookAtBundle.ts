import type { Result } from '#shared/kernel/result.ts'
import type { BundleControl } from '../adapters/bundles/exportBundle.ts'
import { type BundleInspection, inspectBundle } from '../adapters/bundles/inspectBundle.ts'
import { nodeCrypto } from '../adapters/keys/nodeCrypto.ts'

/** Looks at a bundle on a key without any committee's file, and without opening it. Refuses as `inspectBundle` does. */
export const lookAtBundle = (path: string, control: BundleControl): Promise<Result<BundleInspection>> =>
  inspectBundle(path, nodeCrypto, control)
