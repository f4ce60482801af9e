package org.zhisheng.server.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.response.StoredIds;

/**
 * A survey under attack, and what only the test knows of it: which row is whose at each step. The thief is given more than
 * a thief can have: besides the tickets by name and a third of the receipts, whose every staged and every mixed row is, so
 * that each step of the way has to withstand by itself.
 */
final class Fieldwork {
    private static final int MIXED_EVERY = 40;
    private static final int RECEIPTS = 3;

    private final Plant plant;
    private final Plant.Fielded survey;
    private final Map<Integer, String> strata = new HashMap<>();
    private final Map<Integer, Key> staged = new HashMap<>();
    private final Map<Integer, Key> mixed = new HashMap<>();
    private final Map<Integer, String> batches = new HashMap<>();
    private final Map<Integer, String> mixes = new HashMap<>();
    private final Map<Integer, String> textMixes = new HashMap<>();
    private int answered;
    private int mixings;

    Fieldwork(Plant plant) {
        this.plant = plant;
        this.survey = plant.launch();
        survey.workers().forEach(w -> strata.put(w.number(), w.stratum()));
    }

    /** The next workers answer; after every fortieth the job mixes. */
    void answer(int until) {
        while (answered < until) {
            plant.answer(survey.manifest(), survey.workers().get(answered++));
            if (answered % MIXED_EVERY == 0) {
                mix();
            }
        }
    }

    private void mix() {
        note(staged, stored().staged(survey.manifest()));
        stored().mix(survey.manifest());
        mixings++;
        Set<Integer> before = new HashSet<>(mixed.keySet());
        note(mixed, stored().read(survey.manifest(), false));
        for (int worker : mixed.keySet()) {
            if (!before.contains(worker)) {
                batches.put(worker, "mix " + mixings + ", stratum " + strata.get(worker));
                mixes.put(worker, "mix " + mixings);
            }
        }
        for (StoredIds.Text text : stored().texts(survey.manifest(), false)) {
            textMixes.putIfAbsent(plant.writer(text.words()), "mix " + mixings);
        }
    }

    void close() {
        note(staged, stored().staged(survey.manifest()));
        plant.close(survey);
    }

    private void note(Map<Integer, Key> known, List<StoredIds.Found> found) {
        found.forEach(row -> known.put(plant.whose(survey, row.answers()), key(row.id())));
    }

    private StoredIds stored() {
        return plant.bean(StoredIds.class);
    }

    /** While the survey runs: against the batch; texts, which have no stratum, against all that was mixed with them. */
    List<Clue> cluesMidway() {
        List<Clue> clues = new ArrayList<>();
        List<Target> targets = targets(mixed, batches);
        clues.add(new Clue("tickets", tickets(batches), targets));
        clues.add(new Clue("receipts", receipts(batches), targets));
        clues.add(new Clue("staged rows", handles(staged, batches), targets));
        clues.add(new Clue("texts", texts(false, textMixes), targets(mixed, mixes)));
        return clues;
    }

    /**
     * Not part of the attack: tickets and tags against the rows that are staged now, which only the staging key opens and
     * no thief here has. They were written one after the other, so that whoever reads the loot rightly must pair these.
     */
    List<Clue> control() {
        Map<Integer, Key> now = new HashMap<>();
        note(now, stored().staged(survey.manifest()));
        staged.putAll(now);
        Map<Integer, Key> tickets = new HashMap<>();
        Map<Integer, Key> tags = new HashMap<>();
        survey.workers().stream().filter(w -> now.containsKey(w.number())).forEach(w -> {
            tickets.put(w.number(), plant.ticket(survey, w));
            tags.put(w.number(), new Key(w.tag().getFirst().bytes()));
        });
        List<Target> targets = targets(now, strata);
        return List.of(
                new Clue("tickets", handles(tickets, strata), targets),
                new Clue("tags", handles(tags, strata), targets));
    }

    /** After the close: against the stratum; texts against everything. */
    List<Clue> cluesAfterwards() {
        Map<Integer, Key> last = new HashMap<>();
        note(last, stored().read(survey.manifest(), true));
        Map<Integer, String> all = new HashMap<>();
        strata.keySet().forEach(worker -> all.put(worker, "all"));
        List<Clue> clues = new ArrayList<>();
        List<Target> targets = targets(last, strata);
        clues.add(new Clue("tickets", tickets(strata), targets));
        clues.add(new Clue("receipts", receipts(strata), targets));
        clues.add(new Clue("staged rows", handles(staged, strata), targets));
        clues.add(new Clue("mixed rows", handles(mixed, strata), targets));
        clues.add(new Clue("texts", texts(true, all), targets(last, all)));
        return clues;
    }

    private List<Handle> tickets(Map<Integer, String> groups) {
        return survey.workers().stream()
                .map(w -> new Handle(w.number(), group(groups, w.number()), plant.ticket(survey, w)))
                .toList();
    }

    private List<Handle> receipts(Map<Integer, String> groups) {
        return survey.workers().stream()
                .filter(w -> w.number() % RECEIPTS == 0 && !w.tag().isEmpty())
                .map(w -> new Handle(
                        w.number(),
                        group(groups, w.number()),
                        new Key(w.tag().getFirst().bytes())))
                .toList();
    }

    private List<Handle> texts(boolean closed, Map<Integer, String> groups) {
        return stored().texts(survey.manifest(), closed).stream()
                .map(text -> {
                    int writer = plant.writer(text.words());
                    return new Handle(writer, group(groups, writer), key(text.id()));
                })
                .toList();
    }

    private static List<Handle> handles(Map<Integer, Key> known, Map<Integer, String> groups) {
        return known.entrySet().stream()
                .map(e -> new Handle(e.getKey(), group(groups, e.getKey()), e.getValue()))
                .toList();
    }

    private static List<Target> targets(Map<Integer, Key> rows, Map<Integer, String> groups) {
        return rows.entrySet().stream()
                .map(e -> new Target(e.getKey(), group(groups, e.getKey()), e.getValue()))
                .toList();
    }

    /** Whoever has no readable response yet belongs to no group that there is. */
    private static String group(Map<Integer, String> groups, int worker) {
        return groups.getOrDefault(worker, "unread");
    }

    private static Key key(Id id) {
        return new Key(id.bytes());
    }
}
