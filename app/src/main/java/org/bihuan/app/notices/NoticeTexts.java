package org.bihuan.app.notices;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.app.startup.StartupRefused;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.format.NoticeWords;
import org.bihuan.policy.format.PackFormatException;
import org.bihuan.policy.pack.Pack;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Fills the words of documents. Thread-safe. */
@Component
class NoticeTexts {
    private static final String MOMENT = "uuuu年M月d日HH时mm分";
    private static final String ENGLISH = "d MMMM uuuu HH:mm";

    private final NoticeWords words;
    private final ZoneId zone;

    NoticeTexts(@Value("${bihuan.packs:${bihuan.home}/packs}") Path packs, @Value("${bihuan.zone}") ZoneId zone) {
        this.words = read(packs);
        this.zone = zone;
    }

    private static NoticeWords read(Path packs) {
        try {
            NoticeWords words = NoticeWords.ofFolder(packs);
            for (NoticeKind kind : NoticeKind.values()) {
                if (!words.documents().containsKey(kind.label())) {
                    throw new StartupRefused(
                            "notices",
                            "缺少文书「" + kind.label() + "」的文字。请在 " + packs.resolve("notices.yaml") + " 中补上。",
                            "The words of the document " + kind.label() + " are missing. Add them to "
                                    + packs.resolve("notices.yaml") + ".");
                }
            }
            return words;
        } catch (PackFormatException e) {
            throw new StartupRefused(
                    "notices",
                    "文书的文字不能用:" + e.getMessage() + "。请改正 " + packs.resolve("notices.yaml") + "。",
                    "The words of documents cannot be used: " + e.getMessage() + ". Mend "
                            + packs.resolve("notices.yaml") + ".",
                    e);
        }
    }

    boolean isFor(String subjectType) {
        return words.subjects().contains(subjectType);
    }

    String series(NoticeKind kind) {
        return document(kind).series();
    }

    private NoticeWords.Document document(NoticeKind kind) {
        return Objects.requireNonNull(words.documents().get(kind.label()), "notices.yaml lacks " + kind.label());
    }

    int year(Instant at) {
        return at.atZone(zone).getYear();
    }

    /** @param region of county level or above, six digits of it are shown */
    String number(NoticeKind kind, DivisionCode region, int year, long serial) {
        return series(kind)
                + NoticeWords.fill(
                        words.number(),
                        Map.of(
                                "region", String.format(Locale.ROOT, "%06d", region.value() / 1_000_000),
                                "year", Integer.toString(year),
                                "serial", String.format(Locale.ROOT, "%06d", serial)));
    }

    /** The document's lines; the name stays a hole, so that it lies with the facts only. */
    List<String> lines(
            NoticeKind kind,
            Ground ground,
            Pack pack,
            Decision decision,
            String number,
            @Nullable String before,
            Instant issuedAt) {
        Map<String, String> values = new HashMap<>();
        values.put("name", "{name}");
        values.put("measure", measure(pack, ground.kind()));
        values.put("from", moment(ground.from()));
        values.put("begins", english(ground.from()));
        Instant until = ground.until();
        if (until == null) {
            values.put("openend", "");
        } else {
            values.put("until", moment(until));
            values.put("ends", english(until));
        }
        if (!ground.clauses().isEmpty()) {
            values.put("clauses", String.join("、", ground.clauses()));
        }
        sentence(ground, decision).lines().findFirst().ifPresent(sentence -> values.put("sentence", sentence));
        values.put("order", "《" + pack.manifest().titles().zh() + "》");
        values.put("issuer", pack.manifest().issuer().zh());
        values.put("number", number);
        if (before != null) {
            values.put("before", before);
        }
        values.put("issued", moment(issuedAt));
        return document(kind).lines().stream()
                .filter(line -> !NoticeWords.lacks(line, values))
                .map(line -> NoticeWords.fill(line, values).replace('\n', ' '))
                .toList();
    }

    /** The lines of a letter about a notice; name and answer stay holes. */
    List<String> letterLines(
            NoticeKind kind, Notice about, String outcome, @Nullable Instant until, String number, Instant issuedAt) {
        Map<String, String> values = new HashMap<>();
        values.put("name", "{name}");
        values.put("answer", "{answer}");
        values.put("outcome", outcome);
        if (until != null) {
            values.put("until", moment(until));
            values.put("ends", english(until));
        }
        values.put("before", about.number());
        values.put("number", number);
        values.put("issuer", about.issuer());
        values.put("issued", moment(issuedAt));
        return document(kind).lines().stream()
                .filter(line -> !NoticeWords.lacks(line, values))
                .map(line -> NoticeWords.fill(line, values).replace('\n', ' '))
                .toList();
    }

    private static String measure(Pack pack, String kind) {
        var known = pack.vocabulary().measures().get(kind);
        return known == null ? kind : known.wording().zh();
    }

    /** What the rows say that share a clause with the measure. */
    private static String sentence(Ground ground, Decision decision) {
        Set<String> clauses = Set.copyOf(ground.clauses());
        return decision.reasons().stream()
                .filter(reason -> reason.clauses().stream().anyMatch(clauses::contains))
                .map(reason -> reason.wording().zh())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** What goes by short message. */
    String message(Notice notice, String link) {
        return NoticeWords.fill(
                document(notice.kind()).message(),
                Map.of("region", region(notice), "number", notice.number(), "link", link));
    }

    /** Names no health authority, unlike the issuer's own name. */
    static String region(Notice notice) {
        return Divisions.load().findName(notice.region()).orElse(notice.region().toString());
    }

    private String english(Instant at) {
        return DateTimeFormatter.ofPattern(ENGLISH, Locale.ENGLISH).format(at.atZone(zone));
    }

    private String moment(Instant at) {
        return DateTimeFormatter.ofPattern(MOMENT, Locale.ROOT).format(at.atZone(zone));
    }
}
