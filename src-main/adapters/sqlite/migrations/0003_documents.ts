/** Frozen. The letterhead, the instruction of each candidature, the Word templates of the committee. */
export const migration0003 = {
  version: 3,
  sql: `
CREATE TABLE issuers (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL CHECK (version >= 1),
  state TEXT CHECK (json_valid(state))
) STRICT, WITHOUT ROWID;

CREATE TABLE instructions (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL CHECK (version >= 1),
  state TEXT CHECK (json_valid(state))
) STRICT, WITHOUT ROWID;

CREATE TABLE templates (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL CHECK (version >= 1),
  state TEXT CHECK (json_valid(state))
) STRICT, WITHOUT ROWID;
`,
} as const
