package org.bihuan.app.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.format.PackCheck;
import org.bihuan.policy.format.PackFormatException;
import org.bihuan.policy.format.SettingCheck;
import org.bihuan.policy.format.SettingText;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.ParameterSetting;
import org.bihuan.policy.pack.ParameterValue;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fills what the text of an order leaves empty and no district decides, before a version is put into force. What a version
 * in force already judges by is not changed here: that takes a version that says another value, and its preview. Thread-safe.
 */
@Service
public class Filling {
    private final Rules rules;
    private final RuleStore store;
    private final EventStore events;

    Filling(Rules rules, RuleStore store, EventStore events) {
        this.rules = rules;
        this.store = store;
        this.events = events;
    }

    /**
     * A value the version leaves empty.
     *
     * @param set what has been set for the whole order, null for nothing
     */
    public record Open(
            ParameterDefinition definition, @Nullable ParameterSetting set) {}

    /** All of them, in the order of the version. */
    public List<Open> open(String hash) {
        PackPolicy policy = rules.candidate(hash, Instant.EPOCH);
        return policy.pack().parameters().values().stream()
                .filter(Filling::isOpen)
                .map(each -> new Open(
                        each,
                        PackPolicy.inForce(policy.settings(), each.id(), null).orElse(null)))
                .toList();
    }

    /** Whether the text leaves the value empty and to no district. */
    static boolean isOpen(ParameterDefinition definition) {
        return definition.value() == null && !definition.setter().isDelegated();
    }

    /** Whether {@link #fill} would set the value; sets nothing. */
    @Transactional(readOnly = true)
    public Rules.Setting check(String hash, String parameter, String value, Instant now) {
        PackPolicy policy = rules.candidate(hash, now);
        Pack pack = policy.pack();
        ParameterDefinition definition = pack.parameters().get(parameter);
        if (definition == null) {
            return new Rules.Setting.Refused("没有这个参数 / no such parameter: " + parameter);
        }
        if (!isOpen(definition)) {
            return new Rules.Setting.Refused(
                    definition.setter().isDelegated()
                            ? "这个值由县（市）区决定：" + parameter + " / is for the districts to decide: " + parameter
                            : "命令已规定 " + parameter + "；要改须起草新版本 / the order says " + parameter
                                    + " itself: draft a new version to change it");
        }
        if (judgesBy(pack.id(), parameter)) {
            return new Rules.Setting.Refused(
                    "生效的版本正按 " + parameter + " 判定，不经预演不能改动；请起草写明数值的新版本 / the version in force judges by " + parameter
                            + ": draft a version that says the value, so that the change is previewed");
        }
        try {
            ParameterSetting wanted = new ParameterSetting(parameter, null, SettingText.value(definition, value), now);
            return SettingCheck.refusal(pack, PackCheck.above(pack, rules.active()), policy.settings(), wanted)
                    .or(() -> unknown(wanted))
                    .<Rules.Setting>map(Rules.Setting.Refused::of)
                    .orElseGet(() -> new Rules.Setting.Done(pack.id(), parameter, null));
        } catch (PackFormatException e) {
            return Rules.Setting.Refused.of(SettingCheck.unreadable(definition, value, e));
        }
    }

    private boolean judgesBy(String pack, String parameter) {
        return store.active().stream()
                .filter(each -> each.pack().equals(pack))
                .map(each -> rules.load(each.hash()).pack().parameters().get(parameter))
                .anyMatch(each -> each != null && isOpen(each));
    }

    /** A division that is not there would be met by nobody. */
    private static Optional<Wording> unknown(ParameterSetting wanted) {
        if (!(wanted.value() instanceof ParameterValue.Divisions divisions)) {
            return Optional.empty();
        }
        return divisions.value().stream()
                .filter(each -> !Divisions.load().exists(each))
                .findFirst()
                .map(each -> new Wording(
                        wanted.parameter() + "：没有这个地区 " + each,
                        wanted.parameter() + ": there is no such division as " + each));
    }

    /** Sets the value for the whole order, unless {@link #check} refuses it. */
    @Transactional
    public Rules.Setting fill(String hash, String parameter, String value, Instant now, String by, String reason) {
        store.lock(true);
        Rules.Setting answer = check(hash, parameter, value, now);
        if (answer instanceof Rules.Setting.Done done) {
            store.set(done.pack(), parameter, null, value, now, by, reason);
            events.add(done.pack(), hash, "value", now, by, parameter + "=" + value + " " + reason);
        }
        return answer;
    }
}
