package org.zhisheng.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.bulletin.Asked;

/**
 * What {@code ./zhisheng verify} was told.
 *
 * @param thing address, file or folder; null in an audit
 * @param asked what was brought along from paper
 * @param save folder in which downloaded evidence is kept, or null
 * @param audit code of the survey to be audited on its collector, or null
 * @param data data folder of the collector
 * @param json whether the findings are printed as JSON
 */
record VerifyOptions(
        @Nullable String thing,
        Asked asked,
        @Nullable Path save,
        @Nullable String audit,
        Path data,
        boolean json) {
    /** The arguments cannot be understood; the message names the one that cannot. */
    static final class WrongUseException extends Exception {
        private static final long serialVersionUID = 1L;

        WrongUseException(String argument) {
            super(argument);
        }
    }

    static VerifyOptions read(List<String> arguments) throws WrongUseException {
        String thing = null;
        String words = null;
        String fingerprint = null;
        String save = null;
        String audit = null;
        String data = "data";
        boolean json = false;
        List<String> receipts = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "--json" -> json = true;
                case "--words" -> words = value(arguments, ++i);
                case "--fingerprint" -> fingerprint = value(arguments, ++i);
                case "--receipt" -> receipts.add(value(arguments, ++i));
                case "--save" -> save = value(arguments, ++i);
                case "--audit" -> audit = value(arguments, ++i);
                case "--data" -> data = value(arguments, ++i);
                default -> {
                    if (argument.startsWith("-") || thing != null) {
                        throw new WrongUseException(argument);
                    }
                    thing = argument;
                }
            }
        }
        if ((thing == null) == (audit == null)) {
            throw new WrongUseException(thing == null ? "THING" : "--audit");
        }
        return new VerifyOptions(
                thing,
                new Asked(words, fingerprint, receipts),
                save == null ? null : Path.of(save),
                audit,
                Path.of(data).toAbsolutePath().normalize(),
                json);
    }

    private static String value(List<String> arguments, int at) throws WrongUseException {
        if (at >= arguments.size() || arguments.get(at).isBlank()) {
            throw new WrongUseException(arguments.get(at - 1));
        }
        return arguments.get(at);
    }
}
