package org.zhisheng.server.attack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The linkage attack. Two hundred workers answer over HTTP; a thief takes every file of the database (tables with hidden
 * transaction ids and deleted rows, redo and undo, binary logs, a replica's relay logs) in the middle of the survey and
 * after its close, knows the ticket of everybody by name and the receipt of every third, and is even given the keys that
 * open the responses of the moment. The guesses must not be better than drawing lots: within the batch while the survey
 * runs, within the stratum afterwards. {@link NaiveDesignTest} shows that the thief sees.
 */
@Tag("simulation")
final class LinkageTest {
    private static final int RUNS = Boolean.getBoolean("zhisheng.long") ? 20 : 2;
    /** Two independent findings make a leak: one in a hundred honest runs would fail otherwise. */
    private static final double ALARM = 0.01;

    private static final int RECEIPTS = 3;
    private static final int SURVEYED_MIDWAY = 130;

    @Test
    void h2(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        try (Plant plant = new Plant(data, h2(data))) {
            survives("H2", plant, run -> {
                Path loot = folder.resolve("loot");
                copy(data, loot);
                return loot;
            });
        }
    }

    @Test
    void mysql(@TempDir Path folder) throws Exception {
        PrivateMySql mysql = PrivateMySql.start("linkage", 21).orElse(null);
        Assumptions.assumeTrue(mysql != null, "this machine cannot have MySQL");
        try (PrivateMySql server = mysql;
                Plant plant = new Plant(folder.resolve("data"), mysql(server))) {
            survives("MySQL", plant, run -> {
                Path loot = folder.resolve("loot");
                server.steal(loot, server.schema(), Plant.TABLES);
                return loot;
            });
        }
    }

    /** A source and its replica: the thief has both, the relay log and the second set of transaction ids among them. */
    @Test
    void replicatedMysql(@TempDir Path folder) throws Exception {
        PrivateMySql first = PrivateMySql.start("source", 31).orElse(null);
        Assumptions.assumeTrue(first != null, "this machine cannot have MySQL");
        try (PrivateMySql source = first;
                PrivateMySql replica = PrivateMySql.start("replica", 32).orElseThrow()) {
            replica.follow(source);
            try (Plant plant = new Plant(folder.resolve("data"), mysql(source))) {
                survives("MySQL with a replica", plant, run -> {
                    Path loot = folder.resolve("loot");
                    replica.catchUp(source);
                    source.steal(loot.resolve("source"), source.schema(), Plant.TABLES);
                    replica.steal(loot.resolve("replica"), source.schema(), Plant.TABLES);
                    return loot;
                });
            }
        }
    }

    private static Map<String, Object> h2(Path data) {
        return Map.of(
                "zhisheng.database.url",
                "jdbc:h2:file:" + data.resolve("zhisheng")
                        + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;NON_KEYWORDS=VALUE");
    }

    private static Map<String, Object> mysql(PrivateMySql server) {
        return Map.of(
                "zhisheng.database.url",
                server.url(),
                "datasources.default.username",
                server.user(),
                "datasources.default.password",
                server.password());
    }

    private interface Theft {
        Path steal(int run) throws Exception;
    }

    private static void survives(String engine, Plant plant, Theft theft) throws Exception {
        Suspicion suspicion = suspect(engine, plant, theft);
        if (suspicion.probability() < ALARM) {
            System.out.println(engine + ": suspicious once, tried again");
            Suspicion again = suspect(engine, plant, theft);
            assertTrue(again.probability() >= ALARM, () -> again.worst(10).toString());
        }
    }

    private static Suspicion suspect(String engine, Plant plant, Theft theft) throws Exception {
        Suspicion midway = new Suspicion();
        Suspicion after = new Suspicion();
        for (int run = 0; run < RUNS; run++) {
            run(plant, theft, run, midway, after);
        }
        report(engine + ", in the middle of the survey", midway);
        report(engine + ", after its close", after);
        assertTrue(midway.attacks() > 0 && after.attacks() > 0, "the thief found nothing to compare");
        return midway.probability() < after.probability() ? midway : after;
    }

    private static void report(String when, Suspicion suspicion) {
        System.out.printf(
                "%s: %d runs, %d attacks, family-wise p = %.3f%n",
                when, RUNS, suspicion.attacks(), suspicion.probability());
        suspicion.worst(2).forEach(line -> System.out.println("  " + line));
    }

    private static void run(Plant plant, Theft theft, int run, Suspicion midway, Suspicion after) throws Exception {
        Plant.Fielded survey = plant.launch();
        List<Plant.Worker> workers = survey.workers();
        Map<Integer, String> batches = new HashMap<>();
        int mixes = 0;
        for (int answered = 0; answered < SURVEYED_MIDWAY; answered++) {
            plant.answer(survey.manifest(), workers.get(answered));
            if (answered % 40 == 39) {
                mixes++;
                Set<Integer> before = new HashSet<>(batches.keySet());
                plant.mix(survey);
                int mix = mixes;
                plant.readable(survey, false).keySet().stream()
                        .filter(w -> !before.contains(w))
                        .forEach(w -> batches.put(w, mix + "/" + stratum(survey, w)));
            }
        }
        List<Trace> seen = new ArrayList<>();
        seen.addAll(attack(plant, survey, batches, false, theft.steal(run), "", List.of(), midway));
        workers.subList(SURVEYED_MIDWAY, workers.size()).forEach(w -> plant.answer(survey.manifest(), w));
        plant.close(survey);
        Map<Integer, String> strata = new HashMap<>();
        workers.forEach(w -> strata.put(w.number(), w.stratum()));
        attack(plant, survey, strata, true, theft.steal(run), "later ", seen, after);
    }

    private static String stratum(Plant.Fielded survey, int worker) {
        return survey.workers().stream()
                .filter(w -> w.number() == worker)
                .findFirst()
                .orElseThrow()
                .stratum();
    }

    /** Tickets and receipts against responses, in what was stolen now and before. */
    private static List<Trace> attack(
            Plant plant,
            Plant.Fielded survey,
            Map<Integer, String> groups,
            boolean closed,
            Path folder,
            String when,
            List<Trace> before,
            Suspicion suspicion)
            throws IOException {
        List<Handle> tickets = new ArrayList<>();
        List<Handle> receipts = new ArrayList<>();
        for (Plant.Worker worker : survey.workers()) {
            String group = groups.getOrDefault(worker.number(), "unread");
            tickets.add(new Handle(worker.number(), group, plant.ticket(survey, worker)));
            if (worker.number() % RECEIPTS == 0 && !worker.tag().isEmpty()) {
                receipts.add(new Handle(
                        worker.number(), group, new Key(worker.tag().getFirst().bytes())));
            }
        }
        List<Target> targets = new ArrayList<>();
        plant.readable(survey, closed)
                .forEach((worker, key) -> targets.add(new Target(worker, groups.getOrDefault(worker, "unread"), key)));
        List<Key> keys = Stream.of(
                        tickets.stream().map(Handle::key),
                        receipts.stream().map(Handle::key),
                        targets.stream().map(Target::key))
                .flatMap(s -> s)
                .toList();
        List<Trace> now = new Loot(folder)
                .traces(keys).stream()
                        .map(t -> new Trace(when + t.source(), t.seen()))
                        .toList();
        List<Trace> all = new ArrayList<>(before);
        all.addAll(now);
        suspicion.add(all, tickets, targets);
        suspicion.add(all, receipts, targets);
        return now;
    }

    private static void copy(Path from, Path into) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path copy = into.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
