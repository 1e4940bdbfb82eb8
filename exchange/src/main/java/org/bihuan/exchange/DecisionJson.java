package org.bihuan.exchange;

import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.decide.Measure;
import org.bihuan.policy.decide.Reason;
import org.bihuan.policy.decide.Refusal;
import org.bihuan.policy.decide.Release;
import org.bihuan.policy.fact.Signal;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.PackReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A decision as the JSON object that scripts read. Times carry the offset of the jurisdiction and always show seconds.
 * Stateless, thread-safe.
 */
public final class DecisionJson {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private static final JsonFactory FACTORY = new JsonFactory();
    private final ZoneId zone;
    private final List<PackReference> packs;

    /** Writes times with the offset of the zone, and names the packs. */
    public DecisionJson(ZoneId zone, List<PackReference> packs) {
        this.zone = zone;
        this.packs = packs;
    }

    /** Writes one object: the decision as it stands at the moment, with refusals from outside the rules added. */
    public void write(OutputStream out, SubjectId subject, Instant at, Decision decision, List<Refusal> more) {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            if (subject.type().equals("person")) {
                json.writeStringProperty("person", subject.id());
            }
            json.writeStringProperty("subject", subject.toString());
            time(json, "decidedAt", at);
            packs(json);
            measures(json, decision.measures());
            duties(json, decision.duties(), at);
            release(json, decision.now().release());
            json.writeNullProperty("code");
            why(json, decision.reasons());
            refused(
                    json,
                    Stream.concat(decision.refusals().stream(), more.stream()).toList());
            if (!decision.signals().isEmpty()) {
                signals(json, decision.signals());
            }
            time(json, "nextChangeAt", decision.nextChangeAt());
            json.writeEndObject();
        }
    }

    private void packs(JsonGenerator json) {
        json.writeArrayPropertyStart("packs");
        for (PackReference pack : packs) {
            json.writeStartObject();
            json.writeStringProperty("id", pack.id());
            json.writeStringProperty("version", pack.version());
            json.writeStringProperty("hash", pack.hash());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void measures(JsonGenerator json, List<Measure> measures) {
        json.writeArrayPropertyStart("measures");
        for (Measure measure : measures) {
            json.writeStartObject();
            json.writeStringProperty("kind", measure.kind());
            time(json, "from", measure.from());
            time(json, "until", measure.until());
            time(json, "overdueSince", measure.overdueSince());
            texts(json, "clauses", measure.clauses());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void duties(JsonGenerator json, List<Duty> duties, Instant at) {
        json.writeArrayPropertyStart("duties");
        for (Duty duty : duties) {
            json.writeStartObject();
            json.writeStringProperty("id", duty.id().toString());
            json.writeStringProperty("kind", duty.kind());
            json.writeStringProperty("obligation", duty.obligation());
            json.writeStringProperty("step", duty.step());
            time(json, "opensAt", duty.opensAt());
            time(json, "dueAt", duty.dueAt());
            json.writeStringProperty("owner", duty.owner());
            json.writeStringProperty("state", duty.stateAt(at).name().toLowerCase(Locale.ROOT));
            Duty.Met met = duty.met();
            time(json, "metAt", met == null ? null : met.happenedAt());
            texts(json, "clauses", duty.clauses());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void release(JsonGenerator json, @Nullable Release release) {
        if (release == null) {
            json.writeNullProperty("release");
            return;
        }
        json.writeObjectPropertyStart("release");
        time(json, "possibleAt", release.possibleAt());
        if (release.refusedBecause().isEmpty()) {
            json.writeNullProperty("refusedBecause");
        } else {
            json.writeArrayPropertyStart("refusedBecause");
            for (Release.Because because : release.refusedBecause()) {
                json.writeStartObject();
                json.writeStringProperty("reason", because.reason());
                texts(json, "clauses", because.clauses());
                json.writeStringProperty("zh", because.wording().zh());
                json.writeStringProperty("en", because.wording().en());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void why(JsonGenerator json, List<Reason> reasons) {
        json.writeArrayPropertyStart("why");
        for (Reason reason : reasons) {
            json.writeStartObject();
            json.writeStringProperty("pack", reason.pack().id());
            json.writeStringProperty("table", reason.table());
            json.writeStringProperty("row", reason.row());
            texts(json, "clauses", reason.clauses());
            json.writeObjectPropertyStart("inputs");
            reason.inputs().forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void refused(JsonGenerator json, List<Refusal> refusals) {
        json.writeArrayPropertyStart("refused");
        for (Refusal refusal : refusals) {
            json.writeStartObject();
            if (refusal.parameter() != null) {
                json.writeStringProperty("parameter", refusal.parameter());
            } else {
                json.writeStringProperty("field", refusal.field());
            }
            if (refusal.division() == null) {
                json.writeNullProperty("division");
            } else {
                json.writeStringProperty("division", refusal.division().toString());
            }
            json.writeStringProperty(
                    "message",
                    refusal.wording().zh() + " / " + refusal.wording().en());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void signals(JsonGenerator json, List<Signal> signals) {
        json.writeArrayPropertyStart("signals");
        for (Signal signal : signals) {
            json.writeStartObject();
            json.writeStringProperty("name", signal.name());
            json.writeStringProperty("value", signal.value());
            time(json, "from", signal.from());
            time(json, "until", signal.until());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private void time(JsonGenerator json, String name, @Nullable Instant time) {
        if (time == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(
                    name, TIME.format(time.truncatedTo(ChronoUnit.SECONDS).atZone(zone)));
        }
    }
}
