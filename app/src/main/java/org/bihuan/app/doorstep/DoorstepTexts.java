package org.bihuan.app.doorstep;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of the page in both languages, which it takes along since there may be no network to ask. Thread-safe. */
@Component
public class DoorstepTexts {
    private static final List<String> KEYS = List.of(
            "title",
            "short",
            "online",
            "offline",
            "choose",
            "choose.take",
            "pin",
            "pin.again",
            "pin.rule",
            "pin.differ",
            "pin.wrong",
            "pin.wiped",
            "unlock",
            "lock",
            "forget",
            "forget.sure",
            "refresh",
            "send",
            "waiting",
            "waiting-one",
            "tried-here",
            "forgotten",
            "pin.short",
            "nothing-waiting",
            "today",
            "doors",
            "outbox",
            "find",
            "none-today",
            "none-doors",
            "none-found",
            "late",
            "due",
            "opens",
            "attempts",
            "people",
            "born",
            "needs",
            "last-visit",
            "never-visited",
            "visit",
            "do",
            "not-done",
            "save",
            "cancel",
            "required",
            "saved",
            "sent",
            "repeated",
            "conflict",
            "refused",
            "held",
            "already-met",
            "clock-doubt",
            "mend",
            "drop",
            "drop.sure",
            "packet-of",
            "wiped-packet",
            "too-old",
            "back",
            "failed",
            "no-server",
            "insecure",
            "elsewhere",
            "kept-till",
            "done-here",
            "smaller",
            "signed-out",
            "log-in",
            "photo",
            "photo.take",
            "photo.room",
            "photo.full",
            "photo.failed",
            "photo.remove",
            "photo.of");

    private final MessageSource messages;

    DoorstepTexts(MessageSource messages) {
        this.messages = messages;
    }

    String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    /** Every word by its key. */
    public Map<String, String> all(Locale locale) {
        Map<String, String> all = new TreeMap<>();
        KEYS.forEach(key -> all.put(key, text("doorstep." + key, locale)));
        return all;
    }
}
