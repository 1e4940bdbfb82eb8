package org.bihuan.app.destruction;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.format.FieldError;
import org.springframework.stereotype.Component;

/** Whether somebody may speak of the people of a scope. In the caller's transaction. Thread-safe. */
@Component
class Scopes {
    /** Kinds of fact that say who somebody is, and that everybody has: they do not keep anybody out of an outbreak. */
    static final Set<String> REGISTER = Set.of("person", "guardianship");

    private final Facts facts;
    private final Rules rules;

    Scopes(Facts facts, Rules rules) {
        this.facts = facts;
        this.rules = rules;
    }

    /**
     * Refuses what is nobody's of the asker's region.
     *
     * @param latest what an outbreak's moment must not lie ahead of
     */
    void require(Scope scope, Instant latest) {
        switch (scope) {
            case Scope.Person person -> requireKnown(person);
            case Scope.Outbreak outbreak -> requireOwn(outbreak, latest);
        }
    }

    /** Whoever is somebody else's is told apart from nobody by nothing. */
    private void requireKnown(Scope.Person person) {
        boolean known = person.subject().type().equals("person")
                && person.subject().id().indexOf('\0') < 0
                && facts.read(facts.groups(List.of(person.subject()))).values().stream()
                        .anyMatch(own -> !own.facts().isEmpty());
        if (!known) {
            throw new DestructionRefused(FieldError.of(
                    "subject",
                    person.subject().toString(),
                    "destruction.nobody",
                    "本地区没有此人；请核对编号",
                    "is nobody in your region: check the id"));
        }
    }

    private void requireOwn(Scope.Outbreak outbreak, Instant latest) {
        for (String kind : outbreak.kinds()) {
            if (rules.catalogue().find(kind).isEmpty() || REGISTER.contains(kind)) {
                throw new DestructionRefused(FieldError.of(
                        "kinds",
                        kind,
                        "destruction.kind",
                        "不是疫情中会发生的事实种类；如 arrival",
                        "is no kind of fact that belongs to an outbreak, such as arrival"));
            }
        }
        if (outbreak.kinds().isEmpty() || !Asking.sight().sees(outbreak.division())) {
            throw new DestructionRefused(FieldError.of(
                    "division",
                    outbreak.division().toString(),
                    "destruction.division",
                    "须为本地区的12位区划代码，并至少选一种事实",
                    "is the 12-digit code of a place in your region, with at least one kind of fact"));
        }
        if (outbreak.before().isAfter(latest)) {
            throw new DestructionRefused(FieldError.of(
                    "before",
                    outbreak.before().toString(),
                    "destruction.ahead",
                    "晚于现在；疫情结束后才能销毁",
                    "lies ahead of now: an outbreak is over first"));
        }
    }
}
