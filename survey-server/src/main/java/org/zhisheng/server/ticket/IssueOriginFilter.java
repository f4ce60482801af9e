package org.zhisheng.server.ticket;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/**
 * Lets the pages of collectors whose surveys are open read what is issued, and no other page: by the headers of CORS,
 * without cookies. Browsers ask beforehand with OPTIONS.
 */
@ServerFilter("/issue")
final class IssueOriginFilter {
    private static final String LASTS_SECONDS = "600";

    private final AdmittedStore admitted;

    IssueOriginFilter(AdmittedStore admitted) {
        this.admitted = admitted;
    }

    @ResponseFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void allow(HttpRequest<?> request, MutableHttpResponse<?> response) {
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        response.header(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        if (origin != null && admitted.existsByAddressAndState(origin, AdmittedState.OPEN)) {
            response.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                    .header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "POST")
                    .header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HttpHeaders.CONTENT_TYPE)
                    .header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, LASTS_SECONDS);
        }
    }
}
