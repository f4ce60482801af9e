-- Targets that a union sets for what lies beneath it. League tables show them beside those of 2014 to 2018, which stand in
-- the code. They hold from a year on, until others are set for a later one, also for organizations beneath that set none.
CREATE TABLE league_target (
    organization  BINARY(16)  NOT NULL, -- the union organization that set them; never changed
    since_year    INT         NOT NULL, -- first calendar year that they hold for; never changed
    establishment DOUBLE,               -- percent of unionised enterprises with a contract in force; null where none is set
    awareness     DOUBLE,               -- percent of the workers who know the contract; null where none is set
    satisfaction  DOUBLE,               -- composite satisfaction in points of 100; null where none is set
    growth_from   DOUBLE,               -- lower edge of the band of yearly wage growth in percent; null where none is set
    growth_to     DOUBLE,               -- its upper edge; null together with growth_from
    set_by        VARCHAR(50) NOT NULL, -- display name of who set them last
    set_at        DATETIME(3) NOT NULL, -- when that was
    PRIMARY KEY (organization, since_year),
    CONSTRAINT target_organization FOREIGN KEY (organization) REFERENCES organization (id)
);
