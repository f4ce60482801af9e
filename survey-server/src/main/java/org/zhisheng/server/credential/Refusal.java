package org.zhisheng.server.credential;

/** Which check an input failed. The words are constants: nothing of the input, the key or the state is in them. */
public enum Refusal {
    /** The input is not as long as the modulus; RFC 9474 calls it "unexpected input size". */
    WRONG_LENGTH("the value is not as long as the key's modulus"),
    /** The input read as a number is not below the modulus; RFC 8017 calls it "message representative out of range". */
    OUT_OF_RANGE("the value is not below the key's modulus"),
    /** The message cannot be blinded or is too short to be a prepared one; RFC 9474 calls it "invalid input". */
    INVALID_INPUT("the message is not a prepared one"),
    /** The signer's own check {@code s^e = m} failed; RFC 9474 calls it "signing failure". The input is not to blame. */
    SIGNING_FAILURE("the signing key gave no right signature; look at the key file"),
    /** The signature is not this key's over this message. */
    INVALID_SIGNATURE("the signature is not this key's over this message"),
    /** The key is not an RSA key of 2048, 3072 or 4096 bits with the exponent 65537 and its prime factors. */
    UNUSABLE_KEY("the key is not an RSA key of 2048, 3072 or 4096 bits with the exponent 65537");

    private final String words;

    Refusal(String words) {
        this.words = words;
    }

    /** What failed, in constant words. */
    public String words() {
        return words;
    }
}
