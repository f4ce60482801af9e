package org.zhisheng.server.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Merges the strata of a frame until each may have a signing key of its own. Whoever answers shows the stratum by the key,
 * so that a key for few people would point at them.
 *
 * <p>The frame is read as a tree: its first dimension (workshops) above the next (employment types). Workshops are merged
 * only where a whole one is too small; within a workshop types are merged until each is large enough. So a later dimension
 * gives way before an earlier one, and strata stay a partition. The smallest joins the next smallest; of equal ones, the
 * one that was typed first.
 */
final class KeyStrata {
    /** Fewest workers behind one key; a frame that has fewer in all gets one key. */
    static final int MINIMUM = 30;

    private static final String JOINT = "、";

    private KeyStrata() {}

    /** The frame with strata of {@link #MINIMUM} workers or more, numbered anew; one stratum where there are fewer in all. */
    static Frame of(Frame frame) {
        List<Stratum> merged = merged(frame.strata(), 0, frame.dimensions().size());
        if (merged.size() == frame.strata().size()) {
            return frame;
        }
        String code = merged.size() > 99 ? "%03d" : "%02d";
        return new Frame(
                frame.dimensions(),
                IntStream.range(0, merged.size())
                        .mapToObj(i -> new Stratum(
                                String.format(Locale.ROOT, code, i + 1),
                                merged.get(i).categories(),
                                merged.get(i).headcount()))
                        .toList());
    }

    /** Whether a dimension still parts the workers: a category that was merged in some places only overlaps others. */
    static boolean parts(Frame frame, int dimension) {
        List<String> categories = frame.strata().stream()
                .map(s -> s.categories().get(dimension))
                .distinct()
                .toList();
        Set<String> seen = new TreeSet<>();
        return categories.size() > 1
                && categories.stream()
                        .flatMap(c -> List.of(c.split(JOINT, -1)).stream())
                        .allMatch(seen::add);
    }

    private static List<Stratum> merged(List<Stratum> strata, int dimension, int dimensions) {
        if (dimension == dimensions) {
            return List.of(joined(strata));
        }
        return groups(strata, dimension).stream()
                .flatMap(group -> merged(renamed(group, dimension), dimension + 1, dimensions).stream())
                .toList();
    }

    /** The strata by their category, small groups joined; in the order in which they were typed. */
    private static List<List<Stratum>> groups(List<Stratum> strata, int dimension) {
        Map<String, List<Stratum>> byCategory = strata.stream()
                .collect(Collectors.groupingBy(
                        s -> s.categories().get(dimension),
                        LinkedHashMap::new,
                        Collectors.toCollection(ArrayList::new)));
        List<List<Stratum>> groups = new ArrayList<>(byCategory.values());
        Comparator<List<Stratum>> bySize = Comparator.comparingInt(KeyStrata::headcount);
        while (groups.size() > 1 && headcount(groups.stream().min(bySize).orElseThrow()) < MINIMUM) {
            List<List<Stratum>> smallest =
                    groups.stream().sorted(bySize).limit(2).toList();
            int first = groups.indexOf(smallest.get(0));
            int second = groups.indexOf(smallest.get(1));
            groups.get(Math.min(first, second)).addAll(groups.get(Math.max(first, second)));
            groups.remove(Math.max(first, second));
        }
        return groups;
    }

    /** A group's strata with their joined category in place of their own. */
    private static List<Stratum> renamed(List<Stratum> group, int dimension) {
        String name = name(group, dimension);
        return group.stream()
                .map(s -> {
                    List<String> categories = new ArrayList<>(s.categories());
                    categories.set(dimension, name);
                    return new Stratum(s.code(), categories, s.headcount());
                })
                .toList();
    }

    private static Stratum joined(List<Stratum> strata) {
        Stratum first = strata.getFirst();
        List<String> categories = IntStream.range(0, first.categories().size())
                .mapToObj(d -> name(strata, d))
                .toList();
        return new Stratum(first.code(), categories, headcount(strata));
    }

    private static String name(List<Stratum> strata, int dimension) {
        return strata.stream()
                .map(s -> s.categories().get(dimension))
                .distinct()
                .collect(Collectors.joining(JOINT));
    }

    private static int headcount(List<Stratum> strata) {
        return strata.stream().mapToInt(Stratum::headcount).sum();
    }
}
