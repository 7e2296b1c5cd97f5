import type { Migration } from './migrations.ts'

// Instants are milliseconds since 1970-01-01T00:00:00Z; digests are SHA-256; lists are JSON.
export const migration0001: Migration = {
  version: 1,
  sql: `
CREATE TABLE schema_versions (version :integer PRIMARY KEY, applied_at :integer NOT NULL) :strict;

-- One row: whose database this is, and how many times it was restored (SY17).
CREATE TABLE authority (
  one :integer PRIMARY KEY CHECK (one = 1),
  public_key :bytes NOT NULL,
  restores :integer NOT NULL,
  made_at :integer NOT NULL
) :strict;

CREATE TABLE organisations (
  organisation TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- The committee whose log it holds: the id of its file; null until a file was brought.
  committee TEXT,
  made_at :integer NOT NULL
) :strict;

-- users, mandates, devices are rows of the authority: once the log is founded they change with its entries alone.
CREATE TABLE users (
  organisation TEXT NOT NULL REFERENCES organisations (organisation),
  user_id TEXT NOT NULL,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  PRIMARY KEY (organisation, user_id)
) :strict;

-- Who a person is for an OpenID provider. The pair is the identity; an address of e-mail never is.
CREATE TABLE identities (
  organisation TEXT NOT NULL,
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  user_id TEXT NOT NULL,
  made_at :integer NOT NULL,
  PRIMARY KEY (organisation, issuer, subject),
  FOREIGN KEY (organisation, user_id) REFERENCES users (organisation, user_id)
) :strict;

CREATE TABLE invitations (
  organisation TEXT NOT NULL REFERENCES organisations (organisation),
  invitation TEXT NOT NULL,
  code_digest :bytes NOT NULL,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  -- The account that another device is for, which keeps its mandates; null: a new account.
  user_id TEXT,
  role TEXT,
  member TEXT,
  -- JSON: those that a guest is given.
  dossiers TEXT NOT NULL,
  may_hub :integer NOT NULL CHECK (may_hub IN (0, 1)),
  made_by TEXT,
  made_at :integer NOT NULL,
  expires_at :integer NOT NULL,
  attempts_left :integer NOT NULL CHECK (attempts_left >= 0),
  used_at :integer,
  used_by TEXT,
  cancelled_at :integer,
  PRIMARY KEY (organisation, invitation)
) :strict;

CREATE TABLE mandates (
  organisation TEXT NOT NULL,
  mandate TEXT NOT NULL,
  user_id TEXT NOT NULL,
  -- Among those of the user, in the order they were given.
  place :integer NOT NULL,
  role TEXT NOT NULL,
  member TEXT,
  dossiers TEXT NOT NULL,
  ended :integer NOT NULL CHECK (ended IN (0, 1)),
  PRIMARY KEY (organisation, mandate),
  FOREIGN KEY (organisation, user_id) REFERENCES users (organisation, user_id)
) :strict;
CREATE INDEX mandates_of_user ON mandates (organisation, user_id);

CREATE TABLE devices (
  organisation TEXT NOT NULL,
  device TEXT NOT NULL,
  user_id TEXT NOT NULL,
  public_key :bytes NOT NULL,
  may_hub :integer NOT NULL CHECK (may_hub IN (0, 1)),
  standing TEXT NOT NULL CHECK (standing IN ('valid', 'retired', 'compromised', 'forked')),
  -- The last seq that holds; null while the device is valid.
  last_seq :integer,
  -- What follows is of the server alone: no entry says it.
  name TEXT NOT NULL DEFAULT '',
  enrolled_at :integer NOT NULL DEFAULT 0,
  last_contact_at :integer NOT NULL DEFAULT 0,
  PRIMARY KEY (organisation, device),
  UNIQUE (organisation, public_key),
  FOREIGN KEY (organisation, user_id) REFERENCES users (organisation, user_id)
) :strict;

CREATE TABLE challenges (
  organisation TEXT NOT NULL,
  challenge TEXT NOT NULL,
  expires_at :integer NOT NULL,
  PRIMARY KEY (organisation, challenge)
) :strict;

CREATE TABLE login_sessions (
  organisation TEXT NOT NULL,
  token_digest :bytes NOT NULL,
  user_id TEXT NOT NULL,
  device TEXT,
  made_at :integer NOT NULL,
  expires_at :integer NOT NULL,
  PRIMARY KEY (organisation, token_digest),
  FOREIGN KEY (organisation, user_id) REFERENCES users (organisation, user_id)
) :strict;
CREATE INDEX login_sessions_of_user ON login_sessions (organisation, user_id);

-- A login under way with an OpenID provider: any process may answer its second half.
CREATE TABLE login_attempts (
  organisation TEXT NOT NULL REFERENCES organisations (organisation),
  state_digest :bytes NOT NULL,
  nonce TEXT NOT NULL,
  code_verifier TEXT NOT NULL,
  collect_challenge TEXT NOT NULL,
  return_port :integer NOT NULL,
  expires_at :integer NOT NULL,
  collect_digest :bytes,
  issuer TEXT,
  subject TEXT,
  PRIMARY KEY (organisation, state_digest)
) :strict;

-- Acts on accounts before the log was founded; from then on they are its entries.
CREATE TABLE control_events (
  organisation TEXT NOT NULL REFERENCES organisations (organisation),
  n :integer NOT NULL CHECK (n >= 1),
  at :integer NOT NULL,
  actor TEXT,
  kind TEXT NOT NULL,
  entity TEXT NOT NULL,
  data TEXT NOT NULL,
  digest :bytes NOT NULL,
  PRIMARY KEY (organisation, n)
) :strict;

CREATE TABLE commits (
  organisation TEXT NOT NULL REFERENCES organisations (organisation),
  commit_id :bytes NOT NULL,
  device TEXT NOT NULL,
  seq :integer NOT NULL CHECK (seq >= 1),
  -- 'chain': its place in the chain of its device; 'fork': a second one under the same seq, kept as proof.
  standing TEXT NOT NULL CHECK (standing IN ('chain', 'fork')),
  user_id TEXT NOT NULL,
  scope TEXT NOT NULL,
  header :bytes NOT NULL,
  -- Null once erased (SY28).
  body :bytes,
  signature :bytes NOT NULL,
  -- Its verdict so far; null while it has none.
  verdict TEXT,
  code TEXT,
  g :integer,
  PRIMARY KEY (organisation, commit_id)
) :strict;
CREATE UNIQUE INDEX commits_one_chain ON commits (organisation, device, seq) WHERE standing = 'chain';
CREATE INDEX commits_of_scope ON commits (organisation, scope, g);

CREATE TABLE device_heads (
  organisation TEXT NOT NULL REFERENCES organisations (organisation),
  device TEXT NOT NULL,
  seq :integer NOT NULL,
  header_digest :bytes NOT NULL,
  PRIMARY KEY (organisation, device)
) :strict;

-- Came before its predecessor.
CREATE TABLE waiting_commits (
  organisation TEXT NOT NULL REFERENCES organisations (organisation),
  device TEXT NOT NULL,
  seq :integer NOT NULL,
  commit_id :bytes NOT NULL,
  header :bytes NOT NULL,
  body :bytes NOT NULL,
  signature :bytes NOT NULL,
  via TEXT,
  PRIMARY KEY (organisation, device, seq, commit_id)
) :strict;

CREATE TABLE log_heads (
  organisation TEXT NOT NULL REFERENCES organisations (organisation),
  log TEXT NOT NULL,
  epoch :integer NOT NULL,
  g :integer NOT NULL,
  -- Empty until the log is founded.
  receipt :bytes NOT NULL,
  -- Transactions that held it: who finds the next one knows that nobody came between.
  turn :integer NOT NULL DEFAULT 0,
  PRIMARY KEY (organisation, log)
) :strict;

CREATE TABLE entries (
  organisation TEXT NOT NULL,
  log TEXT NOT NULL,
  g :integer NOT NULL CHECK (g >= 1),
  commit_id :bytes NOT NULL,
  verdict TEXT NOT NULL,
  -- The entry as its receipt digests it, verbatim.
  entry :bytes NOT NULL,
  receipt :bytes NOT NULL,
  effects TEXT NOT NULL,
  PRIMARY KEY (organisation, log, g),
  FOREIGN KEY (organisation, log) REFERENCES log_heads (organisation, log),
  FOREIGN KEY (organisation, commit_id) REFERENCES commits (organisation, commit_id)
) :strict;
-- A commit has one verdict for ever; 'deferred' alone is followed by another (SY5).
CREATE UNIQUE INDEX entries_one_verdict ON entries (organisation, log, commit_id) WHERE verdict <> 'deferred';
CREATE UNIQUE INDEX entries_one_deferral ON entries (organisation, log, commit_id) WHERE verdict = 'deferred';

CREATE TABLE checkpoints (
  organisation TEXT NOT NULL,
  log TEXT NOT NULL,
  g :integer NOT NULL,
  checkpoint :bytes NOT NULL,
  signature :bytes NOT NULL,
  PRIMARY KEY (organisation, log, g),
  FOREIGN KEY (organisation, log) REFERENCES log_heads (organisation, log)
) :strict;

CREATE TABLE aggregates (
  organisation TEXT NOT NULL REFERENCES organisations (organisation),
  entity TEXT NOT NULL,
  version :integer NOT NULL,
  aggregate TEXT NOT NULL,
  PRIMARY KEY (organisation, entity)
) :strict;

-- Everything else that the authority knows: rights, leases, recusals in force, what is frozen, what is deferred.
CREATE TABLE authority_rows (
  organisation TEXT NOT NULL REFERENCES organisations (organisation),
  kind TEXT NOT NULL,
  row_key TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (organisation, kind, row_key)
) :strict;

-- A file that is brought, piece by piece, before the log is founded.
CREATE TABLE foundings (
  organisation TEXT PRIMARY KEY REFERENCES organisations (organisation),
  device TEXT NOT NULL,
  manifest :bytes NOT NULL,
  signature :bytes NOT NULL,
  -- How far it is taken.
  chunks :integer NOT NULL,
  rows_taken :integer NOT NULL,
  digest :bytes NOT NULL,
  -- Rank of the last aggregate that was taken: dossiers, then candidatures, then the rest.
  last_rank :integer NOT NULL,
  -- JSON: candidatures that were reunited with another, which may have come after them.
  duplicates TEXT NOT NULL,
  founded_at :integer
) :strict;

-- Which attachments are cited: by a commit of a device, or by an aggregate of the file that was brought.
CREATE TABLE citations (
  organisation TEXT NOT NULL REFERENCES organisations (organisation),
  blob :bytes NOT NULL,
  source TEXT NOT NULL,
  device TEXT NOT NULL,
  PRIMARY KEY (organisation, blob, source)
) :strict;

-- First copies that were made for somebody, kept for a time.
CREATE TABLE first_copies (
  organisation TEXT NOT NULL REFERENCES organisations (organisation),
  copy TEXT NOT NULL,
  user_id TEXT NOT NULL,
  -- JSON: by what mandates it was made.
  mandates TEXT NOT NULL,
  g :integer NOT NULL,
  manifest :bytes NOT NULL,
  signature :bytes NOT NULL,
  size_bytes :integer NOT NULL,
  expires_at :integer NOT NULL,
  PRIMARY KEY (organisation, copy)
) :strict;
CREATE TABLE first_copy_chunks (
  organisation TEXT NOT NULL,
  copy TEXT NOT NULL,
  n :integer NOT NULL,
  made_at :integer NOT NULL,
  bytes :bytes NOT NULL,
  PRIMARY KEY (organisation, copy, n)
) :strict;
`,
}
