package org.bihuan.app.arrivals;

import java.util.List;
import java.util.Optional;
import org.bihuan.app.facts.Append;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.site.Refused;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.format.FieldError;
import org.bihuan.policy.pack.Wording;
import org.springframework.stereotype.Component;

/** What the fields of a kind of fact are called, so that pages and facts use one word. Thread-safe. */
@Component
class Labels {
    private final Rules rules;

    Labels(Rules rules) {
        this.rules = rules;
    }

    Wording of(String kind, String field) {
        return field(kind, field).map(FactCatalogue.Field::wording).orElse(new Wording(field, field));
    }

    /** The words of a choice, in the order in which they are declared. */
    List<String> choices(String kind, String field) {
        return field(kind, field).map(each -> List.copyOf(each.choices())).orElse(List.of());
    }

    private Optional<FactCatalogue.Field> field(String kind, String field) {
        return rules.catalogue().find(kind).map(known -> known.fields().get(field));
    }

    /**
     * Takes answers for done.
     *
     * @throws Refused when one of them is not: the first error, or that the key was used for something else
     */
    void requireTaken(List<Append> answers, String kind) {
        for (Append each : answers) {
            switch (each) {
                case Append.Recorded _, Append.Repeated _ -> {} // as wished
                case Append.Conflict conflict -> throw sentOtherwise(conflict.key());
                case Append.Refused refused -> {
                    FieldError error = refused.errors().getFirst();
                    throw new Refused(error.field(), of(kind, error.field()), error.value(), error.rule());
                }
            }
        }
    }

    /** A form that was sent before said something else. */
    static Refused sentOtherwise(String key) {
        return new Refused(
                "key",
                new Wording("表单编号", "id of the form"),
                key,
                new Wording("这张表已用不同内容提交过；请重新打开页面核对", "was sent before with another content: open the page again"));
    }
}
