-- That a mediation agreement (调解协议书) was made as a file, and of what: findings that change later show. Never updated.
CREATE TABLE agreement_papers (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  bundle_sha256 TEXT NOT NULL REFERENCES mediations (bundle_sha256),
  moment TEXT NOT NULL,
  format TEXT NOT NULL CHECK (format IN ('pdf', 'docx')),
  -- SHA-256 of what the paper says; its beginning stands on every page.
  data_sha256 TEXT NOT NULL CHECK (length(data_sha256) = 64)
) STRICT, WITHOUT ROWID;

CREATE INDEX agreement_papers_by_bundle ON agreement_papers (bundle_sha256, moment);
