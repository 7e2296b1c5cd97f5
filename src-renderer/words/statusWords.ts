import type { Candidature } from '#shared/domain/candidature/candidature.ts'

export const statusWords: Readonly<Record<Candidature['status'], string>> = {
  submitted: 'Déposée',
  withdrawn: 'Retirée',
  inadmissible: 'Irrecevable',
}
