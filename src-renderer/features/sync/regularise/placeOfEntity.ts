export interface EntityPlace {
  readonly kind: 'candidature' | 'sheet' | 'session' | 'call' | 'grid'
  /** Address of the screen where a person sees it. */
  readonly to: string
}

/** Where a person looks at what a change touched, `session/…` → `/seances/…`; null when no screen is of it alone. */
export function placeOfEntity(entity: string): EntityPlace | null {
  const [kind, id] = entity.split('/')
  if (id === undefined || id === '') return null
  switch (kind) {
    case 'candidature':
    case 'sheet':
      return { kind, to: `/candidatures/${id}` }
    case 'session':
      return { kind, to: `/seances/${id}` }
    case 'call':
      return { kind, to: `/appels/${id}` }
    case 'grid':
      return { kind, to: `/grilles/${id}` }
    default:
      return null
  }
}
