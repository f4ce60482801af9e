package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Takes members out of a remainder until its sums give nobody away. */
final class Remainder {
    private static final int LEAST_MEMBERS = 3;
    private static final double LARGEST_SHARE = 0.8;

    /** With more cells of the sum than this, not every union of them is looked at. */
    private static final int MOST_PLACES_FOR_ALL = 6;

    private final List<RollUpMember> members;
    private final int places;
    private final ReleaseRule rule;
    private final List<String> out = new ArrayList<>();
    private final List<BitSet> unions;

    Remainder(List<RollUpMember> members, int places, ReleaseRule rule) {
        this.members = members;
        this.places = places;
        this.rule = rule;
        this.unions = unions();
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
        return thin;
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

    private boolean takeOutExposed(double done, double share, DoubleConsumer progress) {
        boolean changed = false;
        List<ItemCounts> items = members.getFirst().frame().items();
        for (int item = 0; item < items.size() && !members.isEmpty(); item++) {
            List<BitSet> answers = items.get(item).told(Detail.EVERYTHING).answers();
            RollUpRange range = new RollUpRange(members, unions, item, rule);
            Set<RollUpMember> exposed = members.stream()
                    .filter(m -> range.exposes(m, answers))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            changed |= takeOut(exposed);
            progress.accept(done + share * (item + 1) / items.size());
        }
        return changed;
    }
}
