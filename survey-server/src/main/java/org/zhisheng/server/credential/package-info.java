/**
 * The blind credential: RSA blind signatures of RFC 9474 as pure cryptography, without a survey, a database or a
 * framework. The issuer signs what it cannot read ({@link org.zhisheng.server.credential.BlindSigner}), the worker's side
 * makes and opens it ({@link org.zhisheng.server.credential.Blinder}; on the phone {@code assets/credential.js}), and
 * anybody verifies ({@link org.zhisheng.server.credential.Verifier}). Issuer and collector both stand on this package and
 * meet nowhere else.
 *
 * <p>Private-key operations go through a JCA cipher that blinds against timing, never through {@code BigInteger.modPow};
 * BigInteger is used only for what is public or the worker's own. Bouncy Castle was left out: the JCA has all that the
 * issuer and the verifier need, and only the PSS encoding of the worker's side, which the JCA hides, is written here.
 */
@NullMarked
package org.zhisheng.server.credential;

import org.jspecify.annotations.NullMarked;
