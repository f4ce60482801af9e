-- One questionnaire fielded in a round. Nothing here is about a respondent. Times are UTC and of officers' doings only.
CREATE TABLE survey (
    id          BINARY(16)   NOT NULL, -- random 128-bit id, never changed
    round       BINARY(16)   NOT NULL, -- the bargaining round; never changed
    state       VARCHAR(16)  NOT NULL, -- DRAFT, LAUNCHED, CLOSED or CANCELLED; moved along the lifecycle table only
    draft       LONGTEXT     NOT NULL, -- JSON of everything typed while preparing; frozen once launched, kept so that a cancelled survey can be prepared again
    code        VARCHAR(7),            -- short code in addresses; set at launch, null before
    manifest    LONGTEXT,              -- the manifest's JSON exactly as it was signed, in UTF-8; set at launch, never changed, null before
    fingerprint VARCHAR(64),           -- SHA-256 of the manifest's bytes in hexadecimal; set at launch, null before
    signature   VARCHAR(100),          -- Ed25519 signature of the manifest's bytes, in Base64; set at launch, null before
    signer      VARCHAR(100),          -- public key (X.509, in Base64) that verifies the signature; set at launch, null before
    opens       DATETIME(3),           -- first moment answers are taken; set at launch, null before
    closes      DATETIME(3),           -- first moment they no longer are; set at launch, moved later by extensions, null before
    launched_at DATETIME(3),           -- when it was launched; null before
    launched_by VARCHAR(200),          -- name of the officer who launched it; null before
    ended_at    DATETIME(3),           -- when it was closed or cancelled; null before
    ended_by    VARCHAR(200),          -- who closed or cancelled it, null where the closing time did and before
    PRIMARY KEY (id),
    CONSTRAINT survey_round FOREIGN KEY (round) REFERENCES bargaining_round (id),
    CONSTRAINT survey_code UNIQUE (code)
);

CREATE INDEX survey_due ON survey (state, closes);

-- Extensions of the closing time, appended and never changed; every report prints them.
CREATE TABLE survey_extension (
    survey      BINARY(16)   NOT NULL, -- the survey
    number      INT          NOT NULL, -- 1, 2, … in the order they were made
    closes_from DATETIME(3)  NOT NULL, -- the closing time before
    closes_to   DATETIME(3)  NOT NULL, -- the closing time after
    reason      VARCHAR(400) NOT NULL, -- why, in the officer's words
    signed_by   VARCHAR(200) NOT NULL, -- name of the officer
    signed_at   DATETIME(3)  NOT NULL, -- when
    PRIMARY KEY (survey, number),
    CONSTRAINT survey_extension_survey FOREIGN KEY (survey) REFERENCES survey (id)
);

-- Corrections of headcounts after launch, appended and never changed; every report prints them.
CREATE TABLE survey_amendment (
    survey         BINARY(16)   NOT NULL, -- the survey
    number         INT          NOT NULL, -- 1, 2, … in the order they were made
    stratum        VARCHAR(3)   NOT NULL, -- code of the stratum in the manifest
    headcount_from INT          NOT NULL, -- headcount before
    headcount_to   INT          NOT NULL, -- headcount after
    reason         VARCHAR(400) NOT NULL, -- why, in the officer's words
    signed_by      VARCHAR(200) NOT NULL, -- name of the officer
    signed_at      DATETIME(3)  NOT NULL, -- when
    PRIMARY KEY (survey, number),
    CONSTRAINT survey_amendment_survey FOREIGN KEY (survey) REFERENCES survey (id)
);
