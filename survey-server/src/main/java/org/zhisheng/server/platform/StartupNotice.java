package org.zhisheng.server.platform;

import java.net.URI;
import java.util.List;

/**
 * Something that whoever started the server should read in the terminal, once it is up. A port: features implement it,
 * the launcher's part of the server prints what all of them say, and nothing of it is ever logged.
 */
public interface StartupNotice {
    /**
     * The lines to print, in Chinese and English; none when there is nothing to say. They are asked for once a start and
     * may contain a one-time secret.
     *
     * @param address where the console is reached, without a trailing slash
     */
    List<String> lines(URI address);

    /** Where its lines stand among those of others: smaller first. */
    default int position() {
        return 0;
    }
}
