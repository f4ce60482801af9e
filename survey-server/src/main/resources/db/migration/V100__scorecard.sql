-- Forks of indicator schemes made by localities. Shipped schemes lie in the templates and are not stored here. A draft may
-- be changed by whoever may edit schemes of its owner; adopting it freezes it for good.
CREATE TABLE scheme_version (
    id           VARCHAR(64)  NOT NULL, -- name of the scheme, lower-case letters, digits and hyphens; never changed
    version      VARCHAR(20)  NOT NULL, -- three numbers such as 1.0.0; never changed
    owner        BINARY(16)   NOT NULL, -- the union organization that forked it; never changed
    definition   LONGTEXT     NOT NULL, -- JSON by schema/scheme-1.json; changed while a draft, frozen by adoption
    words_zh     LONGTEXT     NOT NULL, -- JSON by schema/scheme-words-1.json, Chinese; changed while a draft
    words_en     LONGTEXT     NOT NULL, -- the same in English
    judgements   LONGTEXT     NOT NULL, -- JSON: pairwise judgements of experts; an empty list where weights were typed
    saved_by     VARCHAR(50)  NOT NULL, -- display name of who saved it last
    saved_at     DATETIME(3)  NOT NULL, -- when that was
    fingerprint  VARCHAR(64),           -- SHA-256 of the definition's UTF-8 bytes in hexadecimal; null while a draft
    adopted_by   VARCHAR(50),           -- display name of who adopted it; null while a draft
    adopted_at   DATETIME(3),           -- when it was adopted; null while a draft
    PRIMARY KEY (id, version),
    CONSTRAINT scheme_owner FOREIGN KEY (owner) REFERENCES organization (id)
);

-- The assessment of one bargaining round by one version of a scheme. Open, its score is computed from released results and
-- scorecard_entry whenever it is looked at; signed off, it is the stored text and nothing else.
CREATE TABLE scorecard (
    id             BINARY(16)  NOT NULL, -- random 128-bit id, never changed
    round          BINARY(16)  NOT NULL, -- the bargaining round; never changed
    organization   BINARY(16)  NOT NULL, -- the union organization that bargains; never changed
    for_year       INT         NOT NULL, -- calendar year of the round when the scorecard was opened; never changed
    scheme         VARCHAR(64) NOT NULL, -- name of the scheme; never changed
    scheme_version VARCHAR(20) NOT NULL, -- its version, shipped or adopted; never changed
    opened_by      VARCHAR(50) NOT NULL, -- display name of who opened it
    opened_at      DATETIME(3) NOT NULL, -- when it was opened
    content        LONGTEXT,             -- JSON: the signed-off scorecard as published; null while open, written once
    fingerprint    VARCHAR(64),          -- SHA-256 of the content's UTF-8 bytes in hexadecimal; null while open
    signed_by      VARCHAR(50),          -- display name of the evaluator who signed off; null while open
    signed_at      DATETIME(3),          -- when it was signed off; null while open
    PRIMARY KEY (id),
    CONSTRAINT scorecard_once UNIQUE (round, scheme, scheme_version),
    CONSTRAINT scorecard_round FOREIGN KEY (round) REFERENCES bargaining_round (id),
    CONSTRAINT scorecard_organization FOREIGN KEY (organization) REFERENCES organization (id)
);

-- What the union states and what an evaluator finds, each as an entry of its own. Rows are only added: the last one of a
-- subject and side counts, the earlier ones remain to be read. None is added once the scorecard is signed off.
CREATE TABLE scorecard_entry (
    scorecard  BINARY(16)    NOT NULL, -- the scorecard
    subject    VARCHAR(64)   NOT NULL, -- id of the fact, or of the veto that the evaluator decides on
    side       VARCHAR(16)   NOT NULL, -- UNION (self-assessment) or EVALUATOR (independent evaluation)
    number     INT           NOT NULL, -- 1, 2, 3 … within scorecard, subject and side
    finding    VARCHAR(16),            -- evaluator: CONFIRMED, CORRECTED, REJECTED; ESTABLISHED, NOT_ESTABLISHED for vetoes; null for the union
    about      INT,                    -- number of the union's entry that the finding is about; null for the union and for vetoes
    value      VARCHAR(400)  NOT NULL, -- a number, yes, no, not-applicable, or topic codes; empty where the finding has none
    note       VARCHAR(1000) NOT NULL, -- the union's evidence, or the evaluator's reason
    account    BINARY(16)    NOT NULL, -- who made it: nobody verifies an entry of their own
    entered_by VARCHAR(50)   NOT NULL, -- display name at the time
    entered_at DATETIME(3)   NOT NULL, -- when it was made
    PRIMARY KEY (scorecard, subject, side, number),
    CONSTRAINT entry_scorecard FOREIGN KEY (scorecard) REFERENCES scorecard (id)
);

-- Lines of the self-improvement plan that follows from a scorecard, signed off or not. They change no score.
CREATE TABLE improvement_step (
    id          BINARY(16)   NOT NULL, -- random 128-bit id, never changed
    scorecard   BINARY(16)   NOT NULL, -- the scorecard that showed the need
    indicator   VARCHAR(64)  NOT NULL, -- id of the indicator
    from_value  DOUBLE       NOT NULL, -- its value when the step was planned, in the indicator's unit
    target      DOUBLE       NOT NULL, -- the value to reach
    action      VARCHAR(400) NOT NULL, -- what is to be done
    responsible VARCHAR(100) NOT NULL, -- who answers for it: an office or a person
    due         DATE         NOT NULL, -- when it is to be done
    retest      DATE         NOT NULL, -- when the indicator is measured again, not before it is due
    PRIMARY KEY (id),
    CONSTRAINT step_scorecard FOREIGN KEY (scorecard) REFERENCES scorecard (id)
);
