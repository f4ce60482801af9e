-- What the worker-side team alone reads. Apart from survey_release, so that nothing that prints, exports or evaluates a
-- result can come upon it.

-- The protected tables of items for the worker-side team: bottom lines and tactics. Inserted at the close, never changed.
CREATE TABLE restricted_release (
    survey      BINARY(16) NOT NULL, -- the survey
    content     LONGTEXT   NOT NULL, -- the release as text, a figure a line, as in survey_release
    fingerprint CHAR(64)   NOT NULL, -- SHA-256 of the content, hexadecimal
    PRIMARY KEY (survey)
);

-- Surveys whose answers raise the alert of reprisal. A row is the whole bit: no count is kept anywhere.
CREATE TABLE reprisal_alert (
    survey BINARY(16) NOT NULL, -- the survey
    PRIMARY KEY (survey)
);
