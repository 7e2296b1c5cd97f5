/** Frozen. A file that several devices share: the rows of its copy, its device keys, what its acts became, what a human must see. */
export const migration0004 = {
  version: 4,
  sql: `
-- With a rowid: bytes are appended, only keys are sorted; the file is a third of what it would be without.
-- Space 'copy': what this device follows with; 'hub/<lease>': an authority while this laptop orders a room.
CREATE TABLE sync_rows (
  id INTEGER PRIMARY KEY,
  space TEXT NOT NULL,
  tab TEXT NOT NULL,
  key TEXT NOT NULL,
  value BLOB NOT NULL,
  UNIQUE (space, tab, key)
) STRICT;

-- Keys of this machine for a shared file; 'former' ones wrote before it enrolled again.
CREATE TABLE sync_devices (
  id TEXT PRIMARY KEY,
  public_key BLOB NOT NULL UNIQUE CHECK (length(public_key) = 32),
  private_key BLOB NOT NULL,
  machine_id TEXT NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('prepared', 'current', 'former'))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX sync_devices_in_use ON sync_devices (machine_id, standing) WHERE standing <> 'former';

-- Which act each own commit belongs to, and which refused commit it takes up.
CREATE TABLE sync_acts (
  cid TEXT PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES acts (id),
  takes_up TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX sync_acts_by_act ON sync_acts (act);

CREATE TABLE sync_incidents (
  id INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL CHECK (at_ms >= 0),
  incident TEXT NOT NULL CHECK (json_valid(incident)),
  seen INTEGER NOT NULL CHECK (seen IN (0, 1))
) STRICT;

-- Kept bytes that something cites and that did not come yet.
CREATE TABLE sync_awaited_blobs (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64)
) STRICT, WITHOUT ROWID;

-- Who this file is, and what the host keeps with it.
CREATE TABLE sync_settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;
`,
} as const
