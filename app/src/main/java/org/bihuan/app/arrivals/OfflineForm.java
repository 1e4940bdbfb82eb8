package org.bihuan.app.arrivals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.doorstep.OfflineAction;
import org.bihuan.app.facts.Append;
import org.bihuan.app.site.Refused;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.format.FieldError;

/** Between what a phone sends and what the desk takes. */
final class OfflineForm {
    private OfflineForm() {}

    static Officer officer(OfflineAction.Done done) {
        return new Officer(done.source(), Asking.asker().orElseThrow());
    }

    /** What was filled in, with the moment: that which the phone said tells one form from another. */
    static Fields fields(OfflineAction.Done done, Map<String, String> own) {
        Map<String, String> typed = new HashMap<>();
        done.fields().forEach((name, value) -> typed.put(name, String.valueOf(value)));
        typed.putAll(own);
        typed.put(FormContent.SAID, done.said().toString());
        typed.put("at", done.at().toString());
        return new Fields(typed);
    }

    /**
     * What became of it.
     *
     * @param key of its fact
     * @param work tells whether it was sent before
     */
    static Append answer(OfflineAction.Done done, String key, BooleanSupplier work) {
        FactId fact = FactId.of(done.source(), key);
        try {
            return work.getAsBoolean() ? new Append.Repeated(key, fact) : new Append.Recorded(key, fact);
        } catch (Refused e) {
            FieldError error = FieldError.of(
                    e.field(),
                    e.value(),
                    "desk.refused",
                    e.rule().zh(),
                    e.rule().en());
            return e.field().equals("key") ? new Append.Conflict(key, fact) : new Append.Refused(key, List.of(error));
        }
    }
}
