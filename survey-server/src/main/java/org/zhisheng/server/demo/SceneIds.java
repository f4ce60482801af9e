package org.zhisheng.server.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.zhisheng.server.kernel.Id;

/** Ids derived from names, so that staging or answering a scene again finds what is there. Never for real data. */
final class SceneIds {
    private SceneIds() {}

    static Id organization(String key) {
        return of("organization/" + key);
    }

    static Id round(String organization, String name) {
        return of("round/" + organization + "/" + name);
    }

    /** The client-made id of a made-up cast: sent again, it is not counted again. */
    static Id cast(Id survey, String stratum, int number) {
        return of("cast/" + survey + "/" + stratum + "/" + number);
    }

    private static Id of(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return Id.of(Arrays.copyOf(hash, Id.BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
