package org.zhisheng.server.bulletin;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.Messages;

/** Findings as lines for a terminal, each in both languages, Chinese first. */
public final class FindingLines {
    private final Messages messages;

    public FindingLines(Messages messages) {
        this.messages = messages;
    }

    /** Two lines a finding, then a line that says how it came out in all. */
    public List<String> of(List<Finding> findings) {
        return Stream.concat(findings.stream().flatMap(this::lines), Stream.of(sum(findings)))
                .toList();
    }

    private Stream<String> lines(Finding finding) {
        String sign = switch (finding.verdict()) {
            case PASSED -> "✓ ";
            case FAILED -> "✗ ";
            case NOT_CHECKED -> "– ";
        };
        String verdict = both("bulletin.verdict." + finding.verdict().code(), List.of());
        String title = both(finding.title(), List.of());
        return Stream.of(
                sign + verdict + " · " + title + " [" + finding.check() + "]",
                "  " + both(finding.reason(), finding.arguments()));
    }

    private String sum(List<Finding> findings) {
        long passed = count(findings, Verdict.PASSED);
        long open = count(findings, Verdict.NOT_CHECKED);
        long failed = count(findings, Verdict.FAILED);
        return failed == 0
                ? both("bulletin.verify.passed", List.of(passed, open))
                : both("bulletin.verify.failed", List.of(failed, passed, open));
    }

    private static long count(List<Finding> findings, Verdict verdict) {
        return findings.stream().filter(f -> f.verdict() == verdict).count();
    }

    private String both(String key, List<?> arguments) {
        return Arrays.stream(Language.values())
                .map(language -> messages.say(language, key, arguments))
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
