package org.zhisheng.server.crawl;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.web.router.Router;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.zhisheng.server.account.Role;
import org.zhisheng.server.account.TestAccounts;
import org.zhisheng.server.kernel.Id;

/** Which canaries were seen by whom where: {@code EVALUATOR GET /console/surveys/{survey}/result canary}. */
final class Sightings {
    private final Canaries canaries;
    private final Crawler crawler;
    private final TestAccounts accounts;
    private final Set<String> seen = new TreeSet<>();

    Sightings(EmbeddedServer server, Router router, TestAccounts accounts, Canaries canaries) {
        this.canaries = canaries;
        this.accounts = accounts;
        List<String> ids = List.of(
                canaries.closed.survey().toString(),
                canaries.open.survey().toString(),
                canaries.closed.round().toString(),
                canaries.closed.organization().toString(),
                canaries.open.organization().toString());
        List<String> codes = List.of(canaries.closed.code(), canaries.open.code());
        this.crawler = new Crawler(
                server.getURI(),
                router,
                Map.ofEntries(
                        Map.entry("survey", ids.subList(0, 2)),
                        Map.entry(
                                "id",
                                Stream.concat(ids.stream(), Stream.of("cb-qei")).toList()),
                        Map.entry("selector", List.of("liveness")),
                        Map.entry("version", List.of("1.0.0")),
                        Map.entry("code", codes),
                        Map.entry("stratum", List.of("01", "03")),
                        Map.entry("name", List.of("all", "03")),
                        Map.entry("item", List.of("PRE-F1", "PRE-F2", "PRE-W3"))));
    }

    /** Looks as everybody, and into the log. */
    void look() {
        String log = Crawler.logged(() -> {
            look("nobody", Map.of());
            for (Role role : Role.values()) {
                Id account = accounts.add(role, canaries.closed.organization());
                accounts.grant(account, role, canaries.open.organization());
                look(role.name(), session(account));
            }
        });
        Crawler.seen(log, canaries.signs).forEach(sign -> seen.add("log " + sign));
    }

    private void look(String who, Map<String, String> headers) {
        crawler.crawl(
                headers,
                answer -> Crawler.seen(answer.content(), canaries.signs)
                        .forEach(sign -> seen.add(who + " " + answer.route() + " " + sign)));
    }

    private Map<String, String> session(Id account) {
        String token = accounts.token(account);
        return Map.of("Cookie", "session=" + token + "; __Host-session=" + token);
    }

    Set<String> seen() {
        return seen;
    }

    /** How many requests were answered with a page or a file. */
    int answered() {
        return crawler.answered;
    }
}
