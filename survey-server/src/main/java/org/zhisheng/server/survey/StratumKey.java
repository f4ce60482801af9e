package org.zhisheng.server.survey;

import io.micronaut.serde.annotation.Serdeable;

/**
 * The public key under which the credentials of one stratum are signed. Whoever answers tells the stratum by the key
 * alone, so there is never a key for a person.
 *
 * @param stratum code of the stratum in the frame
 * @param keyId SHA-256 of the SubjectPublicKeyInfo, 64 hexadecimal digits
 * @param publicKey the SubjectPublicKeyInfo in Base64
 */
@Serdeable
public record StratumKey(String stratum, String keyId, String publicKey) {}
