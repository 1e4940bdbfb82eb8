package org.bihuan.app.doorstep;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.facts.Append;
import org.bihuan.policy.format.FieldError;
import org.springframework.stereotype.Component;

/** Records what phones bring home for other modules. Each command is a transaction of its own. Thread-safe. */
@Component
class OtherWork {
    private final Map<String, OfflineAction> actions = new HashMap<>();

    OtherWork(List<OfflineAction> actions) {
        actions.forEach(each -> this.actions.put(each.name(), each));
    }

    Set<String> names() {
        return Set.copyOf(actions.keySet());
    }

    /** @param phoneNow the phone's clock at sending, milliseconds since 1970 */
    List<Outcome> record(List<OtherCommand> commands, String source, long phoneNow, Instant now) {
        return commands.stream()
                .map(each ->
                        record(each, source, PhoneMoment.of(each.phoneAt(), each.offsetMillis(), phoneNow, now), now))
                .toList();
    }

    private Outcome record(OtherCommand command, String source, PhoneMoment moment, Instant now) {
        OfflineAction action = Objects.requireNonNull(actions.get(command.action()));
        Instant at = moment.at();
        Append append = Asking.may(action.needs())
                ? action.work()
                        .record(
                                new OfflineAction.Done(
                                        command.id(),
                                        source,
                                        command.target(),
                                        command.fields(),
                                        moment.said(),
                                        at == null ? now : at),
                                now)
                : new Append.Refused(
                        command.id().toString(),
                        List.of(FieldError.of(
                                "action",
                                command.action(),
                                "action.permission",
                                "您的角色不能办理；请由有权限的人登录后上传",
                                "is not for your role: let somebody log in who may")));
        return Outcome.of(command.id(), append, moment, null);
    }
}
