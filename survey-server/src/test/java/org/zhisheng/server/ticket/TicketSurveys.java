package org.zhisheng.server.ticket;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.StringJoiner;
import org.zhisheng.server.credential.CardSecret;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.organization.OrganizationKind;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.round.Contract;
import org.zhisheng.server.round.Level;
import org.zhisheng.server.round.Round;
import org.zhisheng.server.round.Rounds;
import org.zhisheng.server.round.Subject;
import org.zhisheng.server.round.Terms;
import org.zhisheng.server.survey.ChinaTime;
import org.zhisheng.server.survey.Drafts;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Launches;
import org.zhisheng.server.survey.Mode;
import org.zhisheng.server.survey.SurveyDraft;
import org.zhisheng.server.survey.Surveys;

/** Launches surveys that admit by card or link, and makes their cards. */
@Singleton
public final class TicketSurveys {
    private final Random random = new Random();
    private final Organizations organizations;
    private final Rounds rounds;
    private final Drafts drafts;
    private final Launches launches;
    private final Surveys surveys;
    private final Cards cards;
    private final DeckReader reader;

    TicketSurveys(
            Organizations organizations,
            Rounds rounds,
            Drafts drafts,
            Launches launches,
            Surveys surveys,
            Cards cards,
            DeckReader reader) {
        this.organizations = organizations;
        this.rounds = rounds;
        this.drafts = drafts;
        this.launches = launches;
        this.surveys = surveys;
        this.cards = cards;
        this.reader = reader;
    }

    /** A new round of a new plant. */
    public Round round() {
        Organization plant = organizations.add(
                new Organization(Id.random(random), null, OrganizationKind.ENTERPRISE, "沂河纺织有限公司工会", null, 0));
        Terms terms = new Terms(List.of("T01", "T05"), List.of("T01"), List.of(), "");
        return rounds.add(new Round(
                Id.random(random),
                plant.id(),
                "2027 年工资集体协商",
                2027,
                Level.ENTERPRISE,
                Subject.WAGE,
                Contract.NONE,
                terms));
    }

    /** A survey that is open now, of workshops with these headcounts. */
    public Fielded launch(Round round, Mode mode, int... headcounts) {
        return launch(round, mode, URI.create("https://survey.example.org"), headcounts);
    }

    /** The same at an address. */
    public Fielded launch(Round round, Mode mode, URI address, int... headcounts) {
        StringJoiner frame = new StringJoiner("\n", "车间\t人数\n", "");
        for (int i = 0; i < headcounts.length; i++) {
            frame.add("车间" + (i + 1) + "\t" + headcounts[i]);
        }
        String closes = LocalDateTime.ofInstant(Instant.now().plus(3, ChronoUnit.DAYS), ChinaTime.ZONE)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
        SurveyDraft draft = SurveyDraft.EMPTY
                .withQuestionnaire("pre-demand")
                .withFrame(frame.toString())
                .withTimes("", closes)
                .withMode(mode);
        Id survey = drafts.start(round.id(), draft);
        launches.launchSample(survey, round, address, "王秀兰");
        return surveys.get(survey);
    }

    /** Cards of a survey's deck for the stratum at a position. */
    public List<CardSecret> cards(Fielded survey, int stratum, int count) {
        Deck deck = reader.get(survey.manifest().admission().deck());
        String code = survey.manifest().frame().strata().get(stratum).code();
        Optional<Cards.Made> made = cards.make(deck.id(), new Run(code, count), Integer.MAX_VALUE);
        return made.orElseThrow().secrets();
    }
}
