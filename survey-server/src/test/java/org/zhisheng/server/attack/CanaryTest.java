package org.zhisheng.server.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Canaries: marked tickets, credentials, answers, words, addresses and agents are sent through a server in a process of its
 * own, rightly and wrongly, and are then found nowhere in clear: not in tables and their files, redo, undo and binary logs,
 * not in backups of all tables, the server's log, its temporary files or its folders, not in the pages of faults and the endpoints of monitoring;
 * neither while the survey runs, nor after mixing, nor after the close. What a browser keeps is
 * looked at by {@code CardBrowserTest}.
 */
@Tag("simulation")
final class CanaryTest {
    /**
     * A page may show what its own reader has just asked for: the form comes back with what was typed in it, and the page of
     * a wrong address has links to itself in other languages. Both go nowhere else.
     */
    private static final Pattern OWN =
            Pattern.compile("page \\S+ (/s/\\w+/answers 422: free text|/canary-path-\\w+ 404: path)");

    @TempDir
    Path folder;

    @Test
    void onH2NothingIsFound() throws Exception {
        assertEquals(Set.of(), found(Engine.H2, new Disk.Embedded(folder.resolve("data"))));
    }

    @Test
    void onMySqlNothingIsFound() throws Exception {
        try (PrivateMySql server = require(PrivateMySql.start("canary", 41))) {
            assertEquals(Set.of(), found(Engine.of(server), new Disk.Server(server)));
        }
    }

    /** The search sees: what a leaking server wrote down is found in its tables, its log and its temporary files. */
    @Test
    void onH2ALeakIsFound() throws Exception {
        assertFound(found(leaky(Engine.H2), new Disk.Embedded(folder.resolve("data"))), "data/zhisheng.mv.db: ");
    }

    @Test
    void onMySqlALeakIsFound() throws Exception {
        try (PrivateMySql server = require(PrivateMySql.start("leaky", 42))) {
            Set<String> found = found(leaky(Engine.of(server)), new Disk.Server(server));
            assertFound(found, "/leak.ibd: ");
            assertFound(found, "data/binlog.");
        }
    }

    private static Engine leaky(Engine engine) {
        return engine.with("zhisheng.test.leaky", "true");
    }

    private static PrivateMySql require(Optional<PrivateMySql> server) {
        Assumptions.assumeTrue(server.isPresent(), "this machine cannot have MySQL");
        return server.orElseThrow();
    }

    /** Every kind of mark that is sent in clear stands in the table, in the log, in the packed temporary files and in a backup. */
    private static void assertFound(Set<String> found, String table) {
        Set<String> sent = Set.of(
                "free text",
                "agent",
                "path",
                "query",
                "referrer",
                "cookie",
                "forwarded address",
                "address",
                "answer",
                "ticket",
                "typed ticket in groups",
                "blinded message",
                "credential's message",
                "form's signature");
        for (String place : List.of(table, "server.log: ", "tmp/leak", "backup/")) {
            Set<String> there = found.stream()
                    .filter(line -> line.contains(place))
                    .map(line -> line.replaceFirst(".*: ", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> missed = new TreeSet<>(sent);
            missed.removeAll(there);
            assertEquals(Set.of(), missed, () -> "not seen in " + place);
        }
    }

    private Set<String> found(Engine engine, Disk disk) throws Exception {
        Plant.Fielded survey;
        Caster caster;
        String launching;
        try (ServerLog log = new ServerLog();
                Plant plant = new Plant(folder.resolve("data"), engine)) {
            survey = plant.launch();
            caster = plant.caster();
            launching = log.text();
        }
        Set<String> found = new TreeSet<>();
        MarkedWorkers workers;
        try (ServerProcess server = new ServerProcess(folder, engine)) {
            workers = new MarkedWorkers(server.address(), caster, survey);
            workers.answer();
            look("while it runs", workers.marks, disk, found);
        }
        backUpAndLook("before mixing", workers.marks, disk, found);
        workers.pages.forEach(
                page -> workers.marks.in(page.content()).forEach(mark -> found.add("page " + page.of() + ": " + mark)));
        found.removeIf(OWN.asMatchPredicate());
        workers.marks.in(launching).forEach(mark -> found.add("log of the launch: " + mark));
        for (String step : List.of("mix", "close")) {
            List<String> arguments = List.of(
                    folder.resolve("data").toString(),
                    survey.manifest().survey().toString(),
                    step);
            assertEquals(0, ServerProcess.run(folder, engine, Closer.class, arguments), this::log);
            backUpAndLook("after " + step, workers.marks, disk, found);
        }
        System.out.printf(
                "‣ canaries: %d marks looked for in %,d bytes, %d pages of faults and monitoring%n",
                workers.marks.names().size(), Marks.size(folder) + Marks.size(disk.settled()), workers.pages.size());
        assertTrue(workers.pages.size() > 20);
        return found;
    }

    /** A backup of each step stays until the end, as an operator keeps some. */
    private void backUpAndLook(String when, Marks marks, Disk disk, Set<String> found) throws Exception {
        disk.backUp(folder.resolve("backup").resolve(when.replace(' ', '-')));
        look(when, marks, disk, found);
    }

    private void look(String when, Marks marks, Disk disk, Set<String> found) throws Exception {
        Path data = disk.settled();
        marks.in(folder).forEach(line -> found.add(when + ", " + line));
        if (!data.startsWith(folder)) {
            marks.in(data).forEach(line -> found.add(when + ", " + line));
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("server.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
