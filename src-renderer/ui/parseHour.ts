/** « 18:05 », « 18h05 », « 18 h », « 1805 » → `18:05`; otherwise the sentence that says how to write it. */
export function parseHour(text: string): { readonly value: string } | { readonly error: string } {
  const match = /^(\d{1,2})\s*(?:[:hH.]\s*(\d{2})?|(\d{2}))?$/.exec(text.trim())
  const hour = Number(match?.[1] ?? '99')
  const minute = Number(match?.[2] ?? match?.[3] ?? '0')
  if (hour > 23 || minute > 59) return { error: 'Écrivez l’heure comme 18:05 ou 18h05.' }
  return { value: `${hour.toString().padStart(2, '0')}:${minute.toString().padStart(2, '0')}` }
}
