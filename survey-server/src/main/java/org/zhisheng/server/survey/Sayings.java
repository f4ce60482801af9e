package org.zhisheng.server.survey;

import jakarta.inject.Singleton;
import java.util.List;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Text;
import org.zhisheng.server.platform.Messages;

/** Puts notices, checks and faults into words. */
@Singleton
final class Sayings {
    private final Messages messages;

    Sayings(Messages messages) {
        this.messages = messages;
    }

    /** The words of a key; texts among the arguments are put in the same language. */
    String say(Language language, String key, List<?> arguments) {
        List<?> said = arguments.stream()
                .map(a -> a instanceof Text text ? text.in(language) : a)
                .toList();
        return messages.say(language, key, said);
    }

    String say(Language language, String key, Object... arguments) {
        return say(language, key, List.of(arguments));
    }

    List<String> notices(Language language, List<Notice> notices) {
        return notices.stream().map(n -> say(language, n.key(), n.arguments())).toList();
    }

    List<String> faults(Language language, List<Fault> faults) {
        return faults.stream().map(f -> say(language, f.key(), f.arguments())).toList();
    }
}
