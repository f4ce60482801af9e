-- What became public of each closed survey. Written once at the close and never changed: what readers saw stays what it was.
CREATE TABLE survey_release (
    survey      BINARY(16)  NOT NULL, -- the survey
    content     LONGTEXT    NOT NULL, -- the protected tables as published: tab-separated text, one figure a line
    fingerprint VARCHAR(64) NOT NULL, -- SHA-256 of the content's UTF-8 bytes in hexadecimal
    coverage    LONGTEXT    NOT NULL, -- JSON: who was covered and answered, amendments and extensions printed beside the figures
    PRIMARY KEY (survey),
    CONSTRAINT survey_release_survey FOREIGN KEY (survey) REFERENCES survey (id)
);
