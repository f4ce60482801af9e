package org.zhisheng.server.platform;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What this process does ({@code zhisheng.role}): {@code all}, or half of it where issuer and collector are apart.
 *
 * @param role {@code all}, {@code issuer} or {@code collector}
 * @param issuer where the collector reaches the issuer ({@code zhisheng.issuer}); null in other roles
 * @param token the secret that both know ({@code zhisheng.token}); null in the role {@code all}
 */
@ConfigurationProperties("zhisheng")
public record RoleConfig(
        @Bindable(defaultValue = ALL) String role,
        @Nullable URI issuer,
        @Nullable String token) {
    /** Value of {@code zhisheng.role} for a process that is issuer and collector both. */
    public static final String ALL = "all";

    /** Value of {@code zhisheng.role} for a process that knows who may answer, and no answers. */
    public static final String ISSUER = "issuer";

    /** Value of {@code zhisheng.role} for a process that knows the answers, and not who may answer. */
    public static final String COLLECTOR = "collector";

    /** Whether issuer and collector are processes of their own. */
    public boolean isApart() {
        return !role.equals(ALL);
    }

    /** The shared secret, if one was given. */
    public Optional<String> sharedToken() {
        return Optional.ofNullable(token).map(String::strip).filter(t -> !t.isEmpty());
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "RoleConfig[" + role + "]";
    }
}
