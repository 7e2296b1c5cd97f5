/**
 * Frozen. The first file: identity, devices, signed log, acts, one table per aggregate kind, the list and the search of
 * candidatures, kept bytes.
 */
export const migration0001 = {
  version: 1,
  sql: `
CREATE TABLE file_identity (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  file_id TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL CHECK (created_at_ms >= 0)
) STRICT;

CREATE TABLE devices (
  id TEXT PRIMARY KEY,
  public_key BLOB NOT NULL UNIQUE CHECK (length(public_key) = 32),
  -- Both NULL for a device that writes elsewhere.
  private_key BLOB,
  machine_id TEXT UNIQUE,
  CHECK ((private_key IS NULL) = (machine_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE commits (
  position INTEGER PRIMARY KEY CHECK (position >= 1),
  device TEXT NOT NULL REFERENCES devices (id),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 32),
  header BLOB NOT NULL,
  body BLOB NOT NULL,
  signature BLOB NOT NULL CHECK (length(signature) = 64),
  UNIQUE (device, seq)
) STRICT;

CREATE TABLE acts (
  id INTEGER PRIMARY KEY,
  user_id TEXT NOT NULL,
  label TEXT NOT NULL,
  -- 'lasting' bars the undoing of what came before it; 'aside' (a document left) bars nothing.
  kind TEXT NOT NULL CHECK (kind IN ('undoable', 'lasting', 'aside', 'undo', 'redo')),
  -- 'gone': undone, then something else was done.
  standing TEXT NOT NULL CHECK (standing IN ('done', 'undone', 'gone'))
) STRICT;
CREATE INDEX acts_by_standing ON acts (standing, id);

-- Where each operation of the log stands, and which version of its entity it made.
CREATE TABLE operations (
  entity TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  -- The earliest version of the same content: itself, or what a revert went back to (0: nothing).
  content_version INTEGER NOT NULL CHECK (content_version BETWEEN 0 AND version),
  commit_position INTEGER NOT NULL REFERENCES commits (position),
  ordinal INTEGER NOT NULL CHECK (ordinal BETWEEN 0 AND 499),
  act INTEGER NOT NULL REFERENCES acts (id),
  PRIMARY KEY (entity, version)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX operations_by_place ON operations (commit_position, ordinal);
CREATE INDEX operations_by_act ON operations (act);

-- Aggregates: state is canonical JSON, NULL when a revert went back to before the creation. The almost empty indexes of
-- reverted ones let the large kinds be counted without reading them.
CREATE TABLE committees (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL CHECK (version >= 1),
  state TEXT CHECK (json_valid(state))
) STRICT, WITHOUT ROWID;

CREATE TABLE members (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL CHECK (version >= 1),
  state TEXT CHECK (json_valid(state))
) STRICT, WITHOUT ROWID;

CREATE TABLE grids (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL CHECK (version >= 1),
  state TEXT CHECK (json_valid(state))
) STRICT, WITHOUT ROWID;

CREATE TABLE calls (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL CHECK (version >= 1),
  state TEXT CHECK (json_valid(state))
) STRICT, WITHOUT ROWID;

CREATE TABLE dossiers (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL CHECK (version >= 1),
  state TEXT CHECK (json_valid(state))
) STRICT;

CREATE INDEX dossiers_reverted ON dossiers (id) WHERE state IS NULL;

CREATE TABLE candidatures (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL CHECK (version >= 1),
  state TEXT CHECK (json_valid(state)),
  call_id TEXT,
  dossier_id TEXT,
  number INTEGER,
  CHECK ((state IS NULL) = (call_id IS NULL) AND (state IS NULL) = (dossier_id IS NULL) AND (state IS NULL) = (number IS NULL))
) STRICT;
CREATE INDEX candidatures_reverted ON candidatures (id) WHERE state IS NULL;
CREATE INDEX candidatures_by_call ON candidatures (call_id, number) WHERE call_id IS NOT NULL;
CREATE INDEX candidatures_by_dossier ON candidatures (dossier_id) WHERE dossier_id IS NOT NULL;

CREATE TABLE sheets (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL CHECK (version >= 1),
  state TEXT CHECK (json_valid(state)),
  candidature_id TEXT,
  CHECK ((state IS NULL) = (candidature_id IS NULL))
) STRICT;
CREATE INDEX sheets_reverted ON sheets (id) WHERE state IS NULL;
CREATE INDEX sheets_by_candidature ON sheets (candidature_id) WHERE candidature_id IS NOT NULL;

CREATE TABLE recusals (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL CHECK (version >= 1),
  state TEXT CHECK (json_valid(state)),
  candidature_id TEXT,
  CHECK ((state IS NULL) = (candidature_id IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX recusals_by_candidature ON recusals (candidature_id) WHERE candidature_id IS NOT NULL;

CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL CHECK (version >= 1),
  state TEXT CHECK (json_valid(state))
) STRICT, WITHOUT ROWID;

CREATE TABLE imports (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL CHECK (version >= 1),
  state TEXT CHECK (json_valid(state))
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL CHECK (version >= 1),
  state TEXT CHECK (json_valid(state))
) STRICT, WITHOUT ROWID;

-- What the table of candidatures shows and sorts by: candidature and dossier together, sort keys without accents.
CREATE TABLE candidature_list (
  place INTEGER PRIMARY KEY,
  candidature_id TEXT NOT NULL UNIQUE,
  dossier_id TEXT NOT NULL,
  call_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  applicant TEXT NOT NULL,
  applicant_key TEXT NOT NULL,
  title TEXT NOT NULL,
  title_key TEXT NOT NULL,
  department TEXT NOT NULL,
  requested_cents INTEGER,
  status TEXT NOT NULL,
  to_check TEXT NOT NULL CHECK (json_valid(to_check)),
  has_checks INTEGER NOT NULL CHECK (has_checks IN (0, 1)),
  merged_into TEXT
) STRICT;
CREATE INDEX candidature_list_by_number ON candidature_list (call_id, number);
CREATE INDEX candidature_list_by_applicant ON candidature_list (call_id, applicant_key, number);
CREATE INDEX candidature_list_by_title ON candidature_list (call_id, title_key, number);
-- Covers the totals of the list too.
CREATE INDEX candidature_list_by_department ON candidature_list (call_id, department, number, requested_cents);
CREATE INDEX candidature_list_by_requested ON candidature_list (call_id, requested_cents, number);
CREATE INDEX candidature_list_by_status ON candidature_list (call_id, status, number);

-- The words of each line, folded; apart from the lines, which stay short.
CREATE TABLE candidature_text (
  place INTEGER PRIMARY KEY REFERENCES candidature_list (place) ON DELETE CASCADE,
  search_text TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE candidature_search USING fts5(
  search_text,
  content='candidature_text', content_rowid='place',
  tokenize='unicode61 remove_diacritics 2', prefix='2 3', detail=column
);
CREATE TRIGGER candidature_search_insert AFTER INSERT ON candidature_text BEGIN
  INSERT INTO candidature_search (rowid, search_text) VALUES (new.place, new.search_text);
END;
CREATE TRIGGER candidature_search_delete AFTER DELETE ON candidature_text BEGIN
  INSERT INTO candidature_search (candidature_search, rowid, search_text) VALUES ('delete', old.place, old.search_text);
END;
CREATE TRIGGER candidature_search_update AFTER UPDATE ON candidature_text WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO candidature_search (candidature_search, rowid, search_text) VALUES ('delete', old.place, old.search_text);
  INSERT INTO candidature_search (rowid, search_text) VALUES (new.place, new.search_text);
END;

-- Kept bytes, named by their content: frozen facts.
CREATE TABLE blobs (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  bytes BLOB NOT NULL
) STRICT;
`,
} as const
