-- A bargaining round of an organization: what it is about and what surveys take from it. Surveys copy what they use into
-- their manifest at launch, so editing a round never changes a launched survey.
CREATE TABLE bargaining_round (
    id               BINARY(16)   NOT NULL, -- random 128-bit id, never changed
    organization     BINARY(16)   NOT NULL, -- the union organization that bargains; never changed
    name             VARCHAR(200) NOT NULL, -- name shown to officers and workers; changed by officers
    for_year         INT          NOT NULL, -- calendar year the bargaining is for; changed by officers
    bargaining_level VARCHAR(16)  NOT NULL, -- ENTERPRISE, INDUSTRY or REGION; changed by officers
    subject          VARCHAR(16)  NOT NULL, -- WAGE, GENERAL or SPECIAL contract; changed by officers
    signed_on        DATE,                  -- day the contract was signed; null until it was
    in_force_since   DATE,                  -- first day the contract holds; null until known
    in_force_until   DATE,                  -- last day the contract holds; null until known
    terms            LONGTEXT     NOT NULL, -- JSON: agenda and contract topics, clauses, the proposal of the mid-term pulse; changed by officers
    PRIMARY KEY (id),
    CONSTRAINT round_organization FOREIGN KEY (organization) REFERENCES organization (id)
);
