-- Learning (spec/records.md 'Training', Learn): what of the built-in lessons was read, every try at a quiz, the practice tasks with the
-- record each was done on, and the signs of an employment relation that lesson L4 has one gather.

CREATE TABLE lesson_readings (
  lesson_id TEXT PRIMARY KEY CHECK (lesson_id <> ''),
  read_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Never updated: each try stays.
CREATE TABLE lesson_attempts (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  lesson_id TEXT NOT NULL CHECK (lesson_id <> ''),
  -- Of the lesson's text at that time, such as 2026-11.
  edition TEXT NOT NULL,
  -- Question id → chosen option ids.
  answers TEXT NOT NULL CHECK (json_valid(answers)),
  right_answers INTEGER NOT NULL CHECK (right_answers >= 0),
  questions INTEGER NOT NULL CHECK (questions >= right_answers),
  score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 100),
  made_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX lesson_attempts_by_lesson ON lesson_attempts (lesson_id, made_at);

CREATE TABLE lesson_tasks (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  lesson_id TEXT NOT NULL CHECK (lesson_id <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('statement', 'cycle', 'marks', 'session', 'indicators', 'letter')),
  -- The record it was done on: a statement, session or agreement; of kinds cycle and letter the cycles with it, a JSON array.
  subject_id TEXT NOT NULL CHECK (length(subject_id) = 36),
  cycles TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(cycles)),
  -- What that record is called, as it was then.
  subject_title TEXT NOT NULL,
  -- What was filled in beside the note, by kind.
  details TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(details)),
  note TEXT NOT NULL DEFAULT '',
  done_on TEXT NOT NULL CHECK (length(done_on) = 10),
  created_at TEXT NOT NULL,
  voided_at TEXT,
  void_reason TEXT,
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX lesson_tasks_by_lesson ON lesson_tasks (lesson_id, created_at);

-- Which entry of the training log holds the time of a lesson.
CREATE TABLE lesson_records (
  lesson_id TEXT NOT NULL CHECK (lesson_id <> ''),
  record_id TEXT NOT NULL REFERENCES training_records (id),
  PRIMARY KEY (lesson_id, record_id)
) STRICT, WITHOUT ROWID;

-- How the work under an agreement really goes; the answer in force, its changes are in the journal.
CREATE TABLE relation_indicators (
  agreement_id TEXT NOT NULL REFERENCES agreements (id),
  indicator TEXT NOT NULL CHECK (indicator <> ''),
  answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'unknown')),
  evidence TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(evidence)),
  note TEXT NOT NULL DEFAULT '',
  updated_at TEXT NOT NULL,
  PRIMARY KEY (agreement_id, indicator)
) STRICT, WITHOUT ROWID;
