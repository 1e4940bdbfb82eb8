package org.bihuan.policy.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.decide.Refusal;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An order restricts nobody outside its jurisdiction, and a cluster of which nobody knows where it is says so. */
final class ClusterPlaceTest {
    private static final String INSIDE = "210302000000";
    private static final String OUTSIDE = "210502000000";

    private static School cluster(@Nullable String register, @Nullable String illness) {
        School school = new School()
                .in(register)
                .tell("registered", "unit", "class:1a school:s1", null, Map.of("since", School.hour(-998)))
                .in(illness);
        for (int i = 1; i <= 6; i++) {
            school.ill("p" + i, 8 + i);
        }
        return school;
    }

    @Test
    void A01_whereNobodyKnowsNothingIsDemandedAndTheFieldAndSubjectAreNamed() {
        Decision decision = cluster(null, null).decideWithinJurisdiction(School.CLASS);
        assertThat(decision.duties()).isEmpty();
        assertThat(decision.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.field()).isEqualTo("division");
            assertThat(refusal.wording().zh()).contains("class:1a", "division", "norovirus-school");
            assertThat(refusal.wording().en()).contains("class:1a", "division", "norovirus-school");
        });
    }

    @Test
    void A02_theRegisterSaysWhereItIsWhenTheCasesDoNot() {
        Decision decision = cluster(INSIDE, null).decideWithinJurisdiction(School.CLASS);
        assertThat(decision.refusals()).extracting(Refusal::field).doesNotContain("division");
        assertThat(decision.duties())
                .isNotEmpty()
                .extracting(Duty::division)
                .allSatisfy(division -> assertThat(division).hasToString(INSIDE));
    }

    @Test
    void A03_elsewhereTheOrderIsSilent() {
        Decision decision = cluster(OUTSIDE, null).decideWithinJurisdiction(School.CLASS);
        assertThat(decision.duties()).isEmpty();
        assertThat(decision.refusals()).isEmpty();
    }

    @Test
    void A04_whoeverHearsOfAClusterLiesWhereItLies() {
        SubjectId toilet = School.TOILET;
        assertThat(cluster(INSIDE, null).decideWithinJurisdiction(toilet).duties())
                .isNotEmpty();
        Decision outside = cluster(OUTSIDE, null).decideWithinJurisdiction(toilet);
        assertThat(outside.duties()).isEmpty();
    }

    @Test
    void A05_judgedByHandTheOrderIsInForceWhereverItIs() {
        assertThat(cluster(null, null).decide(School.CLASS).duties()).isNotEmpty();
    }
}
