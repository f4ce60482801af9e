package org.zhisheng.server.credential;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.Provider;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/**
 * Who computes. The JDK's own RSA signs a quarter as fast as OpenSSL: its Montgomery multiplication works on 64 bits at a
 * time, OpenSSL's on the widest vectors of the processor. Amazon Corretto's JCA provider (AWS-LC) is nearly as fast as
 * OpenSSL. Both blind against timing. Where the native library does not load (another system or processor, no temporary
 * folder that may hold programs), the JDK computes the same.
 */
enum Engine {
    JDK,
    NATIVE;

    private static final String RAW_RSA = "RSA/ECB/NoPadding";

    /** The native one where it works on this machine, else the JDK. */
    static Engine fastest() {
        return NATIVE.works() ? NATIVE : JDK;
    }

    boolean works() {
        return reason().isEmpty();
    }

    /** Why it does not work on this machine; empty where it does. */
    Optional<String> reason() {
        return this == JDK
                ? Optional.empty()
                : Optional.ofNullable(AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError())
                        .map(Throwable::toString);
    }

    /** The bare RSA operation with a key: {@code m^d mod n} by the Chinese remainder theorem, or {@code s^e mod n}. */
    Cipher cipher(Key key) throws GeneralSecurityException {
        Provider provider = provider();
        Cipher cipher = provider == null ? Cipher.getInstance(RAW_RSA) : Cipher.getInstance(RAW_RSA, provider);
        cipher.init(key instanceof RSAPublicKey ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE, key);
        return cipher;
    }

    /** Verifies RSASSA-PSS with SHA-384. */
    Signature verifier(RSAPublicKey key, int saltLength) throws GeneralSecurityException {
        String pss = "RSASSA-PSS";
        Provider provider = provider();
        Signature signature = provider == null ? Signature.getInstance(pss) : Signature.getInstance(pss, provider);
        signature.setParameter(new PSSParameterSpec(
                "SHA-384", "MGF1", MGF1ParameterSpec.SHA384, saltLength, PSSParameterSpec.TRAILER_FIELD_BC));
        signature.initVerify(key);
        return signature;
    }

    private @Nullable Provider provider() {
        return this == JDK ? null : AmazonCorrettoCryptoProvider.INSTANCE;
    }
}
