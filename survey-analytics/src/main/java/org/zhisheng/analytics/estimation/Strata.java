package org.zhisheng.analytics.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhisheng.analytics.data.Factor;

/**
 * Strata with respondents and headcounts, after merging.
 *
 * @param stratum the stratum of each cell
 * @param headcounts members of the population in each stratum
 * @param merges what was merged, in order
 */
public record Strata(Factor stratum, List<Double> headcounts, List<Merge> merges) {
    public Strata {
        headcounts = List.copyOf(headcounts);
        merges = List.copyOf(merges);
    }

    /** Strata that became one: their names and the new name. */
    public record Merge(List<String> strata, String into) {
        public Merge {
            strata = List.copyOf(strata);
        }
    }

    private record Group(List<String> members, String name, double respondents, double headcount) {
        Group join(Group other, String joined) {
            List<String> all = new ArrayList<>(members);
            all.addAll(other.members);
            return new Group(all, joined, respondents + other.respondents, headcount + other.headcount);
        }
    }

    /**
     * Applies a merge rule to the strata of a sample.
     *
     * @param stratum the stratum of each cell
     * @param frequency respondents in each cell
     * @param headcount members of the population by stratum; strata without respondents count too
     * @throws IllegalArgumentException naming a stratum without headcount, with more respondents than members, or
     *     without respondents after merging
     */
    public static Strata of(
            Factor stratum, double[] frequency, Map<String, ? extends Number> headcount, MergeRule rule) {
        Map<String, Double> respondents = respondents(stratum.requireComplete(), frequency, headcount);
        List<Group> groups = new ArrayList<>();
        respondents.forEach(
                (name, n) -> groups.add(new Group(List.of(name), name, n, requireHeadcount(headcount, name, n))));
        List<Group> merged = switch (rule) {
            case MergeRule.None none -> groups;
            case MergeRule.Neighbours neighbours -> mergeNeighbours(groups, neighbours);
            case MergeRule.Groups declared -> mergeGroups(groups, declared);
        };
        return assemble(stratum, merged);
    }

    private static Map<String, Double> respondents(
            Factor stratum, double[] frequency, Map<String, ? extends Number> headcount) {
        double[] n = new double[stratum.labels().size()];
        for (int cell = 0; cell < frequency.length; cell++) {
            n[stratum.code(cell)] += frequency[cell];
        }
        Map<String, Double> respondents = new LinkedHashMap<>();
        for (int h = 0; h < n.length; h++) {
            if (n[h] > 0 || headcount.containsKey(stratum.labels().get(h))) {
                respondents.put(stratum.labels().get(h), n[h]);
            }
        }
        headcount.keySet().stream().sorted().forEach(name -> respondents.putIfAbsent(name, 0.0));
        return respondents;
    }

    private static double requireHeadcount(Map<String, ? extends Number> headcount, String name, double respondents) {
        Number count = headcount.get(name);
        if (count == null) {
            throw new IllegalArgumentException("stratum " + name + " has respondents but no headcount");
        }
        if (respondents > count.doubleValue()) {
            throw new IllegalArgumentException("stratum " + name + " has " + (long) respondents
                    + " respondents but a headcount of " + count + ": no rate can be given until one is corrected");
        }
        return count.doubleValue();
    }

    private static List<Group> mergeNeighbours(List<Group> groups, MergeRule.Neighbours rule) {
        for (Group group : groups) {
            if (!rule.order().contains(group.name())) {
                throw new IllegalArgumentException("the merging order does not list stratum " + group.name());
            }
        }
        List<Group> row = new ArrayList<>(groups);
        row.sort((a, b) ->
                Integer.compare(rule.order().indexOf(a.name()), rule.order().indexOf(b.name())));
        for (int i = 0; i < row.size() && row.size() > 1; ) {
            if (row.get(i).respondents() >= rule.minimum()) {
                i++;
                continue;
            }
            int first = i + 1 < row.size() ? i : i - 1;
            Group joined = row.get(first)
                    .join(
                            row.get(first + 1),
                            row.get(first).name() + "+" + row.get(first + 1).name());
            row.set(first, joined);
            row.remove(first + 1);
            i = first;
        }
        return row;
    }

    private static List<Group> mergeGroups(List<Group> groups, MergeRule.Groups rule) {
        Map<String, List<Group>> byGroup = new LinkedHashMap<>();
        for (Group group : groups) {
            String name = rule.groupOf().getOrDefault(group.name(), group.name());
            byGroup.computeIfAbsent(name, key -> new ArrayList<>()).add(group);
        }
        List<Group> merged = new ArrayList<>();
        byGroup.forEach((name, members) -> {
            boolean small = members.stream().anyMatch(member -> member.respondents() < rule.minimum());
            if (small && members.size() > 1) {
                merged.add(members.stream().reduce((a, b) -> a.join(b, name)).orElseThrow());
            } else {
                merged.addAll(members);
            }
        });
        return merged;
    }

    private static Strata assemble(Factor stratum, List<Group> groups) {
        int[] position = new int[stratum.labels().size()];
        List<Merge> merges = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            Group group = groups.get(g);
            if (group.respondents() == 0 && group.headcount() > 0) {
                throw new IllegalArgumentException("stratum " + group.name() + " has a headcount of "
                        + (long) group.headcount() + " but no respondent; declare a rule that merges it");
            }
            for (String member : group.members()) {
                int old = stratum.labels().indexOf(member);
                if (old >= 0) {
                    position[old] = g;
                }
            }
            if (group.members().size() > 1) {
                merges.add(new Merge(group.members(), group.name()));
            }
        }
        int[] codes = new int[stratum.size()];
        Arrays.setAll(codes, cell -> position[stratum.code(cell)]);
        List<String> names = groups.stream().map(Group::name).toList();
        List<Double> headcounts = groups.stream().map(Group::headcount).toList();
        return new Strata(Factor.of(stratum.name(), names, codes), headcounts, merges);
    }
}
