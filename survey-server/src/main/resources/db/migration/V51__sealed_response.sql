-- What was answered, sealed. It replaces the plain tables of V50, whose rows are given up: no survey was fielded on them.
-- No table here holds a time, a sequence, an address, an agent, a language or a duration, and none refers to another of
-- them: which tag, which answers and which words came together is nowhere written down.
--
-- Rows are inserted and deleted, never changed; ids are drawn at random for each table anew, so that neither their order
-- nor their values say anything. What is sealed is AES-256-GCM: 12 bytes of nonce, then the ciphertext with its tag of 16
-- bytes, bound to the survey's id and the table's name. The keys lie in the collectors' key folder, never in here. Before
-- sealing everything is padded to one length a survey and table, so that the size of a row says nothing either.
DROP TABLE response_text;
DROP TABLE response;
DROP TABLE spent_tag;

-- Which casts were taken, so that one that is sent again is counted once. Kept after the close, when the list is published.
CREATE TABLE spent_tag (
    survey BINARY(16) NOT NULL, -- the survey
    tag    BINARY(32) NOT NULL, -- SHA-256 of the credential's message; in poster mode of the random id that the phone made
    PRIMARY KEY (survey, tag)
);

-- Casts that were acknowledged and not mixed yet. A row is deleted when it is mixed, at the latest when the survey closes.
CREATE TABLE staged_response (
    survey  BINARY(16)       NOT NULL, -- the survey
    id      BINARY(16)       NOT NULL, -- drawn at random when the row was written; known to nobody outside
    stratum VARCHAR(3),                -- code of the stratum in the manifest; null where the worker would rather not say
    sealed  VARBINARY(60000) NOT NULL, -- under the key "staging": JSON, the entries by item, free texts among them
    PRIMARY KEY (survey, id)
);

-- One row a counted response that was mixed with at least nine others of its stratum or at the close. All rows of a survey
-- are written anew, in random order, when it closes.
CREATE TABLE response (
    survey  BINARY(16)       NOT NULL, -- the survey
    id      BINARY(16)       NOT NULL, -- drawn at random when the row was written
    stratum VARCHAR(3),                -- code of the stratum in the manifest; null where the worker would rather not say
    sealed  VARBINARY(60000) NOT NULL, -- under the key "mixed", after the close "final": JSON, the chosen options' codes by
                                       -- item, no free text; after the close with the salts of the public proof
    PRIMARY KEY (survey, id)
);

-- Free texts, each on its own: without stratum and without a way back to the response.
CREATE TABLE response_text (
    survey BINARY(16)       NOT NULL, -- the survey
    id     BINARY(16)       NOT NULL, -- drawn at random when the row was written
    item   VARCHAR(32)      NOT NULL, -- code of the item
    sealed VARBINARY(60000) NOT NULL, -- under the key "mixed", after the close "final": the words as typed, UTF-8
    PRIMARY KEY (survey, id)
);
