package org.bihuan.policy.format;

import java.util.Optional;
import org.bihuan.policy.pack.DutyDefinition;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.ParameterValue;
import org.bihuan.policy.pack.TestDays;
import org.bihuan.policy.pack.Wording;

/** Asks of a test schedule whether it has the tests that the order wants, and no others. Pure. */
final class ScheduleCheck {
    private ScheduleCheck() {}

    /** What is wrong with the value for one of the duties that follow it; empty when nothing is, or it is no schedule. */
    static Optional<Wording> fault(Pack pack, ParameterDefinition definition, ParameterValue value) {
        if (value instanceof ParameterValue.Schedule schedule) {
            for (DutyDefinition duty : pack.duties().values()) {
                TestDays use = duty.schedule();
                if (use != null && use.parameter().equals(definition.id())) {
                    Optional<Wording> fault = fault(pack, duty, use, schedule);
                    if (fault.isPresent()) {
                        return fault;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Wording> fault(
            Pack pack, DutyDefinition duty, TestDays use, ParameterValue.Schedule schedule) {
        for (var day : schedule.value()) {
            if (!use.least().containsKey(use.kind(day))) {
                return Optional.of(new Wording(
                        "检测种类 " + use.kind(day) + " 不在条款 " + duty.clauses() + " 之列，可用 "
                                + use.least().keySet(),
                        "the kind of test " + use.kind(day) + " is none of " + duty.clauses() + "; there are "
                                + use.least().keySet()));
            }
            if (day.from() < use.firstDay()) {
                return Optional.of(new Wording(
                        "天次从 " + use.firstDay() + " 数起，得 " + day,
                        "days count from " + use.firstDay() + ", got " + day));
            }
        }
        for (var least : use.least().entrySet()) {
            ParameterDefinition bound = pack.parameters().get(least.getValue());
            long planned = schedule.value().stream()
                    .filter(day -> use.kind(day).equals(least.getKey()))
                    .count();
            if (bound != null && bound.value() instanceof ParameterValue.Whole whole && planned < whole.value()) {
                return Optional.of(new Wording(
                        least.getKey() + " 检测 " + planned + " 次，少于条款 " + bound.clauses() + " 规定的 " + whole + " 次",
                        planned + " tests of " + least.getKey() + " are fewer than the " + whole + " of "
                                + bound.clauses()));
            }
        }
        return Optional.empty();
    }
}
