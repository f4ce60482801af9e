package org.zhisheng.analytics.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A made-up comment with what must be found in it; see the heads of the files. */
record LabelledComment(String text, List<Mark> labels) {
    private static final Pattern LABEL = Pattern.compile("\\{(\\w+)\\|([^}]+)}");

    static List<LabelledComment> all(String file) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(LabelledComment.class.getResourceAsStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(LabelledComment::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LabelledComment read(String line) {
        StringBuilder text = new StringBuilder();
        List<Mark> labels = new ArrayList<>();
        Matcher label = LABEL.matcher(line);
        int at = 0;
        while (label.find()) {
            text.append(line, at, label.start());
            Span span = new Span(text.length(), text.length() + label.group(2).length());
            labels.add(new Mark(span, MarkKind.valueOf(label.group(1)), "label"));
            text.append(label.group(2));
            at = label.end();
        }
        return new LabelledComment(text.append(line.substring(at)).toString(), labels);
    }
}
