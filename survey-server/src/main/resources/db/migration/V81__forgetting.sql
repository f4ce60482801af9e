-- What is to be forgotten of each closed survey, and what was. A row is inserted in the transaction that closes the survey; each
-- step writes its moment once when it was done and is never undone.
CREATE TABLE forgetting (
    survey             BINARY(16)  NOT NULL, -- the survey
    closed_at          DATETIME(3) NOT NULL, -- when it was closed
    due_at             DATETIME(3) NOT NULL, -- from when on its responses are destroyed
    signing_keys_at    DATETIME(3),          -- when the issuer had destroyed its signing keys; null in poster mode
    collecting_keys_at DATETIME(3),          -- when the keys under which answers lay before the close were gone; null before
    tally_at           DATETIME(3),          -- when the counts of the declared tables were sealed; null before
    responses_at       DATETIME(3),          -- when responses, free texts and the key that opened them were gone; null before
    PRIMARY KEY (survey),
    CONSTRAINT forgetting_survey FOREIGN KEY (survey) REFERENCES survey (id)
);

-- The counts of the declared tables, kept so that a later correction can be audited against what is already out. Written once,
-- before the responses are destroyed. The key lies in the key folder (keys/archive), never in here.
CREATE TABLE sealed_tally (
    survey BINARY(16) NOT NULL, -- the survey
    sealed LONGBLOB   NOT NULL, -- AES-256-GCM, nonce of 12 bytes first, bound to the survey's id: JSON, counts by table, group,
                                -- item and option; no stratum crossed with a demographic, no restricted item, no text
    PRIMARY KEY (survey),
    CONSTRAINT sealed_tally_survey FOREIGN KEY (survey) REFERENCES survey (id)
);

-- The certificates of a survey: one after each step, so that what an earlier one said stays readable. Rows never change.
CREATE TABLE certificate (
    survey      BINARY(16)   NOT NULL, -- the survey
    number      INT          NOT NULL, -- 1, 2, … in the order they were issued; the last one holds
    content     LONGTEXT     NOT NULL, -- JSON, byte for byte (UTF-8) as it was signed and is served
    fingerprint VARCHAR(64)  NOT NULL, -- SHA-256 of the content's bytes in hexadecimal
    signature   VARCHAR(128) NOT NULL, -- Ed25519 signature of the content's bytes in Base64
    signer      VARCHAR(128) NOT NULL, -- public key (X.509) that verifies it, in Base64; as in the survey's manifest
    PRIMARY KEY (survey, number),
    CONSTRAINT certificate_survey FOREIGN KEY (survey) REFERENCES survey (id)
);
