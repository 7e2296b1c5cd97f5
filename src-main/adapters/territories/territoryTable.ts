/** The national code list as columns: one array per field, so that the file stays small and loads at once. */
export interface TerritoryTable {
  readonly format: 1
  /** Edition of the code officiel géographique. */
  readonly cogYear: number
  readonly communes: {
    readonly codes: readonly string[]
    readonly names: readonly string[]
    /** Empty text when unknown. */
    readonly sirens: readonly string[]
    readonly departments: readonly string[]
    /** -1 when unknown. */
    readonly populations: readonly number[]
    /** Separated by one space. */
    readonly postalCodes: readonly string[]
  }
  /** Déléguées, associées, municipal arrondissements, and bare former codes (empty name). */
  readonly formerCommunes: {
    readonly codes: readonly string[]
    readonly names: readonly string[]
    /** Row of the current commune in `communes`. */
    readonly currentRows: readonly number[]
  }
  /** EPCI with own taxation, and the territorial public bodies of Greater Paris. */
  readonly epcis: {
    readonly sirens: readonly string[]
    readonly names: readonly string[]
    readonly natures: readonly string[]
    readonly populations: readonly number[]
    /** Départements of the members, the most populated first, separated by one space. */
    readonly departments: readonly string[]
  }
  readonly departments: {
    readonly codes: readonly string[]
    readonly names: readonly string[]
    readonly regions: readonly string[]
    readonly populations: readonly number[]
  }
  readonly regions: {
    readonly codes: readonly string[]
    readonly names: readonly string[]
    readonly populations: readonly number[]
  }
}
