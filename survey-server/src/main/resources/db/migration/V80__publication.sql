-- What everybody can check of each closed survey: tags, counts, the root over the responses. Written once, in the transaction
-- that closes the survey, and never changed; it outlives the responses.
CREATE TABLE publication (
    survey      BINARY(16)   NOT NULL, -- the survey
    content     LONGTEXT     NOT NULL, -- JSON, byte for byte (UTF-8) as it was signed and is served
    fingerprint VARCHAR(64)  NOT NULL, -- SHA-256 of the content's bytes in hexadecimal
    signature   VARCHAR(128) NOT NULL, -- Ed25519 signature of the content's bytes in Base64
    signer      VARCHAR(128) NOT NULL, -- public key (X.509) that verifies it, in Base64; as in the survey's manifest
    PRIMARY KEY (survey),
    CONSTRAINT publication_survey FOREIGN KEY (survey) REFERENCES survey (id)
);
