package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/** Takes members out of a remainder until its sums give nobody away. */
final class Remainder {
    private static final int LEAST_MEMBERS = 3;
    private static final double LARGEST_SHARE = 0.8;

    /** With more cells of the sum than this, not every union of them is looked at. */
    private static final int MOST_PLACES_FOR_ALL = 6;

    private static final int FEW_PLACES = 3;

    private final List<RollUpMember> members;
    private final int places;
    private final ReleaseRule rule;
    private final List<String> out = new ArrayList<>();
    private final List<BitSet> unions;
    private final List<int[]> combinations;

    Remainder(List<RollUpMember> members, int places, ReleaseRule rule) {
        this.members = members;
        this.places = places;
        this.rule = rule;
        this.unions = unions();
        this.combinations = combinations();
    }

    /** Takes members out, and names them. */
    List<String> settle(DoubleConsumer progress) {
        double left = 1;
        boolean changed = true;
        while (changed && !members.isEmpty()) {
            changed = takeOut(thin());
            if (!changed) {
                changed = takeOutExposed(1 - left, left / 2, progress);
            }
            left /= 2;
        }
        return List.copyOf(out);
    }

    private boolean takeOut(Collection<RollUpMember> faulty) {
        faulty.forEach(m -> out.add(m.name()));
        return members.removeAll(Set.copyOf(faulty));
    }

    /**
     * Members that must leave because the remainder, or what a part of its sums tells beyond what is known, is of too few
     * people or members, or nearly all of one member.
     */
    private Set<RollUpMember> thin() {
        Set<RollUpMember> thin = new LinkedHashSet<>(dominating(
                members, members.stream().map(RollUpMember::respondents).toList()));
        for (BitSet union : unions) {
            List<Integer> sizes =
                    members.stream().map(m -> m.frame().size(m.residue(union))).toList();
            List<RollUpMember> holding = IntStream.range(0, sizes.size())
                    .filter(i -> sizes.get(i) > 0)
                    .mapToObj(members::get)
                    .toList();
            if (thin.isEmpty() && !holding.isEmpty()) {
                thin.addAll(
                        dominating(holding, sizes.stream().filter(s -> s > 0).toList()));
            }
        }
        return thin.isEmpty() ? derivable() : thin;
    }

    /** The members of a group under the threshold that sums and releases together give, if there is one. */
    private Set<RollUpMember> derivable() {
        for (int[] multiples : combinations) {
            Set<RollUpMember> holding = new LinkedHashSet<>();
            int size = 0;
            for (int m = 0; m < members.size() && size < rule.minimumGroup(); m++) {
                int least = members.get(m).least(multiples);
                size += least;
                if (least > 0) {
                    holding.add(members.get(m));
                }
            }
            if (rule.small(size)) {
                return holding;
            }
        }
        return Set.of();
    }

    /** All of them where they are too few; the largest where it is too much; no one else. */
    private List<RollUpMember> dominating(List<RollUpMember> of, List<Integer> sizes) {
        int sum = sizes.stream().mapToInt(Integer::intValue).sum();
        long holding = sizes.stream().filter(s -> s > 0).count();
        if (holding < LEAST_MEMBERS || sum < rule.minimumGroup()) {
            return of;
        }
        int largest = IntStream.range(0, sizes.size())
                .boxed()
                .max(Comparator.comparing(sizes::get))
                .orElseThrow();
        return sizes.get(largest) >= LARGEST_SHARE * sum ? List.of(of.get(largest)) : List.of();
    }

    /** Unions of the sum's cells, the whole of it first. */
    private List<BitSet> unions() {
        BitSet all = new BitSet();
        all.set(0, places);
        List<BitSet> unions = new ArrayList<>(List.of(all));
        if (places <= MOST_PLACES_FOR_ALL) {
            IntStream.range(1, (1 << places) - 1)
                    .mapToObj(mask -> BitSet.valueOf(new long[] {mask}))
                    .forEach(unions::add);
            return unions;
        }
        for (int place = 0; place < places; place++) {
            BitSet one = new BitSet();
            one.set(place);
            BitSet others = (BitSet) all.clone();
            others.clear(place);
            unions.add(one);
            unions.add(others);
        }
        return unions;
    }

    /**
     * How many times each cell of the sum enters a combination that may leave a small group: from −2 to 2 times where there
     * are few cells, −1 to 1 where there are some, else the unions.
     */
    private List<int[]> combinations() {
        if (places > MOST_PLACES_FOR_ALL) {
            return unions.stream()
                    .map(u -> IntStream.range(0, places)
                            .map(p -> u.get(p) ? 1 : 0)
                            .toArray())
                    .toList();
        }
        int most = places <= FEW_PLACES ? 2 : 1;
        int values = 2 * most + 1;
        return IntStream.range(0, (int) Math.pow(values, places))
                .mapToObj(number -> IntStream.range(0, places)
                        .map(p -> number / (int) Math.pow(values, p) % values - most)
                        .toArray())
                .filter(c -> IntStream.of(c).anyMatch(v -> v != 0))
                .toList();
    }

    private boolean takeOutExposed(double done, double share, DoubleConsumer progress) {
        RollUpAudit audit = new RollUpAudit(members, places, unions, rule);
        List<RollUpMember> exposed = new ArrayList<>();
        for (int m = 0; m < members.size(); m++) {
            if (audit.exposes(members.get(m))) {
                exposed.add(members.get(m));
            }
            progress.accept(done + share * (m + 1) / members.size());
        }
        return takeOut(exposed);
    }
}
