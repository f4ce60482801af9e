package org.zhisheng.server.survey;

/**
 * What proves that a manifest is the one that was launched.
 *
 * @param fingerprint SHA-256 of the manifest's bytes, 64 hexadecimal digits
 * @param signature Ed25519 signature of the same bytes, in Base64
 * @param signer the public key that verifies it (X.509 SubjectPublicKeyInfo), in Base64
 */
record Seal(String fingerprint, String signature, String signer) {}
