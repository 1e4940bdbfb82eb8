package org.bihuan.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The facts of somebody about whom there are hundreds: none is lost between what is open and what opens. */
class NewestFactsTest {
    @Test
    void theLatestAreReadAtOnceAndTheOthersOpen() {
        for (int number : new int[] {0, 1, 30, 31, 300}) {
            SubjectView view = view(number);
            assertThat(view.newest()).hasSize(Math.min(number, 30));
            assertThat(view.older()).hasSize(Math.max(0, number - 30));
            assertThat(IntStream.range(0, number)
                            .mapToObj(each -> view.facts().get(each).key()))
                    .containsExactlyElementsOf(java.util.stream.Stream.of(view.older(), view.newest())
                            .flatMap(List::stream)
                            .map(SubjectView.Statement::key)
                            .toList());
        }
    }

    private static SubjectView view(int number) {
        List<SubjectView.Statement> facts = IntStream.range(0, number)
                .mapToObj(each -> new SubjectView.Statement(
                        "test", Instant.EPOCH, Instant.EPOCH, "s", "k" + each, true, false, List.of()))
                .toList();
        return new SubjectView(
                "person",
                "n",
                "p",
                List.of(),
                false,
                null,
                List.of(),
                null,
                List.of(),
                new Timeline.Builder(Instant.EPOCH, java.time.ZoneOffset.UTC).build(),
                List.of(),
                List.of(),
                facts,
                List.of(),
                "");
    }
}
