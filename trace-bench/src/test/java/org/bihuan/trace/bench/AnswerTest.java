package org.bihuan.trace.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerTest {
    private static Answer answer(int... values) {
        Answer answer = new Answer(2);
        for (int value : values) {
            answer.add(value);
        }
        return answer;
    }

    @Test
    void theFirstRowThatDiffersIsTold() {
        assertThat(answer(1, 2, 3, 4).difference(answer(1, 2, 3, 4))).isEmpty();
        assertThat(answer(1, 2, 3, 4).difference(answer(1, 2, 3, 5))).isEqualTo("row 1: [3, 4] against [3, 5]");
        assertThat(answer(1, 2).difference(answer(1, 2, 3, 4))).isEqualTo("row 1: nothing against [3, 4]");
        assertThat(answer(1, 2).difference(answer())).isEqualTo("row 0: [1, 2] against nothing");
    }
}
