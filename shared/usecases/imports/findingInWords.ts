import type { ImportedCandidature, ImportFinding } from '#shared/domain/dossier/importedCandidature.ts'

/** Errors of a source, line by line, in French. */
export const errorsInWords = (
  candidatures: readonly ImportedCandidature[],
): readonly { readonly line: number; readonly message: string }[] =>
  candidatures.flatMap((imported) =>
    imported.findings
      .filter(({ severity }) => severity === 'error')
      .map((finding) => ({ line: imported.lines.first, message: findingInWords(finding) })),
  )

function findingInWords({ field, problem }: ImportFinding): string {
  return `${fields[field]} : ${problems[problem]}`
}

const fields: Record<ImportFinding['field'], string> = {
  title: 'intitulé',
  applicant: 'demandeur',
  department: 'département',
  siret: 'SIRET',
  description: 'description',
  objectives: 'objectifs',
  amount: 'montant demandé',
  'total-cost': 'coût total',
  'eligible-base': 'dépense subventionnable',
  'deposited-on': 'date de dépôt',
  'contact-email': 'courriel',
  referent: 'référent',
  'follow-up': 'suivi',
  annexes: 'annexes',
  number: 'numéro',
  line: 'ligne',
}

const problems: Record<ImportFinding['problem'], string> = {
  missing: 'absent',
  unreadable: 'illisible',
  zero: 'nul',
  'from-title': 'repris du titre',
  'contact-removed': 'coordonnée retirée',
  'not-kept': 'non repris',
  'repetition-not-found': 'à relire',
  'too-many-cells': 'plus de cellules que de colonnes',
  repeated: 'déjà porté par une ligne précédente',
  'broken-quotes': 'guillemet jamais refermé',
}
