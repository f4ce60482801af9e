package org.zhisheng.server.account;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhisheng.server.kernel.Fault;

/**
 * Which passwords are taken: at least ten characters, at most 200, not one of the commonest and not the user name. No
 * rule asks for signs and capitals (NIST SP 800-63B advises against them).
 */
@Singleton
final class PasswordRules {
    static final int SHORTEST = 10;
    static final int LONGEST = 200;

    private static final String COMMON = "/zhisheng/words/common-passwords.txt";

    private final Set<String> common;

    PasswordRules() {
        try (InputStream words = PasswordRules.class.getResourceAsStream(COMMON)) {
            if (words == null) {
                throw new IllegalStateException("the list " + COMMON + " is missing from the templates module");
            }
            common = new String(words.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("the list " + COMMON + " cannot be read", e);
        }
    }

    /** What is wrong with a password that somebody chose. */
    Optional<Fault> fault(String field, String password, String userName) {
        String folded = password.toLowerCase(Locale.ROOT);
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            return Optional.of(Fault.of(field, "account.fault.password-length", SHORTEST, LONGEST));
        }
        if (folded.equals(userName.toLowerCase(Locale.ROOT))) {
            return Optional.of(Fault.of(field, "account.fault.password-name"));
        }
        return common.contains(folded) || folded.chars().distinct().count() < 3
                ? Optional.of(Fault.of(field, "account.fault.password-common"))
                : Optional.empty();
    }
}
