package org.bihuan.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Only what is a duty, a word and a key comes from an address into a form; said once, it does not come back. */
class UndoTest {
    private static final UUID DUTY = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");

    @Test
    void whatIsWrittenIsRead() {
        Undo undo = new Undo(DUTY, "attempt", "7c9e6679-7425-40de-944b-e07fc1f90ae7");
        assertThat(Undo.parse(undo.toString())).contains(undo);
    }

    @Test
    void anythingElseIsNone() {
        for (String text : new String[] {
            "",
            DUTY + ".attempt",
            DUTY + ".attempt.",
            "../../logout.attempt.x",
            DUTY + "/x.attempt.x",
            DUTY + ".Attempt.x",
            DUTY + ".attempt.x y",
            DUTY + ".attempt.\"><script>"
        }) {
            assertThat(Undo.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void aNewWordTakesThePlaceOfTheLast() {
        Undo undo = new Undo(DUTY, "attempt", "k");
        String first = Back.with("/duties?kind=test&done=met&undo=x.y.z", "recorded", undo);
        assertThat(first).isEqualTo("/duties?kind=test&done=recorded&undo=" + undo);
        assertThat(Back.with(first, "taken")).isEqualTo("/duties?kind=test&done=taken");
        assertThat(Back.with("/duties", "taken")).isEqualTo("/duties?done=taken");
        assertThat(Back.with("/duties?done=met&kind=test", "taken")).isEqualTo("/duties?kind=test&done=taken");
    }
}
