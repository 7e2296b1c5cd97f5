export type SourceKind = 'fiches' | 'csv'

/** By the end of the name: tables are .csv or .tsv, exports of project sheets are texts. The person can say otherwise. */
export const guessKind = (path: string): SourceKind => (/\.(csv|tsv|tab)$/i.test(path) ? 'csv' : 'fiches')
