package org.bihuan.app.doorstep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells commands from damaged ones. */
final class CommandReader {
    /** Commands in one request. */
    static final int MOST = 500;

    private static final int LONGEST_TARGET = 200;
    private static final int MOST_FIELDS = 60;

    private CommandReader() {}

    /** The commands that can be read, those for other modules, and what to say of the rest. */
    record Read(List<Command> commands, List<OtherCommand> others, List<DoorstepApi.OutcomeText> damaged) {}

    /** @param names of the actions of other modules */
    static Read read(List<DoorstepApi.CommandText> texts, Set<String> names) {
        List<Command> commands = new ArrayList<>();
        List<OtherCommand> others = new ArrayList<>();
        List<DoorstepApi.OutcomeText> damaged = new ArrayList<>();
        for (DoorstepApi.CommandText text : texts) {
            if (text == null) {
                continue;
            }
            UUID id = id(text.id());
            Command.Action action = action(text.action());
            if (id == null) {
                damaged.add(refused(text, "id", text.id(), "不是有效的编号", "is not a UUID"));
            } else if (action == null && (text.action() == null || !names.contains(text.action()))) {
                damaged.add(refused(text, "action", text.action(), "不认识的操作", "is no known action"));
            } else if (text.target() == null
                    || text.target().isBlank()
                    || text.target().length() > LONGEST_TARGET
                    || text.target().indexOf('\0') >= 0) {
                damaged.add(refused(text, "target", text.target(), "缺少办理对象", "says of whom"));
            } else if (text.phoneAt() == null || text.offsetMillis() == null) {
                damaged.add(refused(text, "phoneAt", "", "缺少时间", "says when, by the phone's clock and its offset"));
            } else if (text.fields() == null || text.fields().size() > MOST_FIELDS) {
                damaged.add(refused(text, "fields", "", "缺少填写内容", "holds what was filled in"));
            } else if (action == null) {
                others.add(new OtherCommand(
                        id, text.action(), text.target(), values(text.fields()), text.phoneAt(), text.offsetMillis()));
            } else {
                commands.add(new Command(
                        id, action, text.target(), values(text.fields()), text.phoneAt(), text.offsetMillis()));
            }
        }
        return new Read(commands, others, damaged);
    }

    private static Map<String, Object> values(Map<String, Object> fields) {
        Map<String, Object> values = new java.util.LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (value != null) {
                values.put(name, value);
            }
        });
        return values;
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static Command.@Nullable Action action(@Nullable String text) {
        for (Command.Action action : Command.Action.values()) {
            if (action.name().toLowerCase(Locale.ROOT).equals(text)) {
                return action;
            }
        }
        return null;
    }

    private static DoorstepApi.OutcomeText refused(
            DoorstepApi.CommandText text, String field, @Nullable String value, String zh, String en) {
        return new DoorstepApi.OutcomeText(
                text.id() == null ? "" : text.id(),
                "refused",
                List.of(new DoorstepApi.Wrong(field, value == null ? "" : value, zh, en)),
                false,
                Optional.empty());
    }
}
