package org.zhisheng.server.response;

import org.zhisheng.server.kernel.Id;

/** What a cast comes with so that it counts once. */
sealed interface Proof {
    /**
     * A random id, in poster mode: whoever makes two is counted twice.
     *
     * @param id made by the script, or carried by the form
     */
    record Random(Id id) implements Proof {}

    /**
     * A credential, in ticket and invitation mode: one a worker. The stratum follows from its key.
     *
     * @param key id of the key, 64 hexadecimal digits
     * @param message the signed message, hexadecimal: 32 bytes, then the survey's code
     * @param signature the issuer's signature, hexadecimal
     */
    record Credential(String key, String message, String signature) implements Proof {
        @Override
        public String toString() {
            return "Credential[redacted]";
        }
    }
}
