package org.zhisheng.server;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.zhisheng.server.bulletin.Finding;
import org.zhisheng.server.bulletin.Verdict;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.Messages;

/**
 * The findings as {@code --json} prints them.
 *
 * @param verified whether no check failed
 * @param findings each check
 */
@Serdeable
record VerifyReport(boolean verified, List<Line> findings) {
    /** A check, its verdict ({@code passed}, {@code failed}, {@code not-checked}), and what was found in both languages. */
    @Serdeable
    record Line(String check, String verdict, String zh, String en) {}

    static VerifyReport of(List<Finding> findings, Messages messages) {
        return new VerifyReport(
                findings.stream().noneMatch(f -> f.verdict() == Verdict.FAILED),
                findings.stream()
                        .map(f -> new Line(
                                f.check(),
                                f.verdict().code(),
                                messages.say(Language.CHINESE, f.reason(), f.arguments()),
                                messages.say(Language.ENGLISH, f.reason(), f.arguments())))
                        .toList());
    }
}
