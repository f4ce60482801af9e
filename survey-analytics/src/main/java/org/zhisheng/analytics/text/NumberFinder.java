package org.zhisheng.analytics.text;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Telephone numbers, identity cards and other long numbers, spaced, full-width or in Chinese numerals. */
final class NumberFinder implements Finder {
    /** What people put between digits: up to two blanks, dashes, dots or commas. */
    private static final String GAP = "[\\s\\-.·,，、。_—]{0,2}";

    private static final Pattern MOBILE =
            Pattern.compile("(?<!\\d)(?:\\+?86" + GAP + ")?1" + GAP + "[3-9](?:" + GAP + "\\d){9}(?!\\d)");
    private static final Pattern LANDLINE =
            Pattern.compile("(?<!\\d)\\(?0\\d{2,3}\\)?" + GAP + "\\d(?:" + GAP + "\\d){6,7}(?!\\d)");
    private static final Pattern HALF_HIDDEN = Pattern.compile("(?<!\\d)1[3-9]\\d[*xX某]{2,6}\\d{2,4}(?!\\d)");
    private static final Pattern LAST_DIGITS = Pattern.compile("(?:尾号|后[四4]位)\\D{0,3}(\\d{3,4})(?!\\d)");
    private static final Pattern EXTENSION =
            Pattern.compile("(?:分机|内线|短号)\\D{0,3}(\\d{3,6})(?!\\d)|(?<=\\d)转(?=\\d)(\\d{3,6})(?!\\d)");
    private static final Pattern CALLED = Pattern.compile("(?:电话|座机|手机|热线)\\D{0,4}(\\d{5,8})(?!\\d)");
    private static final Pattern CARD =
            Pattern.compile("(?<![\\dA-Za-z])\\d(?:" + GAP + "\\d){16}" + GAP + "[\\dxX](?![\\dA-Za-z])");
    private static final Pattern OLD_CARD =
            Pattern.compile("(?<![\\dA-Za-z])\\d(?:" + GAP + "\\d){14}(?!" + GAP + "\\d)");
    private static final Pattern LONG = Pattern.compile("(?<![\\dA-Za-z.])\\d{7,}(?![\\dA-Za-z])");

    @Override
    public Stream<Mark> find(Comment comment) {
        return Stream.of(
                        marks(comment, MOBILE, 0, MarkKind.PHONE, "phone.mobile"),
                        marks(comment, LANDLINE, 0, MarkKind.PHONE, "phone.landline"),
                        marks(comment, HALF_HIDDEN, 0, MarkKind.PHONE, "phone.half-hidden"),
                        marks(comment, LAST_DIGITS, 1, MarkKind.PHONE, "phone.last-digits"),
                        marks(comment, EXTENSION, 1, MarkKind.PHONE, "phone.extension"),
                        marks(comment, EXTENSION, 2, MarkKind.PHONE, "phone.extension"),
                        marks(comment, CALLED, 1, MarkKind.PHONE, "phone.called"),
                        cards(comment, CARD, IdentityNumber::isSound, "identity.checksum"),
                        cards(
                                comment,
                                CARD,
                                n -> !IdentityNumber.isSound(n) && IdentityNumber.hasBirthday(n),
                                "identity.mistyped"),
                        cards(comment, OLD_CARD, IdentityNumber::isOld, "identity.old"),
                        Comment.find(LONG, 0, comment.plain()).map(s -> new Mark(s, MarkKind.NUMBER, "number.long")))
                .flatMap(found -> found);
    }

    private static Stream<Mark> marks(Comment comment, Pattern pattern, int group, MarkKind kind, String rule) {
        return Comment.find(pattern, group, comment.digits()).map(span -> new Mark(span, kind, rule));
    }

    private static Stream<Mark> cards(Comment comment, Pattern pattern, Predicate<String> check, String rule) {
        return Comment.find(pattern, 0, comment.digits())
                .filter(span -> check.test(span.of(comment.digits()).replaceAll("[^\\dxX]", "")))
                .map(span -> new Mark(span, MarkKind.IDENTITY, rule));
    }
}
