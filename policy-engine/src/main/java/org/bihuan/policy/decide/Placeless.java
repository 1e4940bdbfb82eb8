package org.bihuan.policy.decide;

import java.util.List;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.Manifest;
import org.bihuan.policy.pack.Wording;

/** Refuses an episode of which nobody knows whether it lies where the order is in force. */
final class Placeless {
    private Placeless() {}

    static Refusal refusal(PackPolicy policy, SubjectId subject) {
        Manifest manifest = policy.pack().manifest();
        return new Refusal(
                null,
                "division",
                null,
                new Wording(
                        subject + " 的 division（责任区划）未知，无法判断是否属于 " + manifest.id() + " 的管辖区 " + manifest.jurisdiction()
                                + "；请在其登记事实中填写 division",
                        "the division of " + subject + " is unknown, so nobody can tell whether it lies in "
                                + manifest.jurisdiction() + ", where " + manifest.id()
                                + " is in force; name the division in a fact that registers it"),
                List.of());
    }
}
