/** Kinds of operation that the older program of these worlds does not know yet. */
export const newKinds: readonly string[] = ['dossier.change@1', 'session.point@1', 'sheet.file@1']
