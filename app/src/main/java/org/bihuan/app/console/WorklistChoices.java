package org.bihuan.app.console;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.pack.Manifest;
import org.bihuan.policy.pack.Pack;
import org.springframework.stereotype.Component;

/** What the worklist can be narrowed to: places inside one's own region, roles and kinds of the orders. Thread-safe. */
@Component
class WorklistChoices {
    private static final int COUNTY = 3;
    private static final int VILLAGE = 5;

    private final Rules rules;

    WorklistChoices(Rules rules) {
        this.rules = rules;
    }

    Worklist.Choices of(String chosen, Words in) {
        return new Worklist.Choices(divisions(chosen, in), owners(in), kinds(in));
    }

    /** The parts of one's own region; inside the one that is chosen its parts as well. */
    private List<Worklist.Option> divisions(String chosen, Words in) {
        DivisionCode own = Asking.asker().map(Asker::region).orElse(null);
        Optional<DivisionCode> open = DivisionCode.parse(chosen).filter(each -> own == null || own.contains(each));
        List<Worklist.Option> options = new ArrayList<>();
        for (DivisionCode part : own == null ? counties() : parts(own)) {
            add(options, part, "", in);
            if (open.filter(part::contains).isPresent()) {
                addInside(options, part, open.get(), "　", in);
            }
        }
        return options;
    }

    private static void addInside(
            List<Worklist.Option> options, DivisionCode part, DivisionCode open, String indent, Words in) {
        for (DivisionCode each : parts(part)) {
            add(options, each, indent, in);
            if (each.contains(open)) {
                addInside(options, each, open, indent + "　", in);
            }
        }
    }

    private static void add(List<Worklist.Option> options, DivisionCode code, String indent, Words in) {
        String name = indent.isEmpty()
                ? in.place(code)
                : Divisions.load().findName(code).orElse(code.toString());
        if (!name.equals("市辖区")) { // not a place but a heading of the official list
            options.add(new Worklist.Option(code.toString(), indent + name));
        }
    }

    private static List<DivisionCode> parts(DivisionCode of) {
        return of.level() >= VILLAGE ? List.of() : Divisions.load().list(of.level() + 1, of);
    }

    private List<DivisionCode> counties() {
        Set<DivisionCode> counties = new TreeSet<>();
        rules.active()
                .forEach(pack -> counties.addAll(
                        Divisions.load().list(COUNTY, pack.manifest().jurisdiction())));
        return List.copyOf(counties);
    }

    private List<Worklist.Option> owners(Words in) {
        Set<String> seen = Asking.sight().owners();
        return words(duty -> duty.owner(), Manifest.Delegation::owner).stream()
                .filter(owner -> seen.isEmpty() || seen.contains(owner))
                .map(owner -> new Worklist.Option(owner, in.owner(owner)))
                .toList();
    }

    private List<Worklist.Option> kinds(Words in) {
        return words(duty -> duty.kind(), Manifest.Delegation::dutyKind).stream()
                .map(kind -> new Worklist.Option(kind, in.dutyKind(kind)))
                .toList();
    }

    private Set<String> words(
            Function<org.bihuan.policy.pack.DutyDefinition, String> ofDuty,
            Function<Manifest.Delegation, String> ofValue) {
        Set<String> words = new LinkedHashSet<>();
        for (Pack pack : rules.active()) {
            pack.duties().values().forEach(duty -> words.add(ofDuty.apply(duty)));
            Manifest.Delegation delegation = pack.manifest().delegation();
            if (delegation != null) {
                words.add(ofValue.apply(delegation));
            }
        }
        return words;
    }
}
