import { installedPackages } from './installedPackages.mjs'
import { rightNode } from './rightNode.mjs'

/**
 * First line of every command of this repository: the right Node, then the right packages.
 * Silent and offline when both are there. Written for a bare Node 20, with nothing installed.
 */
export async function ensure() {
  await rightNode()
  await installedPackages()
}
