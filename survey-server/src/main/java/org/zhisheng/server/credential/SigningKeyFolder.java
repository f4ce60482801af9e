package org.zhisheng.server.credential;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.zhisheng.server.kernel.SecretFolder;

/** Signing keys as PKCS #8 files named by their key id, in a folder that lies outside the database and its backups. */
public final class SigningKeyFolder {
    private final SecretFolder folder;

    public SigningKeyFolder(Path folder) {
        this(new SecretFolder(folder));
    }

    public SigningKeyFolder(SecretFolder folder) {
        this.folder = folder;
    }

    /**
     * Keeps a key. It is on the disk when this returns, complete or not at all.
     *
     * @throws IOException where the folder cannot be made or written to
     */
    public void store(SigningKey key) throws IOException {
        byte[] encoded = key.pkcs8();
        try {
            folder.keep(file(key.verificationKey().id()), encoded);
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    /**
     * Reads a key.
     *
     * @return empty where there is none of this id: never made here, or destroyed
     * @throws RefusedException with {@link Refusal#UNUSABLE_KEY} where the file holds no such key or another one
     */
    public Optional<SigningKey> find(KeyId id) throws IOException {
        Optional<byte[]> encoded = folder.find(file(id));
        if (encoded.isEmpty()) {
            return Optional.empty();
        }
        SigningKey key = SigningKey.ofPkcs8(encoded.get());
        Arrays.fill(encoded.get(), (byte) 0);
        if (!key.verificationKey().id().equals(id)) {
            throw new RefusedException(Refusal.UNUSABLE_KEY);
        }
        return Optional.of(key);
    }

    /**
     * Destroys a key as {@link SecretFolder#destroy} does. Signers that hold it in memory are the caller's to drop.
     *
     * @return whether there was such a key
     */
    public boolean destroy(KeyId id) throws IOException {
        return folder.destroy(file(id));
    }

    private static String file(KeyId id) {
        return id.hex() + ".pkcs8";
    }
}
