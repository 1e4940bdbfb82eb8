package org.bihuan.policy.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.policy.school.School.CLASS;
import static org.bihuan.policy.school.School.COOK;
import static org.bihuan.policy.school.School.TOILET;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.fact.SubjectId;
import org.junit.jupiter.api.Test;

/** Duties of a cluster keep their ids whatever else is told, on the class and on all that hear of it. */
final class SchoolDutiesTest {
    private static final List<SubjectId> ALL = List.of(CLASS, TOILET, COOK);

    @Test
    void A01_correctedAndUncorrectedTheSameDutiesComeBack() {
        Map<SubjectId, Set<UUID>> before = ids(cluster());
        before.values().forEach(ids -> assertThat(ids).isNotEmpty());
        School corrected = cluster().ill("p5", -60, "put-right", "p5");
        assertThat(ids(corrected).values()).allMatch(Set::isEmpty);
        assertThat(ids(corrected.takeBack("undone", "put-right"))).isEqualTo(before);
    }

    @Test
    void A02_aCaseThatJoinsRenamesNothing() {
        Map<SubjectId, Set<UUID>> before = ids(cluster());
        School more = cluster().ill("p6", 35).ill("p7", 36);
        for (SubjectId subject : ALL) {
            assertThat(more.ids(subject)).containsAll(before.getOrDefault(subject, Set.of()));
        }
    }

    @Test
    void A03_anEarlierCaseToldLaterKeepsTheOldIdsAsAliases() {
        Map<SubjectId, Set<UUID>> before = ids(cluster());
        School more = cluster().ill("p0", 8);
        for (SubjectId subject : ALL) {
            assertThat(more.ids(subject))
                    .as("the cluster is named after its first case")
                    .doesNotContainAnyElementsOf(before.getOrDefault(subject, Set.of()));
            assertThat(more.aliases(subject)).containsAll(before.getOrDefault(subject, Set.of()));
        }
    }

    @Test
    void A04_whatWasSaidOfADutyStandsUnderItsOldId() {
        Duty disinfection = cluster().decide(TOILET).duties().getFirst();
        School later = cluster()
                .ill("p0", 8)
                .tell(
                        "waiver",
                        "duty-waiver",
                        TOILET.toString(),
                        null,
                        Map.of(
                                "duty",
                                disinfection.id().toString(),
                                "waivedAt",
                                School.hour(35),
                                "by",
                                "疾控中心",
                                "reason",
                                "已封闭"));
        Duty renamed = later.decide(TOILET).duties().getFirst();
        assertThat(renamed.obligation()).isEqualTo(disinfection.obligation());
        assertThat(renamed.id()).isNotEqualTo(disinfection.id());
        assertThat(renamed.stateAt(later.decide(TOILET).decidedAt())).isEqualTo(Duty.State.WAIVED);
    }

    @Test
    void A05_noTwoDutiesShareAnId() {
        School school = cluster();
        Set<UUID> all = new HashSet<>();
        for (SubjectId subject : ALL) {
            school.decide(subject)
                    .duties()
                    .forEach(duty -> assertThat(all.add(duty.id())).isTrue());
        }
    }

    /** Five of the class fall ill on Monday and Tuesday. */
    private static School cluster() {
        return new School()
                .ill("p1", 9)
                .ill("p2", 13)
                .ill("p3", 20)
                .ill("p4", 31)
                .ill("p5", 34);
    }

    private static Map<SubjectId, Set<UUID>> ids(School school) {
        Map<SubjectId, Set<UUID>> ids = new HashMap<>();
        ALL.forEach(subject -> ids.put(subject, school.ids(subject)));
        return ids;
    }
}
