-- What a survey with credentials shares with the issuer.
ALTER TABLE survey ADD COLUMN deck BINARY(16); -- the survey whose manifest stands on the cards that admit to this one (itself where it is the first); set at launch, null before and in poster mode
ALTER TABLE survey ADD COLUMN handed_over BOOLEAN NOT NULL DEFAULT FALSE; -- whether the issuer has the manifest; set once it said so

CREATE INDEX survey_deck ON survey (deck);
