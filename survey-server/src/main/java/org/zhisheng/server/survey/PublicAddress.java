package org.zhisheng.server.survey;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether an address may stand on a poster: every worker's phone must reach it, and nobody in between may read along. */
enum PublicAddress {
    /** A public name over HTTPS. */
    FIT,
    /** Over HTTP: whoever runs the network reads along. */
    UNENCRYPTED,
    /** Loopback, private or without a dot: phones outside this network do not reach it. */
    PRIVATE,
    /** No address was given, or it is none. */
    MISSING;

    private static final List<String> PRIVATE_ENDINGS =
            List.of("localhost", ".local", ".internal", ".lan", ".home", ".localdomain", ".test", ".intranet", ".corp");
    private static final Pattern IPV4 = Pattern.compile("\\d+(\\.\\d+){3}");
    private static final Pattern PRIVATE_IPV4 = Pattern.compile(
            "(0|10|127)\\..*|169\\.254\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|100\\.(6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])\\..*");
    private static final Pattern PRIVATE_IPV6 =
            Pattern.compile("\\[(::1?|f[cd].*|fe[89ab].*|::ffff:.*)]", Pattern.CASE_INSENSITIVE);

    /** Judges an address by its text alone; no name is looked up. */
    static PublicAddress of(@Nullable URI address) {
        if (address == null || address.getHost() == null || address.getScheme() == null) {
            return MISSING;
        }
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return MISSING;
        }
        if (isPrivate(address.getHost().toLowerCase(Locale.ROOT))) {
            return PRIVATE;
        }
        return scheme.equals("https") ? FIT : UNENCRYPTED;
    }

    private static boolean isPrivate(String host) {
        if (host.startsWith("[")) {
            return PRIVATE_IPV6.matcher(host).matches();
        }
        if (IPV4.matcher(host).matches()) {
            return PRIVATE_IPV4.matcher(host).matches();
        }
        return !host.contains(".") || PRIVATE_ENDINGS.stream().anyMatch(host::endsWith);
    }

    /** The address as manifests carry it: without a slash at its end. */
    static String text(URI address) {
        return address.toString().replaceAll("/+$", "");
    }
}
