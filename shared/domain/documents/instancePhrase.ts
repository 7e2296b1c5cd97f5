/**
 * How a sentence names an instance: « la commission d’attribution », « le jury », « l’assemblée ». The gender is read
 * from the first noun; a name that already has its article keeps it.
 */
export function instancePhrase(name: string): { readonly subject: string; readonly feminine: boolean } {
  const trimmed = name.trim()
  const bare = trimmed.replace(/^(?:la |le |les |l['’])/iu, '')
  const firstWord = bare.split(/[\s-]/u)[0]?.toLowerCase() ?? ''
  const feminine = /^la /iu.test(trimmed) || feminineNouns.includes(firstWord)
  const subject = bare.charAt(0).toLowerCase() + bare.slice(1)
  if (/^[aeéèêiouyœh]/iu.test(bare)) return { subject: `l’${subject}`, feminine }
  return { subject: `${feminine ? 'la' : 'le'} ${subject}`, feminine }
}

const feminineNouns = [
  'assemblée',
  'cellule',
  'commission',
  'communauté',
  'conférence',
  'délégation',
  'instance',
  'métropole',
  'région',
]
