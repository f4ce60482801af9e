package org.zhisheng.server.account;

import io.micronaut.http.HttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Named;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.RequestAttributes;

/**
 * Lets nobody without a session reach a route outside {@link PublicRoutes}, and leaves on the request who is signed in.
 * On public routes no session is looked at, so that nothing about an account comes near a worker's request.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class SessionFilter {
    private final Sessions sessions;
    private final SessionCookieConfig cookie;
    private final ExecutorService blocking;

    SessionFilter(
            Sessions sessions, SessionCookieConfig cookie, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.blocking = blocking;
    }

    /** Public routes stay on the event loop; only the others pay for a thread that may wait for the database. */
    @RequestFilter
    CompletionStage<HttpRequest<?>> admit(HttpRequest<?> request) {
        return needsSession(request)
                ? CompletableFuture.supplyAsync(() -> admitted(request), blocking)
                : CompletableFuture.completedFuture(request);
    }

    private HttpRequest<?> admitted(HttpRequest<?> request) {
        Actor actor = cookie.read(request)
                .flatMap(sessions::find)
                .orElseThrow(() -> ProblemException.of(Problem.NOT_SIGNED_IN));
        return request.setAttribute(RequestAttributes.ACTOR, actor);
    }

    /** What matches no route is a static file or not found: neither is anybody's secret. */
    private static boolean needsSession(HttpRequest<?> request) {
        return request.getAttribute(HttpAttributes.ROUTE_MATCH, UriRouteMatch.class)
                .filter(route -> !PublicRoutes.contains(
                        route.getRouteInfo().getUriMatchTemplate().toString()))
                .isPresent();
    }
}
