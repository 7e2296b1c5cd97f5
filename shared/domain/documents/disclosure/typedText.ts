/** [DX1] What a person typed freely in the facts of a session or of its rectifying acts, and where it is printed; null for anything else. */
export function typedTextPlace(path: string): string | null {
  if (path === 'discussion') return 'Teneur des discussions générales'
  const check = /^openChecks\.(\d+)\.explanation$/u.exec(path)
  if (check !== null) return `Contrôle n° ${Number(check[1]) + 1}, explication`
  const change = /^scenario\.changes\.(\d+)\.reason$/u.exec(path)
  if (change !== null) return 'Scénario adopté, raison d’un écart'
  const act = /^rectifications\.(\d+)\.(.+)$/u.exec(path)
  if (act !== null) {
    const field = actTexts.find(({ pattern }) => pattern.test(act[2] ?? ''))
    return field === undefined ? null : `${rectifyingAct(Number(act[1]))}, ${field.name}`
  }
  const item = /^items\.(\d+)\.(.+)$/u.exec(path)
  if (item === null) return null
  const field = itemTexts.find(({ pattern }) => pattern.test(item[2] ?? ''))
  return field === undefined ? null : `Point ${Number(item[1]) + 1}, ${field.name}`
}

const itemTexts: readonly { readonly pattern: RegExp; readonly name: string }[] = [
  { pattern: /^title$/u, name: 'intitulé' },
  { pattern: /^debate$/u, name: 'débat' },
  { pattern: /^outcome\.conditions$/u, name: 'réserves' },
  { pattern: /^outcome\.rationale\.legal$/u, name: 'motifs de droit' },
  { pattern: /^outcome\.rationale\.factual$/u, name: 'motifs de fait' },
  { pattern: /^outcome\.departure$/u, name: 'raison de s’écarter du classement' },
  { pattern: /^outcome\.corrections\.\d+$/u, name: 'raison d’une correction' },
  { pattern: /^outcome\.vote\.disagreements\.\d+\.text$/u, name: 'désaccord d’un membre' },
]

/** By its order among those of the session, from 0. */
export const rectifyingAct = (index: number): string => `Acte rectificatif n° ${index + 1}`

const actTexts: readonly { readonly pattern: RegExp; readonly name: string }[] = [
  { pattern: /^reason$/u, name: 'motif' },
  { pattern: /^text$/u, name: 'texte à lire' },
  { pattern: /^item\.title$/u, name: 'intitulé du point' },
  { pattern: /^before\.conditions$/u, name: 'réserves d’avant' },
  { pattern: /^after\.conditions$/u, name: 'réserves' },
  { pattern: /^before\.rationale\.(?:legal|factual)$/u, name: 'motifs d’avant' },
  { pattern: /^after\.rationale\.(?:legal|factual)$/u, name: 'motifs' },
]
