package org.bihuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bihuan.cli.CommandLine.Answer;
import org.junit.jupiter.api.Test;

/** {@code clauses}: each operative clause of the list once, proved with its proofs or not. */
final class ClausesCommandTest {
    private static List<String> operative() throws IOException {
        return Files.readAllLines(CommandLine.HOME.resolve("packs/clauses.csv")).stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[1].equals("operative"))
                .map(cells -> cells[0])
                .toList();
    }

    @Test
    void everyOperativeClauseStandsOnceAndNoOther() throws IOException {
        Answer answer = CommandLine.run("", "clauses");
        assertThat(answer.code()).isZero();
        List<String> lines = answer.out().lines().toList();
        List<String> named = lines.stream()
                .filter(line -> line.startsWith("proved ") || line.startsWith("unproved "))
                .map(line -> line.split(" +")[1])
                .toList();
        assertThat(named).containsExactlyInAnyOrderElementsOf(operative()).hasSizeGreaterThan(400);
        long proved = lines.stream().filter(line -> line.startsWith("proved ")).count();
        assertThat(lines.getLast()).startsWith(proved + " of " + named.size() + " operative clauses proved");
    }

    @Test
    void aProvedClauseNamesItsScenariosAndAnUnprovedOneItsSystems() {
        List<String> lines = CommandLine.run("", "clauses").out().lines().toList();
        assertThat(lines)
                .anyMatch(line -> line.startsWith("proved   S0-05 ") && line.contains("anshan-2020/arr-a-medium-risk"));
        assertThat(lines).noneMatch(line -> line.matches("proved +\\S+ *"));
        assertThat(lines).filteredOn(line -> line.startsWith("unproved")).isNotEmpty();
    }

    @Test
    void whatAScenarioMerelyClaimsOfAnotherKindIsNotCounted() throws IOException {
        Set<String> proved = CommandLine.run("", "clauses")
                .out()
                .lines()
                .filter(line -> line.startsWith("proved "))
                .map(line -> line.split(" +")[1])
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(operative()).containsAll(proved);
    }
}
