package org.zhisheng.server.round;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Entries;

/**
 * A round as it was typed. What is unreadable is told and stays for mending.
 *
 * @param organization id of the organization as text
 * @param name the round's name
 * @param year the year
 * @param level name of the {@link Level}
 * @param subject name of the {@link Subject}
 * @param signedOn day as {@code 2026-11-10}, or empty
 * @param inForceSince likewise
 * @param inForceUntil likewise
 * @param agenda codes of the topics ticked
 * @param contractTopics codes of the topics ticked
 * @param clauses one clause a line
 * @param proposal the proposal
 */
public record RoundForm(
        String organization,
        String name,
        String year,
        String level,
        String subject,
        String signedOn,
        String inForceSince,
        String inForceUntil,
        List<String> agenda,
        List<String> contractTopics,
        String clauses,
        String proposal) {
    /** Most clauses a questionnaire asks about. */
    static final int MAX_CLAUSES = 8;

    private static final int MAX_NAME = 100;
    private static final int MAX_CLAUSE = 120;
    private static final int MAX_PROPOSAL = 400;

    public RoundForm {
        agenda = List.copyOf(agenda);
        contractTopics = List.copyOf(contractTopics);
    }

    /** A form as it was sent. */
    static RoundForm of(Entries entries) {
        return new RoundForm(
                entries.text("organization"),
                entries.text("name"),
                entries.text("year"),
                entries.text("level"),
                entries.text("subject"),
                entries.text("signedOn"),
                entries.text("inForceSince"),
                entries.text("inForceUntil"),
                entries.all("agenda"),
                entries.all("contractTopics"),
                entries.raw("clauses"),
                entries.text("proposal"));
    }

    /** The form of a round that exists. */
    static RoundForm of(Round round) {
        Contract contract = round.contract();
        return new RoundForm(
                round.organization().toString(),
                round.name(),
                String.valueOf(round.year()),
                round.level().name(),
                round.subject().name(),
                Objects.toString(contract.signedOn(), ""),
                Objects.toString(contract.inForceSince(), ""),
                Objects.toString(contract.inForceUntil(), ""),
                round.terms().agenda(),
                round.terms().contractTopics(),
                String.join("\n", round.terms().clauses()),
                round.terms().proposal());
    }

    /**
     * The round that was typed.
     *
     * @throws ProblemException {@code invalid-input} with everything that is wrong
     */
    Round read(Id id, Id organizationId) {
        List<Fault> faults = new ArrayList<>();
        if (name.isEmpty() || name.length() > MAX_NAME) {
            faults.add(Fault.of("name", "round.form.name", MAX_NAME));
        }
        if (!year.matches("20\\d\\d")) {
            faults.add(Fault.of("year", "round.form.year"));
        }
        Contract contract = contract(faults);
        List<String> lines =
                clauses.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        if (lines.size() > MAX_CLAUSES || lines.stream().anyMatch(l -> l.length() > MAX_CLAUSE)) {
            faults.add(Fault.of("clauses", "round.form.clauses", MAX_CLAUSES, MAX_CLAUSE));
        }
        if (proposal.length() > MAX_PROPOSAL) {
            faults.add(Fault.of("proposal", "round.form.proposal", MAX_PROPOSAL));
        }
        Optional<Level> readLevel = choice(Level.values(), level, "level", faults);
        Optional<Subject> readSubject = choice(Subject.values(), subject, "subject", faults);
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        Terms terms = new Terms(agenda, contractTopics, lines, proposal);
        return new Round(
                id,
                organizationId,
                name,
                Integer.parseInt(year),
                readLevel.orElseThrow(),
                readSubject.orElseThrow(),
                contract,
                terms);
    }

    private Contract contract(List<Fault> faults) {
        LocalDate signed = day("signedOn", signedOn, faults);
        LocalDate since = day("inForceSince", inForceSince, faults);
        LocalDate until = day("inForceUntil", inForceUntil, faults);
        if (since != null && until != null && until.isBefore(since)) {
            faults.add(Fault.of("inForceUntil", "round.form.until-before-since"));
        }
        return new Contract(signed, since, until);
    }

    private static @Nullable LocalDate day(String field, String typed, List<Fault> faults) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            faults.add(Fault.of(field, "round.form.day"));
            return null;
        }
    }

    private static <E extends Enum<E>> Optional<E> choice(E[] all, String typed, String field, List<Fault> faults) {
        Optional<E> found = Stream.of(all).filter(e -> e.name().equals(typed)).findFirst();
        if (found.isEmpty()) {
            faults.add(Fault.of(field, "round.form.choice"));
        }
        return found;
    }
}
