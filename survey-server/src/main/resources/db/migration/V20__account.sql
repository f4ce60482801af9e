-- People who run surveys. No respondent is ever found here.
CREATE TABLE account (
    id            BINARY(16)   NOT NULL, -- random 128-bit id, never changed
    user_name     VARCHAR(64)  NOT NULL, -- what the person types to sign in, lower case; chosen once
    display_name  VARCHAR(100) NOT NULL, -- name shown to colleagues; changed by the person
    password_hash VARCHAR(255) NOT NULL, -- Argon2id with its parameters and salt; changed by the person
    created_at    DATETIME(3)  NOT NULL, -- when the code was redeemed, UTC; never changed
    PRIMARY KEY (id),
    CONSTRAINT account_user_name UNIQUE (user_name)
);

-- A role that a person holds at an organization and everything beneath it. Rows are added and deleted, never changed.
CREATE TABLE account_grant (
    id           BINARY(16)  NOT NULL, -- random 128-bit id
    account      BINARY(16)  NOT NULL, -- who holds it
    role         VARCHAR(32) NOT NULL, -- name of the role, see RoleTable
    organization BINARY(16)  NOT NULL, -- where it holds
    PRIMARY KEY (id),
    CONSTRAINT account_grant_once UNIQUE (account, role, organization),
    CONSTRAINT account_grant_account FOREIGN KEY (account) REFERENCES account (id),
    CONSTRAINT account_grant_organization FOREIGN KEY (organization) REFERENCES organization (id)
);

-- Somebody's open session in the console. Deleted at sign-out and after it has expired.
CREATE TABLE account_session (
    id         BINARY(32)  NOT NULL, -- SHA-256 of the token in the cookie; the token itself is stored nowhere
    account    BINARY(16)  NOT NULL, -- who signed in
    expires_at DATETIME(3) NOT NULL, -- when it ends, UTC; moved on by the server while the session is in use
    PRIMARY KEY (id),
    CONSTRAINT account_session_account FOREIGN KEY (account) REFERENCES account (id)
);

-- A one-time code that lets its holder make an account or take up a role. Deleted when it is used or has expired.
CREATE TABLE account_code (
    id           BINARY(32)  NOT NULL, -- SHA-256 of the code; the code itself is shown once and stored nowhere
    role         VARCHAR(32),          -- role that it gives; null for the very first account
    organization BINARY(16),           -- where the role holds; null for the very first account
    note         VARCHAR(100),         -- for whom it was made, in the words of who made it; null when not said
    made_by      BINARY(16),           -- account that made it; null for the very first account
    expires_at   DATETIME(3) NOT NULL, -- until when it can be used, UTC
    PRIMARY KEY (id),
    CONSTRAINT account_code_organization FOREIGN KEY (organization) REFERENCES organization (id),
    CONSTRAINT account_code_made_by FOREIGN KEY (made_by) REFERENCES account (id)
);
