package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lets pass what the threshold rule allows. One pattern of hidden groups holds for all figures of a dimension, chosen on
 * the groups' bases, so that no item can undo what another hides.
 */
public final class ReleaseGate {
    private final ReleaseRule rule;

    public ReleaseGate(ReleaseRule rule) {
        this.rule = rule;
    }

    /**
     * Releases a survey.
     *
     * @param whole the table of the whole unit, with exactly one group
     * @param parts tables by one dimension each
     * @return the release; under the threshold in all, it holds the response counts alone
     */
    public Release release(Candidate whole, List<Candidate> parts) {
        if (whole.groups().size() != 1) {
            throw new IllegalArgumentException("the table of the whole unit has one group, not "
                    + whole.groups().size());
        }
        boolean enough = whole.groups().getFirst().respondents() >= rule.minimumGroup();
        List<ReleasedTable> tables = new ArrayList<>();
        tables.add(protect(
                whole, new Shown[] {enough ? Shown.YES : tooFew(whole.groups().getFirst())}));
        for (Candidate part : parts) {
            tables.add(protect(part, enough ? pattern(part) : hideAll(part)));
        }
        return ReleaseText.seal(tables);
    }

    /** Which groups of a table by one dimension are shown. */
    private Shown[] pattern(Candidate table) {
        int[] sizes =
                table.groups().stream().mapToInt(Candidate.Group::respondents).toArray();
        int total = Arrays.stream(sizes).sum();
        Shown[] shown = new Shown[sizes.length];
        for (int g = 0; g < sizes.length; g++) {
            if (sizes[g] < rule.minimumGroup()) {
                shown[g] = tooFew(table.groups().get(g));
            } else {
                shown[g] = total - sizes[g] < rule.minimumGroup() && sizes.length > 1 && total > sizes[g]
                        ? Shown.PROTECTS_OTHERS
                        : Shown.YES;
            }
        }
        complete(sizes, shown);
        return shown;
    }

    /**
     * Hides further groups, smallest first, until what is hidden together is at least the threshold and lies in two
     * groups or more; else the total minus the shown groups would give the hidden one away.
     */
    private void complete(int[] sizes, Shown[] shown) {
        int[] bySize = IntStream.range(0, sizes.length)
                .boxed()
                .sorted(Comparator.comparingInt(g -> sizes[g]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int g : bySize) {
            int hidden = 0;
            int cells = 0;
            for (int i = 0; i < sizes.length; i++) {
                if (shown[i] != Shown.YES && sizes[i] > 0) {
                    hidden += sizes[i];
                    cells++;
                }
            }
            if (cells == 0 || (hidden >= rule.minimumGroup() && cells > 1)) {
                return;
            }
            if (shown[g] == Shown.YES) {
                shown[g] = Shown.PROTECTS_OTHERS;
            }
        }
    }

    private static Shown[] hideAll(Candidate table) {
        return table.groups().stream().map(ReleaseGate::tooFew).toArray(Shown[]::new);
    }

    private static Shown tooFew(Candidate.Group group) {
        return group.respondents() == 0 ? Shown.EMPTY : Shown.TOO_FEW;
    }

    private ReleasedTable protect(Candidate table, Shown[] shown) {
        List<ReleasedTable.Group> groups = new ArrayList<>();
        for (int g = 0; g < shown.length; g++) {
            Candidate.Group group = table.groups().get(g);
            boolean yes = shown[g] == Shown.YES;
            groups.add(new ReleasedTable.Group(
                    group.name(),
                    group.headcount(),
                    yes || group.countIsPublic() ? group.respondents() : -1,
                    shown[g],
                    yes ? group.figures().stream().filter(this::baseIsEnough).toList() : List.of()));
        }
        return new ReleasedTable(table.dimension(), groups);
    }

    private boolean baseIsEnough(Figure figure) {
        return figure.estimate().sampleSize() >= rule.minimumGroup();
    }
}
