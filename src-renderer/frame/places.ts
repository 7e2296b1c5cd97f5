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
import type { SyncRole } from '#shared/contract/syncAnswers.ts'

export interface Place {
  readonly path: string
  readonly label: string
  readonly icon: LucideIcon
}

/** The places of the job, in its order; then what one sets up once. */
const jobPlaces: readonly Place[] = [
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

const setupPlaces: readonly Place[] = [
  { path: '/comite', label: 'Comité', icon: Users },
  { path: '/autorite', label: 'Autorité', icon: Stamp },
  { path: '/fichier', label: 'Fichier', icon: FolderLock },
]

export interface PlacesShown {
  readonly job: readonly Place[]
  readonly setup: readonly Place[]
}

/**
 * Where whoever holds the laptop has something to do (P2).
 * @param maySeeSharing false on a laptop that was lent to a member.
 */
export function placesFor(role: SyncRole | null, maySeeSharing: boolean): PlacesShown {
  const sharing = maySeeSharing ? sharingPlaces : []
  if (role === 'member') return { job: memberPlaces, setup: sharing }
  // The accounts are kept without reading a dossier; the dossiers, without seeing a mark.
  if (role === 'administrator') return { job: [], setup: [...setupPlaces.filter(isOfFile), ...sharing] }
  const job = role === 'instructor' ? jobPlaces.filter(({ path }) => !marksPaths.includes(path)) : jobPlaces
  return { job, setup: [...setupPlaces, ...sharing] }
}

const isOfFile = ({ path }: Place): boolean => path === '/fichier'
const marksPaths: readonly string[] = ['/notes', '/classement']

/** Whether somebody else writes this place: what is typed there would be refused by whoever orders. */
export const isOnlyRead = (role: SyncRole | null, pathname: string): boolean =>
  (role === 'chair' || role === 'instructor') &&
  [...ofSecretariat, ...(role === 'instructor' ? ofRoom : ofService)].some(
    (path) => pathname === path || pathname.startsWith(`${path}/`),
  )

const ofSecretariat: readonly string[] = ['/appels', '/grilles', '/comite', '/autorite', '/scenarios']
const ofRoom: readonly string[] = ['/seances']
const ofService: readonly string[] = ['/documents', '/importer']
