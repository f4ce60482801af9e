package org.zhisheng.server.platform;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the person who installed the server decided; the launcher's options arrive here.
 *
 * @param url the public address that posters carry ({@code zhisheng.url}, {@code ZHISHENG_URL}), or null where none was
 *     given
 * @param demo whether this is a demonstration with sample data ({@code zhisheng.demo}, {@code ZHISHENG_DEMO})
 */
@ConfigurationProperties("zhisheng")
public record InstallationConfig(
        @Nullable URI url, @Bindable(defaultValue = "false") boolean demo) {

    /** The public address, if one was given. */
    public Optional<URI> publicAddress() {
        return Optional.ofNullable(url).filter(u -> u.getHost() != null);
    }

    /** Whether the public address is served over HTTPS. */
    public boolean https() {
        return publicAddress()
                .map(URI::getScheme)
                .filter("https"::equalsIgnoreCase)
                .isPresent();
    }
}
