package org.bihuan.app.places;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bihuan.kernel.Divisions;
import org.bihuan.places.Hit;
import org.bihuan.places.PlaceId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes what the pages about places show. Thread-safe. */
@Component
class PlaceViews {
    private final Places places;
    private final ZoneId zone;

    PlaceViews(Places places, @Value("${bihuan.zone}") ZoneId zone) {
        this.places = places;
        this.zone = zone;
    }

    /** A moment as a form has it; the other one when it is empty. */
    Instant moment(String text, Instant otherwise) {
        if (text.isBlank()) {
            return otherwise;
        }
        try {
            return LocalDateTime.parse(text.strip()).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new PlaceRefused(
                    "时间「" + text + "」须写成 2022-11-01T21:00", "the time \"" + text + "\" must be like 2022-11-01T21:00");
        }
    }

    List<PlaceLine> found(String text, int limit, Instant now) {
        return places.search(text, limit).stream().map(hit -> line(hit, now)).toList();
    }

    /** Where to begin without a word to look for. */
    List<PlaceLine> provinces(Instant now) {
        return Divisions.load().list(PlaceKind.PROVINCE.level()).stream()
                .map(code -> line(PlaceId.of(code), now))
                .toList();
    }

    private PlaceLine line(Hit hit, Instant now) {
        return new PlaceLine(
                hit.id().toString(),
                PlaceKind.of(hit.level()).key(),
                hit.name(),
                places.fullName(hit.id(), now),
                hit.isFormer());
    }

    private PlaceLine line(PlaceId id, Instant at) {
        Place place = places.find(id, at).orElseGet(() -> places.versions(id).getLast());
        return new PlaceLine(id.toString(), place.kind().key(), place.name(), places.fullName(id, at), !place.isAt(at));
    }

    Optional<PlaceView> view(PlaceId id, Instant at, String error) {
        List<Place> versions = places.versions(id);
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        Optional<Place> then = places.find(id, at);
        Place place = then.orElse(versions.getLast());
        List<Succession> successions = places.successions(id);
        List<PlaceId> chain = places.chain(id, at);
        return Optional.of(new PlaceView(
                id.toString(),
                at,
                LocalDateTime.ofInstant(at, zone)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString(),
                place.name(),
                then.isPresent(),
                place.kind().key(),
                chain.reversed().stream()
                        .filter(each -> !each.equals(id))
                        .map(each -> line(each, at))
                        .toList(),
                versions.stream()
                        .map(each -> new PlaceView.Version(
                                each.name(),
                                each.from().equals(Instant.EPOCH) ? null : each.from(),
                                each.to().orElse(null)))
                        .toList(),
                successions.stream()
                        .filter(each -> each.after().equals(id))
                        .map(each -> new PlaceView.Change(line(each.before(), at), each.how(), each.at()))
                        .toList(),
                successions.stream()
                        .filter(each -> each.before().equals(id))
                        .map(each -> new PlaceView.Change(line(each.after(), at), each.how(), each.at()))
                        .toList(),
                places.successors(id, at).stream().map(each -> line(each, at)).toList(),
                places.children(id, at).stream()
                        .map(each ->
                                new PlaceLine(each.id().toString(), each.kind().key(), each.name(), each.name(), false))
                        .toList(),
                Arrays.stream(PlaceKind.values())
                        .filter(kind -> kind.level() > place.kind().level())
                        .map(PlaceKind::key)
                        .toList(),
                error));
    }
}
