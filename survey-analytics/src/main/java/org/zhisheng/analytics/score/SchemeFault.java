package org.zhisheng.analytics.score;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/**
 * Something wrong with a scheme.
 *
 * @param where its place, such as {@code indicators.I04}
 * @param rule which rule is broken
 * @param arguments what the rule's sentence names, as they stand in the scheme
 */
public record SchemeFault(String where, Rule rule, List<String> arguments) {
    public SchemeFault {
        arguments = List.copyOf(arguments);
    }

    static SchemeFault of(String where, Rule rule, Object... arguments) {
        return new SchemeFault(
                where,
                rule,
                java.util.Arrays.stream(arguments).map(SchemeFault::plain).toList());
    }

    private static String plain(Object argument) {
        return argument instanceof Double number
                ? java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : argument.toString();
    }

    /** What is wrong and what to do, in one English sentence; other languages word the rule themselves. */
    public String detail() {
        return new MessageFormat(rule.sentence, Locale.ROOT).format(arguments.toArray());
    }

    /** The rules that a scheme must keep, each with the one sentence that it is broken by. */
    public enum Rule {
        DUPLICATE_ID("the id ''{0}'' is used before; ids must differ"),
        OWN_PARENT("a fork needs an id or a version of its own"),
        UNKNOWN_DIMENSION("there is no dimension ''{0}''"),
        EMPTY_DIMENSION("has no indicator, so that its weight is never used"),
        WEIGHT_NOT_POSITIVE("a weight of {0} is not above 0; leave it out instead"),
        /** Of the indicators of a dimension: its weight, their sum. */
        WEIGHTS_DO_NOT_ADD_UP("weighs {0}, but its indicators add up to {1}"),
        /** Of the dimensions: their sum. */
        WEIGHTS_NOT_100("the weights add up to {0} points, not to 100"),
        NO_LEVEL("applies at no level, so that its weight is never used"),
        NO_SOURCE("has no source"),
        UNKNOWN_SURVEY("there is no questionnaire ''{0}''"),
        UNKNOWN_ITEM("questionnaire {0} has no item ''{1}''"),
        /** A statistic, an item. */
        UNKNOWN_FIGURE("a release has no figure ''{0}'' of {1}"),
        /** A statistic, an item, an answer. */
        UNKNOWN_ANSWER("a release has no figure ''{0}'' of {1} for the answer ''{2}''"),
        UNKNOWN_PROMPT("no questionnaire has an item ''{0}''"),
        UNKNOWN_FACT("there is no fact ''{0}''"),
        EMPTY_LIST("a list of {0} first demands is empty"),
        MEASURE_UNUSED("no cap looks at it"),
        BAND_UNREACHABLE("begins at {0}, above 100"),
        BANDS_OUT_OF_ORDER("must begin below the band before it; the best comes first"),
        LAST_BAND_NOT_0("the last band must begin at 0, or low totals have none"),
        UNKNOWN_BAND("there is no band ''{0}''"),
        UNKNOWN_QUANTITY("there is no indicator or measure ''{0}''"),
        /** An indicator or measure, the limit. */
        CAP_UNREACHABLE("{0} is never below {1}"),
        CEILING_AT_BEST("a ceiling at the best band ''{0}'' never lowers anything");

        private final String sentence;

        Rule(String sentence) {
            this.sentence = sentence;
        }
    }

    @Override
    public String toString() {
        return where + ": " + detail();
    }
}
