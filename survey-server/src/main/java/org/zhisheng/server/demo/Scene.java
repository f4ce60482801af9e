package org.zhisheng.server.demo;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.account.Role;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.organization.OrganizationKind;
import org.zhisheng.server.organization.Ownership;
import org.zhisheng.server.organization.SizeClass;
import org.zhisheng.server.round.Contract;
import org.zhisheng.server.round.Level;
import org.zhisheng.server.round.Round;
import org.zhisheng.server.round.Subject;
import org.zhisheng.server.round.Terms;
import org.zhisheng.server.survey.Mode;

/**
 * A scene of sample data as its file has it.
 *
 * @param organizations the tops of the tree; the first one's existence tells that the scene is staged
 * @param people who is invited
 * @param surveys the surveys, one a round
 */
@Serdeable
record Scene(List<Node> organizations, List<Invitee> people, List<Survey> surveys) {
    Scene {
        organizations = List.copyOf(organizations);
        people = List.copyOf(people);
        surveys = List.copyOf(surveys);
    }

    /**
     * An organization.
     *
     * @param key its name in the file, from which its id is derived
     * @param kind what it is
     * @param name its name
     * @param areaCode code of its area, or null
     * @param size its size, or null
     * @param ownership whose it is, or null
     * @param beneath what lies beneath it, or null
     */
    @Serdeable
    record Node(
            String key,
            OrganizationKind kind,
            String name,
            @Nullable String areaCode,
            @Nullable SizeClass size,
            @Nullable Ownership ownership,
            @Nullable List<Node> beneath) {
        List<Node> children() {
            return Objects.requireNonNullElse(beneath, List.of());
        }

        Organization organization(@Nullable Node parent, int position) {
            return new Organization(
                    SceneIds.organization(key),
                    parent == null ? null : SceneIds.organization(parent.key()),
                    kind,
                    name,
                    areaCode,
                    position,
                    size,
                    ownership);
        }
    }

    /**
     * Somebody who is invited.
     *
     * @param role to which role
     * @param organization key of where
     */
    @Serdeable
    record Invitee(Role role, String organization) {}

    /**
     * A survey with its round.
     *
     * @param round the round
     * @param questionnaire id of the questionnaire
     * @param mode how it is known who may answer, or null for posters; made-up workers answer from posters alone
     * @param days for how many days it is open
     * @param closed whether it is closed once it is answered
     * @param frame the frame's lines
     * @param strata how the workers of each stratum are, by code; who has no entry does not answer
     * @param answers how answers are drawn
     */
    @Serdeable
    record Survey(
            SceneRound round,
            String questionnaire,
            @Nullable Mode mode,
            int days,
            boolean closed,
            List<String> frame,
            Map<String, Temper> strata,
            Habits answers) {}

    /**
     * A round; days are counted back from the day of staging.
     *
     * @param organization key of the organization
     * @param name its name
     * @param year the year bargained for
     * @param level at which level
     * @param subject for which contract
     * @param signedDaysAgo when the contract was signed, or null
     * @param inForceDaysAgo since when it is in force, or null
     * @param inForceDays for how many days, or null
     * @param terms what it is about
     */
    @Serdeable
    record SceneRound(
            String organization,
            String name,
            int year,
            Level level,
            Subject subject,
            @Nullable Integer signedDaysAgo,
            @Nullable Integer inForceDaysAgo,
            @Nullable Integer inForceDays,
            Terms terms) {
        Round round(LocalDate today) {
            LocalDate since = inForceDaysAgo == null ? null : today.minusDays(inForceDaysAgo);
            Contract contract = new Contract(
                    signedDaysAgo == null ? null : today.minusDays(signedDaysAgo),
                    since,
                    since == null || inForceDays == null ? null : since.plusDays(inForceDays - 1L));
            return new Round(
                    SceneIds.round(organization, name),
                    SceneIds.organization(organization),
                    name,
                    year,
                    level,
                    subject,
                    contract,
                    terms);
        }
    }
}
