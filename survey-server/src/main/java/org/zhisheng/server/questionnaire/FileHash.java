package org.zhisheng.server.questionnaire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The digest of a questionnaire's files; {@link Questionnaire#hash()} says over what. */
final class FileHash {
    private FileHash() {}

    static String of(QuestionnaireStore store, List<String> folders) {
        StringBuilder lines = new StringBuilder();
        for (String folder : folders) {
            for (String name : List.of("definition.json", "zh-CN.json", "en.json")) {
                String file = folder + "/" + name;
                lines.append(sha256(store.bytes(file)))
                        .append("  ")
                        .append(file)
                        .append('\n');
            }
        }
        return sha256(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
