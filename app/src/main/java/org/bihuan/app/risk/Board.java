package org.bihuan.app.risk;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bihuan.app.places.Places;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.places.DivisionNames;
import org.bihuan.places.PlaceId;
import org.bihuan.places.risk.Figures;
import org.bihuan.places.risk.InForce;
import org.bihuan.places.risk.ListCheck;
import org.bihuan.places.risk.ListDifference;
import org.bihuan.places.risk.ListVersion;
import org.bihuan.places.risk.ListedArea;
import org.bihuan.places.risk.RiskScheme;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Works out what the risk board shows. Thread-safe. */
@Component
class Board {
    private final RiskLists lists;
    private final Levels levels;
    private final Situation situation;
    private final RiskSettings settings;
    private final Places places;
    private final ZoneId zone;

    Board(
            RiskLists lists,
            Levels levels,
            Situation situation,
            RiskSettings settings,
            Places places,
            @Value("${bihuan.zone}") ZoneId zone) {
        this.lists = lists;
        this.levels = levels;
        this.situation = situation;
        this.settings = settings;
        this.places = places;
        this.zone = zone;
    }

    /** What the board is asked. */
    record Question(String series, String place, String at, String known, String done, String error) {}

    /** A moment as a form has it; empty when there is none. */
    Optional<Instant> moment(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(text.strip()).atZone(zone).toInstant());
        } catch (DateTimeParseException e) {
            throw new RiskRefused(
                    "时间「" + text + "」须写成 2022-11-01T21:00", "the time \"" + text + "\" must be like 2022-11-01T21:00");
        }
    }

    private String local(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    BoardView view(Question question, Instant now) {
        Instant moment = moment(question.at()).orElse(now);
        Instant known = moment(question.known()).orElse(now);
        InForce<Publication> inForce = levels.inForce(question.series());
        Optional<ListVersion<Publication>> found = inForce.at(moment, known);
        Publication list = found.map(ListVersion::value).orElse(null);
        Publication before = found.flatMap(it -> inForce.before(it, known))
                .map(ListVersion::value)
                .orElse(null);
        RiskScheme scheme = list == null ? null : settings.scheme(list.scheme());
        List<ListedArea> areas = list == null ? List.of() : lists.areas(list.id());
        ListCheck check = ListCheck.of(areas);
        List<Publication> all = new ArrayList<>(lists.publications(question.series()));
        return new BoardView(
                question.series(),
                local(moment),
                question.known().isBlank() ? "" : local(known),
                list,
                scheme,
                list == null || scheme == null
                        ? List.of()
                        : Figures.of(scheme, areas, lists.stated(list.id()), prefectures()),
                before == null || scheme == null
                        ? null
                        : ListDifference.between(
                                settings.scheme(before.scheme()), lists.areas(before.id()), scheme, areas),
                before,
                check.repeated().size(),
                check.contradicting().size(),
                scheme == null ? List.of() : Tiles.of(settings, scheme, areas),
                lists.waiting().values().stream().mapToInt(List::size).sum(),
                PlaceId.parse(question.place().strip())
                        .map(place -> asked(question.series(), place, moment, known))
                        .orElse(null),
                all.reversed().stream()
                        .map(each -> new BoardView.Named<>(each, local(each.effectiveAt())))
                        .toList(),
                situation.responses().reversed().stream()
                        .map(each -> new BoardView.Named<>(each, places.fullName(each.region(), now)))
                        .toList(),
                situation.sources().stream()
                        .map(each -> new BoardView.Named<>(each, places.fullName(each.place(), now)))
                        .toList(),
                new BoardView.Choices(settings.schemes(), settings.responses(), settings.sources()),
                question.done(),
                question.error());
    }

    private BoardView.@Nullable Asked asked(String series, PlaceId place, Instant moment, Instant known) {
        if (places.versions(place).isEmpty()) {
            return null;
        }
        Optional<Levels.Answer> answer = levels.at(series, place, moment, known);
        Optional<Response> response = situation.response(place, moment, known);
        return new BoardView.Asked(
                place.toString(),
                places.fullName(place, moment),
                answer.map(it -> it.level().level()).orElse(null),
                answer.flatMap(it -> it.level().listedAs())
                        .map(it -> places.fullName(it, moment))
                        .orElse(""),
                answer.flatMap(this::stricterWithin).orElse(""),
                answer.flatMap(it -> it.level().perhaps()).orElse(""),
                response.map(Response::level).orElse(""),
                response.map(Response::effectiveAt),
                situation.sourcesAt(place, moment).stream()
                        .map(each -> new BoardView.Named<>(each, places.fullName(each.place(), moment)))
                        .toList());
    }

    /** What is listed inside a place says something only where it is stricter than the place's own level. */
    private Optional<String> stricterWithin(Levels.Answer answer) {
        RiskScheme scheme = settings.scheme(answer.publication().scheme());
        return answer.level()
                .within()
                .filter(it -> scheme.rank(it) < scheme.rank(answer.level().level()));
    }

    /** How many prefectures the country has, groups of counties aside. */
    private static int prefectures() {
        int count = 0;
        for (DivisionCode code : Divisions.load().list(2)) {
            count += DivisionNames.isPlaceholder(Divisions.load().findName(code).orElse("县")) ? 0 : 1;
        }
        return count;
    }
}
