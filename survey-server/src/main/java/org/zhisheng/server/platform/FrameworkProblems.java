package org.zhisheng.server.platform;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.UriRouteMatch;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import org.zhisheng.server.kernel.Problem;

/** Answers errors that the framework reports by a status (no such route, wrong method, too long …) from our catalogue. */
@Singleton
final class FrameworkProblems implements ErrorResponseProcessor<Object> {
    private final ProblemResponses responses;

    FrameworkProblems(ProblemResponses responses) {
        this.responses = responses;
    }

    @Override
    @SuppressWarnings("unchecked") // the body's type says nothing: it is the text of a page or a document
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        HttpRequest<?> request = context.getRequest();
        Problem problem = isAboutPath(context) ? Problem.NOT_FOUND : problem(response.code());
        return (MutableHttpResponse<Object>) responses.of(request, problem);
    }

    /** An address whose id is none leads nowhere, which is all that its reader needs to know. */
    private static boolean isAboutPath(ErrorContext context) {
        return switch (context.getRootCause().orElse(null)) {
            case UnsatisfiedRouteException unsatisfied ->
                isPathVariable(context.getRequest(), unsatisfied.getArgument().getName());
            case ConversionErrorException conversion ->
                isPathVariable(context.getRequest(), conversion.getArgument().getName());
            case null, default -> false;
        };
    }

    private static boolean isPathVariable(HttpRequest<?> request, String name) {
        return request.getAttribute(HttpAttributes.ROUTE_MATCH, UriRouteMatch.class)
                .filter(route -> route.getVariableValues().containsKey(name))
                .isPresent();
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 401 -> Problem.NOT_SIGNED_IN;
            case 403 -> Problem.NOT_PERMITTED;
            case 404 -> Problem.NOT_FOUND;
            case 405 -> Problem.METHOD_NOT_ALLOWED;
            case 406 -> Problem.NOT_ACCEPTABLE;
            case 413 -> Problem.TOO_LARGE;
            case 415 -> Problem.UNSUPPORTED_MEDIA_TYPE;
            case 429 -> Problem.TOO_MANY_REQUESTS;
            default -> status < 500 ? Problem.MALFORMED_REQUEST : Problem.UNEXPECTED;
        };
    }
}
