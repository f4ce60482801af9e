-- The union tree. One row a node; ids are random and are not area codes (zones and groups have none of their own).
CREATE TABLE organization (
    id        BINARY(16)   NOT NULL, -- random 128-bit id, never changed
    parent    BINARY(16),            -- the node above; null for a root; changed when a unit is moved
    kind      VARCHAR(32)  NOT NULL, -- what it is: NATIONAL … ENTERPRISE; set when it is created
    name      VARCHAR(200) NOT NULL, -- name as on its seal; changed by an administrator of the node
    area_code VARCHAR(12),           -- GB/T 2260 code; null where the unit has no area of its own
    position  INT          NOT NULL, -- order among siblings
    PRIMARY KEY (id),
    CONSTRAINT organization_parent FOREIGN KEY (parent) REFERENCES organization (id)
);
