package org.bihuan.app.risk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.bihuan.app.places.Places;
import org.bihuan.kernel.Divisions;
import org.bihuan.places.PlaceId;
import org.bihuan.places.risk.AreaResolver;
import org.bihuan.places.risk.ListedArea;
import org.bihuan.policy.level.OwnLevels;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking lists in, withdrawing them, and what people say about their names. Thread-safe. */
@Service
public class RiskLists {
    /** The series of the country's list. */
    public static final String NATIONAL = "national";

    private static final int MOST_AREAS = 200_000;

    private final RiskStore store;
    private final EditionStore editions;
    private final RiskSettings settings;
    private final Places places;

    RiskLists(RiskStore store, EditionStore editions, RiskSettings settings, Places places) {
        this.store = store;
        this.editions = editions;
        this.settings = settings;
        this.places = places;
    }

    /**
     * Takes a list in. The same list again is the one that is there. One older than the last counts for its own time.
     *
     * @param effectiveAt the moment it is in force from, where its file does not say
     * @param stated figures that somebody typed about it
     * @throws RiskRefused when it has no lines, no moment, lies ahead of the scheme, or another stands for its moment
     */
    @Transactional
    Publication take(
            String series,
            String scheme,
            Draft draft,
            Optional<Instant> effectiveAt,
            Map<String, Long> stated,
            String source,
            Instant now,
            String by) {
        settings.scheme(scheme);
        if (!series.matches("[a-z0-9-]{1,40}")) {
            throw new RiskRefused(
                    "名单系列「" + series + "」只能用小写字母、数字和连字符",
                    "the series \"" + series + "\" takes small letters, digits and hyphens only");
        }
        if (OwnLevels.isReserved(series)) {
            throw new RiskRefused(
                    "名单系列「" + series + "」留给本地自定的响应级别和重点来源，请换一个名称",
                    "the series \"" + series + "\" is kept for what the city says itself: call the list otherwise");
        }
        Instant from = draft.effectiveAt()
                .or(() -> effectiveAt)
                .orElseThrow(() -> new RiskRefused(
                        "名单没有写发布时间；请填写生效时间", "the list does not say when it is in force: give the moment"));
        if (draft.lines().isEmpty() || draft.lines().size() > MOST_AREAS) {
            throw new RiskRefused(
                    "名单有" + draft.lines().size() + "行，须为1至" + MOST_AREAS + "行",
                    "the list has " + draft.lines().size() + " lines, and 1 to " + MOST_AREAS + " are taken");
        }
        store.lock();
        String hash = hash(scheme, draft);
        for (Publication each : store.publications(series)) {
            if (each.effectiveAt().equals(from) && each.withdrawnAt().isEmpty()) {
                if (each.hash().equals(hash)) {
                    return each;
                }
                throw new RiskRefused(
                        "这一时刻已有另一份名单；如要更正，请先撤回它再重新导入",
                        "another list stands for that moment: to correct it, withdraw it first and send this one again");
            }
        }
        AreaResolver resolver = resolver(now);
        List<ListedArea> areas = new ArrayList<>(draft.lines().size());
        for (Draft.Line line : draft.lines()) {
            areas.add(new ListedArea(areas.size() + 1, line.level(), line.name(), resolver.resolve(line.name())));
        }
        Map<String, Long> figures = new TreeMap<>(draft.stated());
        figures.putAll(stated);
        Publication publication = new Publication(
                UUID.randomUUID(), series, scheme, from, now, by, source, hash, areas.size(), 0, Optional.empty());
        store.insert(publication, areas, figures, editions.next(series, "taken", now, by));
        return publication;
    }

    private AreaResolver resolver(Instant now) {
        return new AreaResolver(Divisions.load(), store.answers(), places.namesAt(now));
    }

    private static String hash(String scheme, Draft draft) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(scheme.getBytes(StandardCharsets.UTF_8));
            draft.lines().stream()
                    .map(line -> line.level() + "|" + line.name().key() + "\n")
                    .sorted()
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Takes a list back from now on; what was known before stays so.
     *
     * @throws RiskRefused when there is no such list, or it is withdrawn already, or no reason is given
     */
    @Transactional
    public void withdraw(UUID id, String why, Instant now, String by) {
        if (why.isBlank() || why.length() > 200) {
            throw new RiskRefused("撤回理由须为1至200个字", "the reason of a withdrawal has 1 to 200 characters");
        }
        store.lock();
        if (!store.withdraw(id, now, by, why.strip())) {
            throw new RiskRefused(
                    "没有这份名单，或已撤回；请刷新页面", "there is no such list, or it is withdrawn already: reload the page");
        }
        editions.withdrawnIn(id, editions.next(store.series(id), "withdrawn", now, by));
    }

    /** Lists of a series by the moment they are in force from, the withdrawn ones too. */
    public List<Publication> publications(String series) {
        return store.publications(series);
    }

    /** The lines of a list. */
    public List<ListedArea> areas(UUID publication) {
        return store.areas(publication);
    }

    /** Figures that somebody typed about a list. */
    public Map<String, Long> stated(UUID publication) {
        return store.stated(publication);
    }

    /** Lines whose name waits for a person, by list. */
    public Map<UUID, List<ListedArea>> waiting() {
        return store.waiting();
    }

    /**
     * A person says which place a name means; that counts for every list, also those to come.
     *
     * @param name key of an area's name, or of the county in it
     * @param isWhole whether the name means all of that place
     * @return how many lines that settled
     * @throws RiskRefused when there is no such place
     */
    @Transactional
    public int answer(String name, PlaceId place, boolean isWhole, Instant now, String by) {
        if (places.find(place, now).isEmpty()) {
            throw new RiskRefused("没有编号为" + place + "的地点；请重新选择", "there is no place " + place + ": choose again");
        }
        store.lock();
        store.answer(name, place, isWhole, now, by);
        AreaResolver resolver = resolver(now);
        int settled = 0;
        for (Map.Entry<UUID, List<ListedArea>> list : store.waiting().entrySet()) {
            List<ListedArea> changed = new ArrayList<>();
            for (ListedArea area : list.getValue()) {
                if (area.name().key().equals(name) || area.name().countyKey().equals(name)) {
                    changed.add(new ListedArea(area.line(), area.level(), area.name(), resolver.resolve(area.name())));
                }
            }
            if (!changed.isEmpty()) {
                long edition = editions.next(store.series(list.getKey()), "resolved", now, by);
                editions.keep(list.getKey(), changed, edition);
                store.resolveAnew(list.getKey(), changed);
                settled += changed.size();
            }
        }
        return settled;
    }
}
