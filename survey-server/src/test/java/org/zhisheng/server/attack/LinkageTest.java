package org.zhisheng.server.attack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The linkage attack. Two hundred workers answer over HTTP; a thief takes every file of the database (tables with hidden
 * transaction ids and deleted rows, redo and undo, binary logs, a replica's relay logs), dumps and the server's log in the
 * middle of the survey and after its close, and knows what {@link Fieldwork} gives him. The guesses must not be better than
 * a permutation: within the batch while the survey runs, within the stratum afterwards. {@link NaiveDesignTest} and the
 * collector here that forgets to shuffle show that the thief sees.
 */
@Tag("simulation")
final class LinkageTest {
    private static final int RUNS = Boolean.getBoolean("zhisheng.long") ? 20 : 2;
    /**
     * One in a hundred honest runs is suspicious by chance, and there are six figures: a finding counts where fresh surveys
     * confirm it.
     */
    private static final double ALARM = 0.01;

    private static final int ANSWERED_MIDWAY = 155;

    /** Staged rows of a survey that a thief pairs at least, so that a share of them is one. */
    private static final int CONTROLLED = 25;

    @TempDir
    Path folder;

    @Test
    void onH2NobodyIsLinked() throws Exception {
        try (ServerLog log = new ServerLog();
                Plant plant = new Plant(data(), Engine.H2)) {
            survives("H2", plant, new H2Theft(data(), log));
        }
    }

    @Test
    void onMySqlNobodyIsLinked() throws Exception {
        try (PrivateMySql server = require(PrivateMySql.start("linkage", 21));
                ServerLog log = new ServerLog();
                Plant plant = new Plant(data(), Engine.of(server))) {
            survives("MySQL", plant, loot -> {
                server.steal(loot, server.schema(), Plant.TABLES);
                log.copy(loot);
                return List.of();
            });
        }
    }

    /** A source and its replica: the thief has both, the relay log and the second set of transaction ids among them. */
    @Test
    void onReplicatedMySqlNobodyIsLinked() throws Exception {
        try (PrivateMySql source = require(PrivateMySql.start("source", 31));
                PrivateMySql replica = require(PrivateMySql.start("replica", 32))) {
            replica.follow(source);
            try (ServerLog log = new ServerLog();
                    Plant plant = new Plant(data(), Engine.of(source))) {
                survives("MySQL with a replica", plant, loot -> {
                    replica.catchUp(source);
                    source.steal(loot.resolve("source"), source.schema(), Plant.TABLES);
                    replica.steal(loot.resolve("replica"), source.schema(), Plant.TABLES);
                    log.copy(loot);
                    return List.of();
                });
            }
        }
    }

    /** The thief sees: where mixing forgets to shuffle, nearly everybody is linked. */
    @Test
    void onH2AForgottenShuffleIsSeen() throws Exception {
        try (ServerLog log = new ServerLog();
                Plant plant = new Plant(data(), Engine.H2.with("zhisheng.test.unshuffled", "true"))) {
            isSeen("H2", plant, new H2Theft(data(), log));
        }
    }

    @Test
    void onMySqlAForgottenShuffleIsSeen() throws Exception {
        try (PrivateMySql server = require(PrivateMySql.start("unshuffled", 22));
                Plant plant = new Plant(data(), Engine.of(server).with("zhisheng.test.unshuffled", "true"))) {
            isSeen("MySQL", plant, loot -> {
                server.steal(loot, server.schema(), Plant.TABLES);
                return List.of();
            });
        }
    }

    private static PrivateMySql require(Optional<PrivateMySql> server) {
        Assumptions.assumeTrue(server.isPresent(), "this machine cannot have MySQL");
        return server.orElseThrow();
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** Fills a folder with everything that can be stolen at the moment, and tells what it says beyond its files. */
    private interface Theft {
        List<Trace> into(Path loot) throws Exception;
    }

    /** The file of the embedded database, the log, and a dump that was made of a copy. */
    private record H2Theft(Path data, ServerLog log) implements Theft {
        private static final int TRIES = 5;

        @Override
        public List<Trace> into(Path loot) throws Exception {
            Path stolen = Files.createDirectories(loot).resolve("zhisheng.mv.db");
            log.copy(loot);
            for (int tries = 1; ; tries++) {
                Files.copy(data.resolve("zhisheng.mv.db"), stolen, StandardCopyOption.REPLACE_EXISTING);
                try {
                    return Dump.ofH2(stolen, Plant.TABLES, loot);
                } catch (SQLException e) {
                    // Torn, because the server wrote while it was copied: a thief comes again.
                    if (tries == TRIES) {
                        throw e;
                    }
                }
            }
        }
    }

    private record Findings(Suspicion midway, Suspicion afterwards, Suspicion control) {
        double probability() {
            return Math.min(midway.probability(), afterwards.probability());
        }
    }

    private void survives(String engine, Plant plant, Theft theft) throws Exception {
        double probability = attack(engine, plant, theft, RUNS).probability();
        if (probability <= ALARM) {
            System.out.println("‣ " + engine + ": suspicious, so tried again on fresh surveys");
            Findings again = attack(engine, plant, theft, RUNS);
            assertTrue(
                    again.probability() > ALARM,
                    () -> again.midway().worst(10) + "\n" + again.afterwards().worst(10));
        }
    }

    private void isSeen(String engine, Plant plant, Theft theft) throws Exception {
        Findings findings = attack(engine + " without shuffling", plant, theft, 1);
        assertTrue(findings.midway().probability() < ALARM);
        assertTrue(findings.midway().bestShare(Plant.WORKERS / 3) > 0.9);
        assertTrue(findings.afterwards().probability() < ALARM);
    }

    private Findings attack(String engine, Plant plant, Theft theft, int runs) throws Exception {
        Findings findings = new Findings(new Suspicion(), new Suspicion(), new Suspicion());
        long began = System.nanoTime();
        for (int run = 0; run < runs; run++) {
            attack(plant, theft, findings);
        }
        report(engine + ", in the middle of the survey", runs, findings.midway());
        report(engine + ", after its close", runs, findings.afterwards());
        System.out.printf(
                "‣ linkage, %s: with the staging key, which is not stolen, %.0f %% would be paired; %d s%n",
                engine,
                100 * findings.control().bestShare(runs * CONTROLLED),
                (System.nanoTime() - began) / 1_000_000_000);
        findings.control().worst(1).forEach(line -> System.out.println("  " + line));
        assertTrue(findings.control().bestShare(runs * CONTROLLED) > 0.9, "the thief reads the loot wrongly");
        assertTrue(
                findings.midway().attacks() > 100 && findings.afterwards().attacks() > 100, "the thief found little");
        return findings;
    }

    private static void report(String when, int runs, Suspicion suspicion) {
        System.out.printf(
                "‣ linkage, %s: %d surveys of %d workers, %d attacks, p = %.3f%n",
                when, runs, Plant.WORKERS, suspicion.attacks(), suspicion.probability());
        suspicion.worst(2).forEach(line -> System.out.println("  " + line));
    }

    private void attack(Plant plant, Theft theft, Findings findings) throws Exception {
        Fieldwork survey = new Fieldwork(plant);
        survey.answer(ANSWERED_MIDWAY);
        Stolen first = steal(theft, "first");
        List<Clue> midway = survey.cluesMidway();
        List<Clue> control = survey.control();
        List<Trace> traces = first.traces("", keys(midway, control));
        midway.forEach(clue -> findings.midway().add(traces, clue));
        control.forEach(clue -> findings.control().add(traces, clue));
        survey.answer(Plant.WORKERS);
        survey.close();
        Stolen second = steal(theft, "second");
        List<Clue> afterwards = survey.cluesAfterwards();
        List<Trace> both = new ArrayList<>(second.traces("", keys(afterwards, List.of())));
        both.addAll(first.traces("earlier ", keys(afterwards, List.of())));
        afterwards.forEach(clue -> findings.afterwards().add(both, clue));
        Loot.delete(first.folder());
        Loot.delete(second.folder());
    }

    /** What was taken at one moment. */
    private record Stolen(Path folder, List<Trace> more) {
        List<Trace> traces(String when, Collection<Key> keys) {
            return Stream.concat(new Loot(folder).traces(keys).stream(), more.stream())
                    .map(t -> new Trace(when + t.source(), t.seen()))
                    .toList();
        }
    }

    private Stolen steal(Theft theft, String name) throws Exception {
        Path loot = folder.resolve("loot").resolve(name);
        return new Stolen(loot, theft.into(loot));
    }

    private static Collection<Key> keys(List<Clue> clues, List<Clue> more) {
        return Stream.concat(clues.stream(), more.stream())
                .flatMap(c -> Stream.concat(
                        c.handles().stream().map(Handle::key),
                        c.targets().stream().map(Target::key)))
                .distinct()
                .toList();
    }
}
