-- What was answered. No table here holds a time, a sequence, an address, an agent, a language or a duration, and none
-- refers to another of them: which tag, which answers and which words came together is nowhere written down.
-- Rows are inserted, never changed; keys are drawn at random, so that their order says nothing.

-- Which casts were taken, so that one that is sent again is counted once.
CREATE TABLE spent_tag (
    survey BINARY(16) NOT NULL, -- the survey
    tag    BINARY(16) NOT NULL, -- random id that the phone made for its cast; without script the form carried it
    PRIMARY KEY (survey, tag)
);

-- One row a counted response.
CREATE TABLE response (
    survey  BINARY(16) NOT NULL, -- the survey
    id      BINARY(16) NOT NULL, -- drawn at random when the row was written; known to nobody outside
    stratum VARCHAR(3),          -- code of the stratum in the manifest; null where the worker would rather not say
    answers LONGTEXT   NOT NULL, -- JSON: the chosen options' codes by item; no free text; blank items are absent
    PRIMARY KEY (survey, id)
);

-- Free texts, each on its own: without stratum and without a way back to the response.
CREATE TABLE response_text (
    survey BINARY(16)  NOT NULL, -- the survey
    id     BINARY(16)  NOT NULL, -- drawn at random when the row was written
    item   VARCHAR(32) NOT NULL, -- code of the item
    words  LONGTEXT    NOT NULL, -- as typed; shown to nobody before it was redacted by a person
    PRIMARY KEY (survey, id)
);
