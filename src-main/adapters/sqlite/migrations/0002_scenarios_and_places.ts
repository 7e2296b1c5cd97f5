/** Frozen. Scenarios, places, which fold the states were made by, and deep filtered pages of the list. */
export const migration0002 = {
  version: 2,
  sql: `
CREATE TABLE scenarios (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL CHECK (version >= 1),
  state TEXT CHECK (json_valid(state))
) STRICT, WITHOUT ROWID;

-- What is no act: where one was, what the wall shows. Unsigned, never in a commit.
CREATE TABLE places (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One department by applicant, page after page, without sorting the department each time.
CREATE INDEX candidature_list_by_department_applicant
  ON candidature_list (call_id, department, applicant_key, number);

-- The fold that made the stored states; those of an earlier one are folded again from the log at the next opening.
ALTER TABLE file_identity ADD COLUMN fold_version INTEGER NOT NULL DEFAULT 1 CHECK (fold_version >= 1);
`,
} as const
