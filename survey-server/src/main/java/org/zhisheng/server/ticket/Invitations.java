package org.zhisheng.server.ticket;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhisheng.server.credential.CardSecret;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Messages;
import org.zhisheng.server.survey.Frame;
import org.zhisheng.server.survey.Stratum;

/** Links for the people of a roster. Names are read, written beside the links, and kept nowhere. */
@Singleton
final class Invitations {
    private final Cards cards;
    private final DeckReader reader;
    private final Messages messages;

    Invitations(Cards cards, DeckReader reader, Messages messages) {
        this.cards = cards;
        this.reader = reader;
        this.messages = messages;
    }

    /** Somebody of the roster. */
    private record Invited(String name, Stratum stratum) {}

    /**
     * Makes a link for each person.
     *
     * @param roster a line a person: name or staff number and, parted by a tab or a comma, the stratum's code or name
     * @return CSV of names and links, which exists nowhere else
     */
    String make(Deck deck, String roster, Language language) {
        CardPlan plan = reader.plan(deck);
        List<Invited> invited = read(plan.frame(), roster);
        Map<Stratum, List<Invited>> byStratum = new LinkedHashMap<>();
        invited.forEach(i ->
                byStratum.computeIfAbsent(i.stratum(), s -> new ArrayList<>()).add(i));
        byStratum.forEach((stratum, people) -> requireRoom(plan, stratum, people.size()));
        Map<Invited, String> links = new LinkedHashMap<>();
        byStratum.forEach((stratum, people) -> {
            Iterator<CardSecret> secrets = cards.make(
                            deck.id(), new Run(stratum.code(), people.size()), CardPlan.wanted(stratum))
                    .orElseThrow(() -> ProblemException.of(Problem.CONFLICT))
                    .secrets()
                    .iterator();
            people.forEach(person -> links.put(person, CardSheets.address(deck, secrets.next(), stratum)));
        });
        return csv(links, language);
    }

    private static void requireRoom(CardPlan plan, Stratum stratum, int people) {
        if (plan.made(stratum) + people > CardPlan.wanted(stratum)) {
            throw ProblemException.invalid(
                    Fault.of("roster", "ticket.cards.roster-many", stratum.label(), CardPlan.wanted(stratum)));
        }
    }

    private static List<Invited> read(Frame frame, String roster) {
        List<Invited> invited = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        List<String> lines = roster.lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty()) {
                Optional<Invited> person = person(frame, lines.get(i));
                person.ifPresent(invited::add);
                if (person.isEmpty()) {
                    faults.add(Fault.of("roster", "ticket.cards.roster-line", i + 1));
                }
            }
        }
        if (invited.isEmpty() && faults.isEmpty()) {
            faults.add(Fault.of("roster", "ticket.cards.roster-empty"));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return invited;
    }

    private static Optional<Invited> person(Frame frame, String line) {
        String[] cells = line.split("\\s*[\\t,\\uFF0C]\\s*", 2);
        Optional<Stratum> stratum = cells.length < 2
                ? Optional.of(frame.strata().getFirst())
                        .filter(s -> frame.strata().size() == 1)
                : frame.strata().stream().filter(s -> isNamed(s, cells[1])).findFirst();
        return cells[0].isBlank() ? Optional.empty() : stratum.map(s -> new Invited(cells[0], s));
    }

    /** By code, by label, or by its categories parted by tabs or commas as they come from a sheet. */
    private static boolean isNamed(Stratum stratum, String typed) {
        String plain = String.join(" ", typed.strip().split("\\s*[\\t,\\uFF0C·]\\s*", -1));
        return plain.equals(stratum.code()) || plain.equals(String.join(" ", stratum.categories()));
    }

    private String csv(Map<Invited, String> links, Language language) {
        StringWriter text = new StringWriter();
        // Excel takes a file for UTF-8 by this mark alone.
        text.write('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(
                    messages.say(language, "ticket.cards.roster-name"),
                    messages.say(language, "ticket.cards.stratum"),
                    messages.say(language, "ticket.cards.roster-link"));
            links.forEach((person, link) -> csv.writeRecord(
                    harmless(person.name()), harmless(person.stratum().label()), link));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A cell that a spreadsheet would take for a formula is kept a text. */
    private static String harmless(String cell) {
        return cell.matches("[=+\\-@].*") ? "'" + cell : cell;
    }
}
