/** What `[[number]]` stands for. */
export interface CitedDossier {
  readonly number: number
  readonly name: string
}
