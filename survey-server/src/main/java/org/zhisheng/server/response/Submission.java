package org.zhisheng.server.response;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;

/**
 * A form as it was sent, by the script or by the browser itself.
 *
 * @param proof what the cast comes with: a credential or a random id; null where it is missing or none
 * @param stratum the stratum that the poster's address carried, or null
 * @param show the language to show the form in instead of counting it, or null
 * @param entries everything else by field, in the order sent, without blanks
 */
record Submission(
        @Nullable Proof proof,
        @Nullable String stratum,
        @Nullable Language show,
        Map<String, List<String>> entries) {
    /** Most bytes of a form; every answer of the longest questionnaire, its texts in full, fits many times. */
    static final int MAX_BYTES = 65_536;

    private static final int MAX_FIELDS = 500;

    /**
     * Reads {@code application/x-www-form-urlencoded}.
     *
     * @throws ProblemException {@code too-large} or {@code malformed-request}
     */
    static Submission read(String body) {
        if (body.length() > MAX_BYTES) {
            throw ProblemException.of(Problem.TOO_LARGE);
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        String[] pairs = body.split("&", MAX_FIELDS + 1);
        if (pairs.length > MAX_FIELDS) {
            throw ProblemException.of(Problem.TOO_LARGE);
        }
        for (String pair : pairs) {
            int sign = pair.indexOf('=');
            String value = sign < 0 ? "" : decoded(pair.substring(sign + 1)).strip();
            if (!value.isEmpty()) {
                fields.computeIfAbsent(decoded(pair.substring(0, sign)), f -> new ArrayList<>())
                        .add(value);
            }
        }
        Proof proof = proof(fields);
        String stratum = take(fields, "stratum").orElse(null);
        Language show = take(fields, "show").flatMap(Language::of).orElse(null);
        return new Submission(proof, stratum, show, fields);
    }

    private static @Nullable Proof proof(Map<String, List<String>> fields) {
        Optional<Id> id = take(fields, "id").flatMap(Id::parse);
        Optional<String> key = take(fields, "key");
        Optional<String> message = take(fields, "message");
        Optional<String> signature = take(fields, "signature");
        if (key.isPresent() && message.isPresent() && signature.isPresent()) {
            return new Proof.Credential(key.get(), message.get(), signature.get());
        }
        return id.map(Proof.Random::new).orElse(null);
    }

    private static Optional<String> take(Map<String, List<String>> fields, String name) {
        return Optional.ofNullable(fields.remove(name)).map(List::getFirst);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(Problem.MALFORMED_REQUEST);
        }
    }
}
