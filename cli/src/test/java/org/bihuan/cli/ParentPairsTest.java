package org.bihuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.ParameterValue;
import org.bihuan.policy.pack.Strictness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each pair of the packs that may stand above one another: whatever differs is told with the clauses of both. */
final class ParentPairsTest {
    private static Pack pack(String id) {
        return Packs.load(CommandLine.HOME.resolve("packs").resolve(id)).pack();
    }

    /** How a difference begins, in English and in Chinese. */
    private record Told(String en, String zh) {}

    /** The obvious twin: every value both speak of, compared by hand. */
    private static List<Told> expected(Pack child, Pack parent) {
        List<Told> expected = new ArrayList<>();
        for (ParameterDefinition mine : child.parameters().values()) {
            ParameterDefinition theirs = parent.parameters().get(mine.id());
            if (theirs != null && !Objects.equals(mine.value(), theirs.value())) {
                String here = child.id() + " " + mine.clauses();
                String above = parent.id() + " " + theirs.clauses();
                expected.add(new Told(
                        "parameter " + mine.id() + ", " + here + " under " + above + ": ",
                        "参数 " + mine.id() + "，" + here + " 与上级 " + above + "："));
            }
        }
        return expected;
    }

    private static boolean hasLooser(Pack child, Pack parent) {
        for (ParameterDefinition mine : child.parameters().values()) {
            ParameterDefinition theirs = parent.parameters().get(mine.id());
            if (theirs != null
                    && theirs.strictness() != Strictness.NONE
                    && mine.value() instanceof ParameterValue.Whole my
                    && theirs.value() instanceof ParameterValue.Whole bound
                    && (theirs.strictness() == Strictness.HIGHER
                            ? my.value() < bound.value()
                            : my.value() > bound.value())) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @CsvSource({
        "city-plan, province-plan",
        "anshan-2020, province-plan",
        "province-plan, anshan-2020",
        "city-plan, anshan-2020",
        "guazhou-2021, province-plan",
        "lanzhou-2021, anshan-2020",
        "jincheng-2022, province-plan",
        "jincheng-2022, anshan-2020",
    })
    void everyDifferenceIsToldWithTheClausesOfBothInBothLanguages(String childId, String parentId) {
        Pack child = pack(childId);
        Pack parent = pack(parentId);
        CommandLine.Answer answer = CommandLine.run(
                "",
                "pack",
                "check",
                CommandLine.HOME.resolve("packs").resolve(childId).toString(),
                "--parent",
                CommandLine.HOME.resolve("packs").resolve(parentId).toString());
        String told = answer.out() + answer.err();
        List<Told> expected = expected(child, parent);
        assertThat(expected).as("the pair speaks of one thing at least").isNotEmpty();
        expected.forEach(each -> assertThat(told.lines().filter(line -> line.contains(each.en())))
                .as(each.en())
                .singleElement()
                .satisfies(line -> assertThat(line).contains(each.zh())));
        assertThat(answer.code()).isEqualTo(hasLooser(child, parent) ? 2 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "city-plan, province-plan, S1-202, S1-005",
        "anshan-2020, province-plan, S0-05, S1-005",
        "province-plan, anshan-2020, S1-005, S0-05",
    })
    void whatIsDoneOtherwiseWithTheSamePersonIsTold(String childId, String parentId, String mine, String theirs) {
        CommandLine.Answer answer = CommandLine.run(
                "",
                "pack",
                "check",
                CommandLine.HOME.resolve("packs").resolve(childId).toString(),
                "--parent",
                CommandLine.HOME.resolve("packs").resolve(parentId).toString());
        assertThat((answer.out() + answer.err())
                        .lines()
                        .filter(line -> line.contains("while both are in force")
                                && line.contains(mine)
                                && line.contains(theirs)
                                && line.contains(childId)
                                && line.contains(parentId)))
                .isNotEmpty();
    }
}
