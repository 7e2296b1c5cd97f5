import {
  ArrowUpDown,
  BookOpen,
  CalendarDays,
  FileText,
  FolderLock,
  Grid3x3,
  ListOrdered,
  type LucideIcon,
  PenLine,
  Router,
  Rows3,
  Stamp,
  Users,
} from 'lucide-react'

export interface Place {
  readonly path: string
  readonly label: string
  readonly icon: LucideIcon
}

/** The places of the job, in its order; then what one sets up once. */
export const jobPlaces: readonly Place[] = [
  { path: '/appels', label: 'Appels', icon: BookOpen },
  { path: '/candidatures', label: 'Candidatures', icon: Rows3 },
  { path: '/grilles', label: 'Grilles', icon: Grid3x3 },
  { path: '/notes', label: 'Mes notes', icon: PenLine },
  { path: '/classement', label: 'Classement', icon: ListOrdered },
  { path: '/seances', label: 'Séances', icon: CalendarDays },
  { path: '/documents', label: 'Documents', icon: FileText },
]

/** What a file shared by several laptops needs; on a lent laptop it stays with the secretary. */
export const sharingPlaces: readonly Place[] = [
  { path: '/salle', label: 'Salle', icon: Router },
  { path: '/envoyer', label: 'Envoyer et recevoir', icon: ArrowUpDown },
]

const membersPaths: readonly string[] = ['/candidatures', '/notes', '/classement']
export const memberPlaces: readonly Place[] = jobPlaces.filter(({ path }) => membersPaths.includes(path))

export const setupPlaces: readonly Place[] = [
  { path: '/comite', label: 'Comité', icon: Users },
  { path: '/autorite', label: 'Autorité', icon: Stamp },
  { path: '/fichier', label: 'Fichier', icon: FolderLock },
  ...sharingPlaces,
]
