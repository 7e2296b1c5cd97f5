/** [DX1] What a person typed freely in the facts of a session, and where it is printed; null for anything else. */
export function typedTextPlace(path: string): string | null {
  if (path === 'discussion') return 'Teneur des discussions générales'
  const check = /^openChecks\.(\d+)\.explanation$/u.exec(path)
  if (check !== null) return `Contrôle n° ${Number(check[1]) + 1}, explication`
  const change = /^scenario\.changes\.(\d+)\.reason$/u.exec(path)
  if (change !== null) return 'Scénario adopté, raison d’un écart'
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
