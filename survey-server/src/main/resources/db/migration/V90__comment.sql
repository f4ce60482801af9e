-- What a person decided about comments, and what was released of them. The comments themselves lie sealed in response_text
-- and are forgotten with the responses: here stand places in them, never their words, until they are redacted.

-- One row a comment that somebody looked at. Inserted or changed until the comments are released, then deleted.
CREATE TABLE comment_decision (
    survey BINARY(16)    NOT NULL, -- the survey
    text   BINARY(16)    NOT NULL, -- id of the comment in response_text; random, and of use only while that row lives
    shown  BOOLEAN       NOT NULL, -- whether the comment is to be shown at all
    hidden VARCHAR(2000) NOT NULL, -- stretches to hide as "from-to", separated by blanks; empty: none
    PRIMARY KEY (survey, text)
);

-- The released comments of a survey for one audience. Inserted once, never changed.
CREATE TABLE comment_release (
    survey      BINARY(16)   NOT NULL, -- the survey
    audience    VARCHAR(20)  NOT NULL, -- EVERYONE: readers of the result; WORKER_SIDE: the worker-side team alone
    content     LONGTEXT     NOT NULL, -- JSON: what is shown and downloaded, byte for byte
    fingerprint CHAR(64)     NOT NULL, -- SHA-256 of the content, hexadecimal
    released_by VARCHAR(100) NOT NULL, -- name of the person who released, and answers for the redaction
    released_at TIMESTAMP(3) NOT NULL, -- when
    PRIMARY KEY (survey, audience)
);
