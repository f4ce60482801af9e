package org.zhisheng.server.kernel;

import java.util.Locale;

/**
 * The catalogue of everything that can go wrong and that a caller can do something about. Each entry is one problem type
 * of RFC 9457; its words are found in the messages under {@code problem.<code>} (what happened) and
 * {@code problem.<code>.do} (what to do), where {@code {0}}, {@code {1}} … are filled in.
 */
public enum Problem {
    NOT_FOUND(404),
    NOT_SIGNED_IN(401),
    NOT_PERMITTED(403),
    FOREIGN_ORIGIN(403),
    INVALID_INPUT(422),
    MALFORMED_REQUEST(400),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    TOO_MANY_REQUESTS(429),
    CONFLICT(409),
    WRONG_STATE(409),
    LAST_ADMINISTRATOR(409),
    SIGN_IN_FAILED(422),
    CODE_NOT_VALID(422),
    SURVEY_NOT_OPEN(409),
    SURVEY_CLOSED(410),
    CREDENTIAL_REFUSED(403),
    CAST_LENGTH(422),
    TICKET_UNKNOWN(403),
    TICKET_STRATUM(422),
    TICKET_USED(409),
    TICKET_USED_ON_PAPER(409),
    ISSUER_UNREACHABLE(502),
    LAUNCH_STOPPED(422),
    COMMENTS_UNREAD(409),
    SCORECARD_SIGNED(409),
    SCORECARD_UNVERIFIED(409),
    OWN_ENTRY(403),
    SCHEME_FROZEN(409),
    DATA_FOLDER(500),
    UNEXPECTED(500);

    private final int status;

    Problem(int status) {
        this.status = status;
    }

    /** The HTTP status under which the problem is reported. */
    public int status() {
        return status;
    }

    /** The name used in problem types, message keys and addresses: {@code survey-not-open}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
