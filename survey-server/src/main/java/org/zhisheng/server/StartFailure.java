package org.zhisheng.server;

import java.io.PrintStream;
import java.io.Serial;
import java.util.List;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.Messages;

/** Why the server does not start, as one sentence for whoever started it, with the exit status of the process. */
final class StartFailure extends Exception {
    /** The work failed: something around the server has to be changed. */
    static final int FAILED = 1;

    /** Wrong use: the options have to be changed. */
    static final int WRONG_USE = 2;

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String key;
    private final transient List<?> arguments;

    private StartFailure(int status, String key, List<?> arguments) {
        super(key, null, false, false);
        this.status = status;
        this.key = key;
        this.arguments = arguments;
    }

    static StartFailure failed(String key, Object... arguments) {
        return new StartFailure(FAILED, key, List.of(arguments));
    }

    static StartFailure wrongUse(String key, Object... arguments) {
        return new StartFailure(WRONG_USE, key, List.of(arguments));
    }

    int status() {
        return status;
    }

    String key() {
        return key;
    }

    /** Prints the sentence in every language. */
    void print(Messages messages, PrintStream output) {
        for (Language language : Language.values()) {
            output.println(messages.say(language, key, arguments));
        }
    }
}
