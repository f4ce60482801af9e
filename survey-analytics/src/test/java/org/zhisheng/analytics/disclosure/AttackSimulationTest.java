package org.zhisheng.analytics.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random enterprises of 20 to 2,000 workers, up to 8 workshops by 3 types by 2 sexes, are released and attacked: two waves
 * each, and a correction beside what is out. The attacker is an implementation of its own; that he sees is known from what
 * he finds where groups are only held back under five. {@code -Dzhisheng.long=true} attacks 1,000 enterprises and more of
 * their answers.
 */
@Tag("simulation")
final class AttackSimulationTest {
    private static final boolean LONG = Boolean.getBoolean("zhisheng.long");
    private static final int ENTERPRISES = LONG ? 1_000 : 60;
    private static final int TIGHTEST = LONG ? 12 : 5;
    private static final ReleaseRule RULE = new ReleaseRule(10);

    @Test
    void nobodyIsExposedAndThePlainThresholdExposesMany() {
        SplittableRandom random = new SplittableRandom(20_261_122);
        List<String> found = new ArrayList<>();
        Attack.Bounds bounds = Attack.Bounds.NONE;
        int plain = 0;
        int shown = 0;
        for (int e = 0; e < ENTERPRISES; e++) {
            RandomEnterprise enterprise = RandomEnterprise.draw(random, 4, 6);
            for (RandomEnterprise wave : List.of(enterprise, enterprise.again(random))) {
                Release release = release(Protector.protect(wave.counts(), List.of(), RULE));
                Publication publication = Publication.of(wave.counts(), release);
                Attack attack = new Attack(publication, wave.counts(), TIGHTEST);
                String name = e + (wave == enterprise ? " wave 1: " : " wave 2: ");
                attack.findings().forEach(f -> found.add(name + f));
                new BoundAttack(release, wave.counts()).findings().forEach(f -> found.add(name + f));
                bounds = bounds.and(attack.bounds());
                shown += publication.groups.size();
            }
            UnitCounts counts = enterprise.counts();
            plain += new Attack(Publication.plain(counts, 5), counts, TIGHTEST)
                            .findings()
                            .isEmpty()
                    ? 0
                    : 1;
        }
        System.out.printf(
                "‣ attacked %d enterprises in 2 waves (%d groups shown): %d exposures; the plain threshold of 5 exposes %d%n",
                ENTERPRISES, shown, found.size(), plain);
        System.out.printf(
                "‣ of %d printed bounds %d are undone, %d leave two possibilities, not three%n",
                bounds.all(), bounds.undone().size(), bounds.narrowed());
        assertEquals(List.of(), found);
        assertEquals(List.of(), bounds.undone());
        assertEquals(0, bounds.narrowed(), "of " + bounds.all() + " bounds");
        assertTrue(plain > ENTERPRISES / 3, "the attacker found only " + plain + " of the plain rule's exposures");
        assertTrue(shown > ENTERPRISES, "only " + shown + " groups were shown");
    }

    @Test
    void aCorrectionExposesNobodyBesideWhatIsOut() {
        SplittableRandom random = new SplittableRandom(77);
        List<String> found = new ArrayList<>();
        for (int e = 0; e < ENTERPRISES / 3; e++) {
            UnitCounts counts = RandomEnterprise.draw(random, 3, 4).counts();
            UnitCounts amended = amend(counts, random);
            Protection first = Protector.protect(counts, List.of(), RULE);
            Protection second = Protector.correct(amended, List.of(), RULE, first);
            Publication both = Publication.of(counts, release(first));
            both.add(release(second), amended, 0);
            String name = "correction " + e + ": ";
            new Attack(both, counts, TIGHTEST).findings().forEach(f -> found.add(name + f));
        }
        assertEquals(List.of(), found);
    }

    static UnitCounts amend(UnitCounts counts, SplittableRandom random) {
        List<Cell> cells = counts.cells().stream()
                .map(c -> new Cell(c.name(), c.headcount() + random.nextInt(3), c.respondents()))
                .toList();
        return new UnitCounts(cells, counts.dimensions(), counts.items());
    }

    private static Release release(Protection protection) {
        return ReleaseGate.release(
                protection,
                RandomEnterprise.headlines(protection.frame(), protection.blockCells()),
                ReleaseTerms.Kind.FIRST);
    }
}
