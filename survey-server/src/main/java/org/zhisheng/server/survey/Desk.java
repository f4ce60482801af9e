package org.zhisheng.server.survey;

import jakarta.inject.Singleton;
import java.util.List;
import org.zhisheng.server.account.Access;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.account.Permission;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.round.Round;
import org.zhisheng.server.round.Rounds;

/** What lies on an officer's desk: the rounds and surveys that the person may do something with. */
@Singleton
public final class Desk {
    private final Surveys surveys;
    private final Rounds rounds;
    private final Access access;

    Desk(Surveys surveys, Rounds rounds, Access access) {
        this.surveys = surveys;
        this.rounds = rounds;
        this.access = access;
    }

    /** Lets the person pass who may do this with the survey, and gives its round. */
    public Round require(Actor actor, Permission permission, Id survey) {
        Round round = rounds.get(surveys.summary(survey).round());
        access.require(actor, permission, round.organization());
        return round;
    }

    /** The rounds where the person may do this, the latest year first. */
    public List<Round> rounds(Actor actor, Permission permission) {
        return rounds.of(
                access.where(actor, permission).stream().map(Organization::id).toList());
    }
}
