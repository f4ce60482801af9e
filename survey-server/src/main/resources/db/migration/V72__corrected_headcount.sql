-- Headcounts that were corrected after the launch, as the collector told the issuer: they say how many cards may be made.
-- The signed and dated correction itself is the collector's. A few cards that a correction adds join a batch: card_batch.cards
-- grows then.
CREATE TABLE corrected_headcount (
    survey    BINARY(16) NOT NULL, -- the survey
    stratum   VARCHAR(3) NOT NULL, -- code of the stratum
    headcount INT        NOT NULL, -- the latest correction
    PRIMARY KEY (survey, stratum)
);
