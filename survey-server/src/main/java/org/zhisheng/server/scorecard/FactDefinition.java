package org.zhisheng.server.scorecard;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhisheng.analytics.score.Fact;
import org.zhisheng.server.kernel.Text;

/** A fact that schemes may ask for, and how it is written down. */
record FactDefinition(String id, FactKind kind, Text name) {
    private static final List<String> REPLIES = List.of("yes", "no", "not-applicable");
    /** Above any headcount, wage sum in percent or number of clauses that is no slip of the pen. */
    private static final double LARGEST = 10_000_000;

    /** What was typed, in the form in which it is stored; empty where it is none of this kind. */
    Optional<String> normal(String typed) {
        return switch (kind) {
            case NUMBER -> number(typed);
            case ANSWER -> REPLIES.contains(typed) ? Optional.of(typed) : Optional.empty();
            case TOPICS -> topics(typed);
        };
    }

    private static Optional<String> number(String typed) {
        try {
            BigDecimal number = new BigDecimal(typed.strip());
            return Math.abs(number.doubleValue()) <= LARGEST && number.scale() <= 6
                    ? Optional.of(number.stripTrailingZeros().toPlainString())
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> topics(String typed) {
        List<String> codes = Arrays.stream(typed.strip().split("[\\s,]+"))
                .filter(c -> !c.isEmpty())
                .distinct()
                .sorted()
                .toList();
        return codes.stream().allMatch(c -> c.matches("T\\d\\d|none")) && !codes.isEmpty()
                ? Optional.of(String.join(" ", codes))
                : Optional.empty();
    }

    /** The fact of a stored value. */
    Fact fact(String stored) {
        return switch (kind) {
            case NUMBER -> new Fact.Number(Double.parseDouble(stored));
            case ANSWER ->
                new Fact.Answer(
                        Fact.Reply.valueOf(stored.toUpperCase(Locale.ROOT).replace('-', '_')));
            case TOPICS -> new Fact.Topics(topicCodes(stored));
        };
    }

    /** The codes of a stored set of topics; {@code none} says that the contract settles none of them. */
    static LinkedHashSet<String> topicCodes(String stored) {
        LinkedHashSet<String> codes = new LinkedHashSet<>(List.of(stored.split(" ")));
        codes.remove("none");
        codes.remove("");
        return codes;
    }
}
