package org.zhisheng.server.account;

import java.util.List;
import java.util.Set;

/**
 * The routes that need no sign-in. This is the whole list: any other route, whatever its feature, demands a session. It is
 * compared with a route's template, not with the address that was sent, so that no spelling of an address gets around it.
 */
final class PublicRoutes {
    /** The landing page, problem types, and what leads to a session. */
    private static final Set<String> EXACT = Set.of(
            "/",
            "/problems/{code}",
            "/sign-in",
            "/sign-in/code",
            "/sign-in/account",
            "/issue",
            "/issue/form",
            "/health",
            "/prometheus",
            "/openapi");

    /** Workers' pages: {@code /s/{code}} and everything beneath, cards; what a survey asks, and casting; collectors, by a secret. */
    private static final List<String> WORKERS = List.of("/s/", "/c/", "/api/surveys/{code}", "/cast", "/issuer/");

    private PublicRoutes() {}

    /** Whether the route of this template is open to everybody. */
    static boolean contains(String template) {
        return EXACT.contains(template) || WORKERS.stream().anyMatch(template::startsWith);
    }
}
