package org.bihuan.app.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.city.Fact;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;

/** Facts of the made-up city in the open envelope. */
final class CityFacts {
    private CityFacts() {}

    static RawFact raw(Fact fact) {
        Map<String, Object> payload = new HashMap<>();
        fact.payload().forEach((name, value) -> payload.put(name, value.toString()));
        List<FactSubject> subjects = fact.subjects().stream()
                .map(each -> new FactSubject(each.role(), new SubjectId(each.type(), each.id())))
                .toList();
        return new RawFact(
                fact.source(),
                fact.key(),
                fact.kind(),
                fact.schema(),
                fact.occurredAt().toString(),
                null,
                0,
                0,
                fact.corrects().orElse(null),
                subjects,
                fact.division().toString(),
                payload);
    }
}
