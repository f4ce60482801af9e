package org.zhisheng.server.credential;

/**
 * The variants of RFC 9474, section 5. Surveys use {@link #PSS_RANDOMIZED}; the others are here because the test vectors of
 * all four must be met, and an auditor may compare with software that offers them.
 */
public enum Variant {
    PSS_RANDOMIZED("RSABSSA-SHA384-PSS-Randomized", Pss.HASH_BYTES, Variant.PREFIX),
    PSSZERO_RANDOMIZED("RSABSSA-SHA384-PSSZERO-Randomized", 0, Variant.PREFIX),
    PSS_DETERMINISTIC("RSABSSA-SHA384-PSS-Deterministic", Pss.HASH_BYTES, 0),
    PSSZERO_DETERMINISTIC("RSABSSA-SHA384-PSSZERO-Deterministic", 0, 0);

    private static final int PREFIX = 32;

    private final String label;
    private final int saltLength;
    private final int prefixLength;

    Variant(String label, int saltLength, int prefixLength) {
        this.label = label;
        this.saltLength = saltLength;
        this.prefixLength = prefixLength;
    }

    /** The name that RFC 9474 gives it. */
    public String label() {
        return label;
    }

    /** Length of the PSS salt in bytes. */
    public int saltLength() {
        return saltLength;
    }

    /** Number of random bytes that a prepared message begins with. */
    public int prefixLength() {
        return prefixLength;
    }
}
