-- The issuer's side: who may answer. It may lie in a database of its own, so that nothing refers to other tables. Nothing
-- here is about an answer or a person, and no row says when it was written.

-- A deck of cards, one card a worker, which serves the surveys of a round that have the same strata.
CREATE TABLE deck (
    id          BINARY(16)  NOT NULL, -- the survey whose manifest stands on the cards, the founder; never changed
    round       BINARY(16)  NOT NULL, -- the bargaining round; never changed
    strata      VARCHAR(64) NOT NULL, -- SHA-256 (hex) of the strata without their headcounts; never changed
    code        VARCHAR(7),           -- short code of the founder; set once its manifest is handed over, null before: no card is printed before
    fingerprint VARCHAR(64),          -- SHA-256 (hex) of the founder's manifest; set with the code
    PRIMARY KEY (id)
);

CREATE INDEX deck_round ON deck (round, strata);

-- The public keys of a deck. The private ones lie in the key folder until their survey closes.
CREATE TABLE deck_key (
    deck       BINARY(16)    NOT NULL, -- the deck
    slot       INT           NOT NULL, -- place of the survey in the deck, 1 to 6
    stratum    VARCHAR(3)    NOT NULL, -- code of the stratum
    position   INT           NOT NULL, -- place of the stratum in the frame, from 0
    key_id     VARCHAR(64)   NOT NULL, -- SHA-256 (hex) of the public key
    public_key VARCHAR(1000) NOT NULL, -- SubjectPublicKeyInfo in Base64
    PRIMARY KEY (deck, slot, stratum)
);

-- A survey for which credentials are issued.
CREATE TABLE admitted_survey (
    survey         BINARY(16)  NOT NULL, -- the survey
    deck           BINARY(16)  NOT NULL, -- its deck; never changed
    slot           INT         NOT NULL, -- its place in the deck, 1 to 6; never changed
    state          VARCHAR(16) NOT NULL, -- PREPARED, OPEN, CLOSED or CANCELLED, in this order or skipping some
    code           VARCHAR(7),           -- its short code; set when the manifest is handed over, null before
    address        VARCHAR(200),         -- the collector's public address, from where phones ask for credentials; set with the code
    opens          DATETIME(3),          -- first moment at which credentials are issued; set with the code
    closes         DATETIME(3),          -- first moment at which they no longer are; set with the code, moved by extensions and by stopping early
    manifest       LONGTEXT,             -- the manifest's JSON as it was signed; set with the code
    reconciliation LONGTEXT,             -- JSON of what was counted; set at the close, when the tickets are deleted; null before
    PRIMARY KEY (survey),
    CONSTRAINT admitted_survey_slot UNIQUE (deck, slot),
    CONSTRAINT admitted_survey_code UNIQUE (code)
);

-- Cards that were printed together, or links that were made together: for one stratum.
CREATE TABLE card_batch (
    deck    BINARY(16) NOT NULL, -- the deck
    number  INT        NOT NULL, -- 1, 2, … in the order they were made; printed on the sheets
    stratum VARCHAR(3) NOT NULL, -- code of the stratum
    cards   INT        NOT NULL, -- how many cards; never changed
    voided  BOOLEAN    NOT NULL, -- whether they were declared void; their tickets are deleted then
    PRIMARY KEY (deck, number)
);

-- The tickets of cards, for each survey of the deck: each slot shuffled on its own, so that no row of one slot leads to
-- that of the same card in another. Deleted when the survey closes and when their batch is voided.
CREATE TABLE ticket (
    deck         BINARY(16) NOT NULL, -- the deck
    slot         INT        NOT NULL, -- the survey's place in it
    digest       BINARY(32) NOT NULL, -- HMAC-SHA-256 of the ticket under the deck's pepper, which lies in the key folder
    stratum      VARCHAR(3) NOT NULL, -- code of the stratum
    batch        INT        NOT NULL, -- number of the batch
    used         INT        NOT NULL, -- 0 unused, 1 exchanged for a credential by a phone, 2 without script; changes once
    message_hash BINARY(32),          -- SHA-256 of the blinded message that was signed, so that it can be signed again; null while unused and without script
    PRIMARY KEY (deck, slot, digest)
);

CREATE INDEX ticket_batch ON ticket (deck, batch);

-- Unused slips of a deck as people counted them, each person for themselves; two equal counts are taken as right.
CREATE TABLE slip_count (
    deck    BINARY(16) NOT NULL, -- the deck
    stratum VARCHAR(3) NOT NULL, -- code of the stratum
    account BINARY(16) NOT NULL, -- account of who counted
    slips   INT        NOT NULL, -- how many unused slips; may be corrected by the same person until the survey closes
    PRIMARY KEY (deck, stratum, account)
);
