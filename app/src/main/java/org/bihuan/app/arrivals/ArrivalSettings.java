package org.bihuan.app.arrivals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.app.arrivals.domain.JourneyRules;
import org.bihuan.app.startup.StartupRefused;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What {@code packs/arrivals.yaml} says. Immutable. */
@Component
class ArrivalSettings {
    private final Map<?, ?> root;
    private final JourneyRules rules;

    ArrivalSettings(@Value("${bihuan.packs:${bihuan.home}/packs}") Path packs) {
        Path file = packs.resolve("arrivals.yaml");
        try {
            root = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            rules = read(root);
            use();
            kept();
            noShow();
            late();
            ahead();
            back();
            shownAhead();
            companions();
            latest();
            packetMost();
            packetKept();
            riskLevels();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (RuntimeException e) {
            throw new StartupRefused(
                    "arrivals",
                    "来返登记的设定不能用：" + e.getMessage() + "。请改正 " + file + "。",
                    "The settings of arrivals cannot be used: " + e.getMessage() + ". Mend " + file + ".",
                    e);
        }
    }

    private static JourneyRules read(Map<?, ?> root) {
        Map<String, Set<String>> remarks = new HashMap<>();
        part(root, "remarks").forEach((name, words) -> remarks.put(name.toString(), texts(words)));
        return new JourneyRules(
                texts(root.get("kinds")),
                number(root, "fold-hours"),
                Duration.ofDays(number(root, "belongs-days")),
                texts(root.get("tables")),
                texts(root.get("tests")),
                texts(root.get("handovers")),
                remarks);
    }

    JourneyRules rules() {
        return rules;
    }

    /** How long after the expected time somebody is lost whom nobody has seen. */
    Duration noShow() {
        return Duration.ofHours(number(root, "no-show-hours"));
    }

    /** How long after an arrival a self-declaration is still taken. */
    Duration late() {
        return Duration.ofDays(number(root, "late-days"));
    }

    /** How far ahead one may declare. */
    Duration ahead() {
        return Duration.ofDays(number(root, "ahead-days"));
    }

    /** How far back the funnel looks at first. */
    Duration back() {
        return Duration.ofDays(number(part(root, "window"), "back-days"));
    }

    /** How far ahead the funnel looks at first. */
    Duration shownAhead() {
        return Duration.ofDays(number(part(root, "window"), "ahead-days"));
    }

    /** How long the vehicle desk lists a vehicle after it was dealt with. */
    Duration latest() {
        return Duration.ofHours(number(root, "latest-hours"));
    }

    /** Most people whom a checkpoint's packet holds. */
    int packetMost() {
        return (int) number(part(root, "packet"), "most");
    }

    /** How long a phone keeps a checkpoint's packet. */
    Duration packetKept() {
        return Duration.ofDays(number(part(root, "packet"), "kept-days"));
    }

    /** Most people whom one declaration names besides the first. */
    int companions() {
        return (int) number(root, "companions");
    }

    /** Words of facts for the level of an origin, by those of the lists' schemes. */
    Map<String, String> riskLevels() {
        Map<String, String> levels = new LinkedHashMap<>();
        part(part(root, "risk"), "levels")
                .forEach((scheme, word) -> levels.put(String.valueOf(scheme), String.valueOf(word)));
        return levels;
    }

    /** Series of lists that is asked for it. */
    String riskSeries() {
        return String.valueOf(part(root, "risk").get("series"));
    }

    /** What declarations are used for. */
    Wording use() {
        return wording(part(root, "use"));
    }

    /** How long they are kept. */
    Wording kept() {
        return wording(part(root, "kept"));
    }

    private static Wording wording(Map<?, ?> part) {
        if (part.get("zh") instanceof String zh && part.get("en") instanceof String en) {
            return new Wording(zh, en);
        }
        throw new IllegalArgumentException("a text needs zh and en");
    }

    private static Map<?, ?> part(Map<?, ?> map, String key) {
        if (map.get(key) instanceof Map<?, ?> part) {
            return part;
        }
        throw new IllegalArgumentException(key + " is missing");
    }

    private static long number(Map<?, ?> map, String key) {
        if (map.get(key) instanceof Integer number && number > 0) {
            return number;
        }
        throw new IllegalArgumentException(key + " is no number above 0");
    }

    private static Set<String> texts(@Nullable Object list) {
        if (list instanceof List<?> words) {
            return words.stream().map(Object::toString).collect(Collectors.toUnmodifiableSet());
        }
        throw new IllegalArgumentException("kinds, tables, tests, handovers and remarks are lists");
    }
}
