package org.bihuan.app.duties;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.database.Standing;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.Duty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long lists are. A short one is counted by reading it; of a long one the length is a sum over a count of everything
 * that all who look share, so that it does not matter how many they are. Thread-safe.
 */
@Component
class DutyCounts {
    /** What the database counts in a few milliseconds. */
    static final long SHORT = 2_000;

    private final ReadStore reads;
    private final Standing<DutyCube> duties;
    private final Standing<MeasureCube> measures;
    private final TransactionTemplate transactions;

    DutyCounts(ReadStore reads, CubeStore cubes, TransactionTemplate transactions) {
        this.reads = reads;
        this.transactions = transactions;
        this.duties = standing(cubes::duties);
        this.measures = standing(cubes::measures);
    }

    private <V> Standing<V> standing(Function<Instant, V> make) {
        return Standing.of(
                now -> Asking.asMachine(() -> Objects.requireNonNull(transactions.execute(status -> make.apply(now)))));
    }

    Map<Duty.State, Long> count(DutyQuery query, Instant now) {
        return cube(query, now)
                .map(cube -> cube.count(Asking.sight(), query, now))
                .orElseGet(() -> exactly(() -> reads.count(query, now)));
    }

    Map<DivisionCode, Long> countByPlace(DutyQuery query, int level, Instant now) {
        return cube(query, now)
                .map(cube -> cube.countByPlace(Asking.sight(), query, level, now))
                .orElseGet(() -> exactly(() -> reads.countByPlace(query, level, now)));
    }

    long countUnderMeasure(Set<String> kinds, Instant now) {
        return standing(measures, now)
                .filter(cube -> cube.count(Asking.sight(), cube.kinds()) > SHORT)
                .map(cube -> cube.count(Asking.sight(), kinds))
                .orElseGet(() -> exactly(() -> reads.countUnderMeasure(kinds, now)));
    }

    /** The count of everything, where it knows the list and reading the list would take long. */
    private Optional<DutyCube> cube(DutyQuery query, Instant now) {
        return DutyCube.answers(query, now)
                ? standing(duties, now).filter(cube -> cube.cost(Asking.sight(), query, now) > SHORT)
                : Optional.empty();
    }

    /** Who is within a transaction has a connection; if all such waited for one more to count with, nobody would get it. */
    private static <V> Optional<V> standing(Standing<V> counts, Instant now) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? counts.made(now)
                : Optional.of(counts.at(now));
    }

    private <T> T exactly(Supplier<T> count) {
        return Objects.requireNonNull(transactions.execute(status -> count.get()));
    }
}
