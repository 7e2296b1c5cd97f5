const NEEDED_NODE_API = 10

/**
 * Null when the encrypted database can be loaded, else the French sentence that says why not. To be
 * asked before anything touches the native module: on an older runtime loading it kills the process.
 * @param versions `process.versions`
 */
export function preflight(versions: { readonly napi?: string; readonly node: string }): string | null {
  if (Number(versions.napi ?? 0) >= NEEDED_NODE_API) return null
  return `Cette version du moteur (Node ${versions.node}) est trop ancienne pour ouvrir la base chiffrée. Vos fichiers ne sont pas touchés. Installez la version de Délibéré fournie avec son propre moteur, ou Node 24.`
}
