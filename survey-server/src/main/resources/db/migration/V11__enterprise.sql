-- What an evaluation filters enterprises by. Both are optional and only enterprises have them.
ALTER TABLE organization ADD COLUMN size_class VARCHAR(16); -- LARGE … MICRO (national statistics' classes); null where unknown; changed by an administrator
ALTER TABLE organization ADD COLUMN ownership VARCHAR(16); -- registration type: STATE … OTHER; null where unknown; changed by an administrator
