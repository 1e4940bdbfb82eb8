package org.bihuan.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 16, 17, 1000, 65_536, 65_537})
    void everyPlaceIsTakenOnce(long size) {
        Permutation permutation = new Permutation(TestSeed.next("permutation"), size);
        long[] places = LongStream.range(0, size).map(permutation::at).sorted().toArray();
        assertThat(places).isEqualTo(LongStream.range(0, size).toArray());
    }

    @Test
    void anotherSeedShufflesOtherwise() {
        Permutation one = new Permutation(1, 1000);
        Permutation two = new Permutation(2, 1000);
        assertThat(LongStream.range(0, 1000).filter(i -> one.at(i) == two.at(i)).count())
                .isLessThan(15);
        assertThat(LongStream.range(0, 1000).filter(i -> one.at(i) == i).count())
                .isLessThan(15);
    }

    @Test
    void indexesOutsideAreErrors() {
        assertThatThrownBy(() -> new Permutation(1, 10).at(10)).hasMessageContaining("10 is not below 10");
        assertThatThrownBy(() -> new Permutation(1, 10).at(-1)).hasMessageContaining("-1");
    }
}
