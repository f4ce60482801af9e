package org.zhisheng.server.platform;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhisheng.server.kernel.Problem;

/**
 * Answers what nobody foresaw. Only the classes of the exceptions and the place in our code are logged: messages may hold
 * row values (those of duplicate keys do) or what a respondent wrote.
 */
@Singleton
final class UnexpectedHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedHandler.class);
    private static final String OURS = "org.zhisheng.";

    private final ProblemResponses responses;

    UnexpectedHandler(ProblemResponses responses) {
        this.responses = responses;
    }

    @Override
    public HttpResponse<?> handle(HttpRequest request, Throwable e) {
        if (!(e instanceof IOException)) {
            // An IOException is the reader's connection that went away.
            LOG.error("unexpected {}", describe(e));
        }
        return responses.of(request, Problem.UNEXPECTED);
    }

    /** The exception's class, its place in our code, and the same of its causes; no message of any of them. */
    static String describe(Throwable e) {
        String here = e.getClass().getName() + " at " + place(e);
        Throwable cause = e.getCause();
        return cause == null || cause == e ? here : here + ", caused by " + describe(cause);
    }

    private static String place(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return Arrays.stream(trace)
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .or(() -> Arrays.stream(trace).findFirst())
                .map(StackTraceElement::toString)
                .orElse("an unknown place");
    }
}
