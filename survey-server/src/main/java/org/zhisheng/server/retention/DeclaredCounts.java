package org.zhisheng.server.retention;

import io.micronaut.serde.annotation.Serdeable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.questionnaire.AnswerSheet;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.ItemKind;
import org.zhisheng.server.survey.DeclaredTable;
import org.zhisheng.server.survey.Frame;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Stratum;

/**
 * The counts behind the declared tables of a survey, as they were answered: unweighted, invalid responses included. They hold
 * what the release was estimated from and nothing beyond the declared breakdowns.
 *
 * @param format version of this record's layout
 * @param responses responses in all
 * @param tables by what they are broken down (empty for the whole unit), then by group ({@code ""} for who said none), item
 *     and option: how many chose it
 */
@Serdeable
record DeclaredCounts(int format, int responses, Map<String, Map<String, Map<String, Map<String, Integer>>>> tables) {
    /** Takes one response after another. */
    static final class Counter {
        private final Manifest manifest;
        private final Map<String, Set<String>> declared = new TreeMap<>();
        private final Map<String, Map<String, Map<String, Map<String, Integer>>>> tables = new TreeMap<>();
        private int responses;

        Counter(Manifest manifest) {
            this.manifest = manifest;
            Set<String> open = manifest.items().stream()
                    .filter(item -> !item.restricted() && item.kind() != ItemKind.TEXT)
                    .map(Item::code)
                    .collect(Collectors.toSet());
            for (DeclaredTable table : manifest.tables()) {
                Set<String> items = declared.computeIfAbsent(table.by(), by -> new HashSet<>());
                table.items().stream().filter(open::contains).forEach(items::add);
            }
        }

        /** Counts a response in every table. */
        void add(@Nullable String stratum, AnswerSheet answers) {
            responses++;
            declared.forEach((by, items) -> {
                Map<String, Map<String, Integer>> group = tables.computeIfAbsent(by, b -> new TreeMap<>())
                        .computeIfAbsent(group(by, stratum, answers), g -> new TreeMap<>());
                items.forEach(item -> answers.of(item)
                        .forEach(option -> group.computeIfAbsent(item, i -> new TreeMap<>())
                                .merge(option, 1, Integer::sum)));
            });
        }

        private String group(String by, @Nullable String stratum, AnswerSheet answers) {
            if (by.isEmpty()) {
                return "";
            }
            Frame frame = manifest.frame();
            int dimension = frame.dimensions().indexOf(by);
            if (dimension < 0) {
                List<String> said = answers.of(by);
                return said.isEmpty() ? "" : said.getFirst();
            }
            return stratum == null
                    ? ""
                    : frame.stratum(stratum)
                            .map(Stratum::categories)
                            .map(c -> c.get(dimension))
                            .orElse("");
        }

        DeclaredCounts counts() {
            return new DeclaredCounts(1, responses, tables);
        }
    }
}
