package org.bihuan.app.risk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.places.Places;
import org.bihuan.places.PlaceId;
import org.bihuan.places.risk.InForce;
import org.bihuan.places.risk.ListVersion;
import org.bihuan.policy.level.DeclaredResponses;
import org.bihuan.policy.level.FlaggedSources;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Response levels by region and minute, and sources of danger that are on no list. Thread-safe. */
@Service
public class Situation {
    private static final int LONGEST = 200;

    private final SituationStore store;
    private final OwnEditionStore editions;
    private final RiskSettings settings;
    private final Places places;

    Situation(SituationStore store, OwnEditionStore editions, RiskSettings settings, Places places) {
        this.store = store;
        this.editions = editions;
        this.settings = settings;
        this.places = places;
    }

    /**
     * The response level of a place at a moment as known at another: its own, or that of the nearest region around it.
     */
    public Optional<Response> response(PlaceId place, Instant moment, Instant known) {
        List<Response> all = store.responses();
        for (PlaceId region : places.chain(place, moment)) {
            InForce<Response> own = new InForce<>(all.stream()
                    .filter(each -> each.region().equals(region))
                    .map(each -> new ListVersion<>(each, each.effectiveAt(), each.recordedAt(), null))
                    .toList());
            Optional<Response> found = own.at(moment, known).map(ListVersion::value);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** All response levels ever set, by their minute. */
    public List<Response> responses() {
        return store.responses();
    }

    /**
     * Sets a response level from a minute on; the same again changes nothing.
     *
     * @throws RiskRefused when there is no such level or place, or no basis is given
     */
    @Transactional
    public void respond(PlaceId region, String level, Instant from, String basis, Instant now, String by) {
        if (!settings.responses().contains(level)) {
            throw new RiskRefused(
                    "响应级别「" + level + "」须为" + settings.responses() + "之一",
                    "the response level \"" + level + "\" is one of " + settings.responses());
        }
        requirePlace(region, from);
        Response response =
                new Response(UUID.randomUUID(), region, level, from, now, by, checked(basis, "依据", "basis"));
        editions.lock();
        boolean isThere = store.responses().stream()
                .anyMatch(each -> each.region().equals(region)
                        && each.level().equals(level)
                        && each.effectiveAt().equals(from));
        if (!isThere) {
            store.insert(response, editions.next(DeclaredResponses.SERIES, "responded", now, by));
        }
    }

    /** Sources flagged at the moment which the place is, lies in, or which lie in it. */
    public List<Source> sourcesAt(PlaceId place, Instant moment) {
        List<PlaceId> chain = places.chain(place, moment);
        return store.sources().stream()
                .filter(each -> each.isAt(moment))
                .filter(each -> chain.contains(each.place())
                        || places.chain(each.place(), moment).contains(place))
                .toList();
    }

    /** All sources, the latest first. */
    public List<Source> sources() {
        return store.sources();
    }

    /**
     * Flags a source that is on no list.
     *
     * @throws RiskRefused when there is no such kind or place, it has no name or no fitting code, or ends before it begins
     */
    @Transactional
    public void flag(Source source, Instant now) {
        if (!settings.sources().contains(source.kind())) {
            throw new RiskRefused(
                    "来源类别「" + source.kind() + "」须为" + settings.sources() + "之一",
                    "the kind \"" + source.kind() + "\" is one of " + settings.sources());
        }
        requirePlace(source.place(), source.from());
        checked(source.name(), "名称", "name");
        if (source.to().filter(to -> !to.isAfter(source.from())).isPresent()) {
            throw new RiskRefused("结束时间须晚于开始时间", "the end must come after the beginning");
        }
        requireCode(source.code());
        editions.lock();
        boolean isThere = store.sources().stream()
                .anyMatch(each -> each.name().equals(source.name())
                        && each.place().equals(source.place())
                        && each.from().equals(source.from()));
        if (!isThere) {
            store.insert(source, now, editions.next(FlaggedSources.SERIES, "flagged", now, source.by()));
        }
    }

    /** A word for one source must not read as that of a kind. */
    private void requireCode(String code) {
        if (!code.isEmpty()
                && (!code.matches("[a-z0-9-]{1,40}") || settings.sources().contains(code))) {
            throw new RiskRefused(
                    "代号「" + code + "」只能用小写字母、数字和连字符（1至40个），且不能是类别" + settings.sources() + "之一；没有代号请留空",
                    "the code \"" + code
                            + "\" takes 1 to 40 small letters, digits and hyphens and is none of the kinds "
                            + settings.sources() + "; leave it empty for none");
        }
    }

    /**
     * Says when a source ends. An end that does not come after its beginning says that it never was one.
     *
     * @throws RiskRefused when there is no such source, or it has been said to end otherwise in the meantime
     */
    @Transactional
    public void end(UUID id, Instant to, Instant now, String by) {
        editions.lock();
        Source source = store.sources().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RiskRefused(
                        "没有这个重点来源，或它的结束时间已有人改过；请刷新页面",
                        "there is no such source, or somebody has said otherwise when it ends: reload the page"));
        long edition = editions.next(FlaggedSources.SERIES, "ended", now, by);
        store.withdraw(id, edition);
        if (to.isAfter(source.from())) {
            store.insert(source.until(to, by), now, edition);
        }
    }

    private void requirePlace(PlaceId place, Instant at) {
        if (places.find(place, at).isEmpty()) {
            throw new RiskRefused("没有编号为" + place + "的地点；请重新选择", "there is no place " + place + ": choose again");
        }
    }

    private static String checked(String text, String zh, String en) {
        String known = text.strip();
        if (known.isEmpty() || known.length() > LONGEST) {
            throw new RiskRefused(
                    zh + "「" + known + "」须为1至" + LONGEST + "个字",
                    "the " + en + " \"" + known + "\" has 1 to " + LONGEST + " characters");
        }
        return known;
    }
}
