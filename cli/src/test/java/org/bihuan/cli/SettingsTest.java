package org.bihuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code --set} in both forms: for everybody, and for a division; what is set last counts. */
final class SettingsTest {
    private static final String HEADER = "person,arrivedAt,origin,originRisk,destination,declaredAt,code,tests\n";
    private static final String PROOF = "2020-07-28T09:00+08:00/2020-07-28T20:00+08:00/negative/nucleic-acid/self";

    /** Of low risk with green code and an own negative: whether there is a stay is left to the district. */
    private static String arrival(String destination) {
        return HEADER + "甲,2020-07-30T10:00+08:00,210211000000,low," + destination + ",2020-07-30T10:00+08:00,green,"
                + PROOF + "\n";
    }

    private static JsonNode judge(String destination, String... settings) {
        String[] options = new String[settings.length * 2];
        for (int i = 0; i < settings.length; i++) {
            options[2 * i] = "--set";
            options[2 * i + 1] = settings[i];
        }
        return CommandLine.judge(arrival(destination), options).only();
    }

    @Test
    void unsetIsRefusedWithParameterAndDivisionAndRestrictsNobody() {
        JsonNode decision = judge("210302000000");
        assertThat(decision.at("/measures")).isEmpty();
        assertThat(decision.at("/duties")).isEmpty();
        assertThat(decision.at("/refused/0/parameter").asString()).isEqualTo("home-observation-days");
        assertThat(decision.at("/refused/0/division").asString()).isEqualTo("210302000000");
    }

    @Test
    void aValueForEverybody() {
        JsonNode decision = judge("210302000000", "home-observation-days=7");
        assertThat(decision.at("/refused")).isEmpty();
        assertThat(decision.at("/measures/0/kind").asString()).isEqualTo("home-observation");
        assertThat(decision.at("/measures/0/until").asString()).isEqualTo("2020-08-06T10:00:00+08:00");
    }

    @Test
    void aValueForADivisionCountsThereAndNowhereElse() {
        JsonNode there = judge("210302000000", "210302000000:home-observation-days=7d");
        assertThat(there.at("/measures/0/until").asString()).isEqualTo("2020-08-06T10:00:00+08:00");
        JsonNode elsewhere = judge("210303000000", "210302000000:home-observation-days=7d");
        assertThat(elsewhere.at("/measures")).isEmpty();
        assertThat(elsewhere.at("/refused/0/division").asString()).isEqualTo("210303000000");
    }

    @Test
    void theSmallerDivisionWinsInWhateverOrder() {
        String city = "210300000000:home-observation-days=14";
        String county = "210302000000:home-observation-days=3";
        assertThat(judge("210302008000", city, county).at("/measures/0/until").asString())
                .isEqualTo(judge("210302008000", county, city)
                        .at("/measures/0/until")
                        .asString())
                .isEqualTo("2020-08-02T10:00:00+08:00");
    }

    @Test
    void ofOneNameSetTwiceTheLastCounts() {
        JsonNode decision = judge("210302000000", "home-observation-days=3", "home-observation-days=7");
        assertThat(decision.at("/measures/0/until").asString()).isEqualTo("2020-08-06T10:00:00+08:00");
    }

    @Test
    void noneIsAValue() {
        JsonNode decision = judge("210302000000", "210302000000:home-observation-days=0");
        assertThat(decision.at("/measures")).isEmpty();
        assertThat(decision.at("/refused")).isEmpty();
    }
}
