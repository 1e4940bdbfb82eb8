package org.bihuan.policy.format;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.policy.format.PackCheck.Problem;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.ParameterValue;
import org.bihuan.policy.pack.Strictness;
import org.bihuan.policy.pack.Wording;

/** Compares the values of an order with those of one above it, clause against clause. Pure. */
public final class ParentCheck {
    private ParentCheck() {}

    /**
     * Every value of which both orders speak and do not say the same, with both values and both sets of clauses. Looser
     * than the parent or in another unit is an error; stricter, merely different, or left open by one is a notification,
     * and so is every outcome that restricts otherwise than the parent's for the same person.
     */
    public static List<Problem> of(Pack child, Pack parent) {
        List<Problem> problems = new ArrayList<>();
        for (ParameterDefinition bound : parent.parameters().values()) {
            ParameterDefinition mine = child.parameters().get(bound.id());
            if (mine != null) {
                compare(child, parent, mine, bound, problems);
            }
        }
        problems.addAll(RowContradictions.of(child, parent));
        return problems;
    }

    private static void compare(
            Pack child, Pack parent, ParameterDefinition mine, ParameterDefinition bound, List<Problem> problems) {
        String zh = "参数 " + mine.id() + "，" + child.id() + " " + mine.clauses() + " 与上级 " + parent.id() + " "
                + bound.clauses() + "：";
        String en = "parameter " + mine.id() + ", " + child.id() + " " + mine.clauses() + " under " + parent.id() + " "
                + bound.clauses() + ": ";
        ParameterValue value = mine.value();
        ParameterValue theirs = bound.value();
        String unit = mine.unit().code();
        if (theirs != null && mine.unit() != bound.unit()) {
            problems.add(new Problem(
                    "pack.parent-unit",
                    true,
                    true,
                    new Wording(
                            zh + "单位为 " + unit + "，上级为 " + bound.unit().code(),
                            en + "the unit is " + unit + ", the parent's "
                                    + bound.unit().code())));
        } else if (value == null && theirs != null) {
            problems.add(note(
                    "pack.parent-value",
                    zh + "本级未定，上级定为 " + theirs + " " + unit,
                    en + "left open here, the parent says " + theirs + " " + unit));
        } else if (value != null && theirs == null) {
            problems.add(note(
                    "pack.parent-open",
                    zh + "本级定为 " + value + " " + unit + "，上级未定",
                    en + "the value here is " + value + " " + unit + ", left open by the parent"));
        } else if (value != null && theirs != null && bound.strictness().isLooser(value, theirs)) {
            problems.add(new Problem(
                    "pack.looser",
                    true,
                    true,
                    new Wording(
                            zh + value + " " + unit + " 宽于上级的 " + theirs,
                            en + value + " " + unit + " is looser than the parent's " + theirs)));
        } else if (value != null && theirs != null && !value.equals(theirs)) {
            boolean stricter = bound.strictness() != Strictness.NONE && value instanceof ParameterValue.Whole;
            problems.add(note(
                    stricter ? "pack.stricter" : "pack.differs",
                    zh + value + " " + unit + (stricter ? " 严于上级的 " : " 不同于上级的 ") + theirs,
                    en + value + " " + unit + (stricter ? " is stricter than" : " differs from") + " the parent's "
                            + theirs));
        }
    }

    private static Problem note(String code, String zh, String en) {
        return new Problem(code, false, false, new Wording(zh, en));
    }
}
