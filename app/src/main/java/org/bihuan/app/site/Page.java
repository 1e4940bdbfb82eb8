package org.bihuan.app.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What a template needs to know of the request it answers. Every template takes one as its parameter {@code page}.
 * Belongs to one request.
 */
public final class Page {
    private static final Logger LOG = LoggerFactory.getLogger(Page.class);

    /** From so far away a day and a month could be another year's. */
    private static final Duration FAR = Duration.ofDays(270);

    private static final Pattern SAID_ONCE = Pattern.compile("(?:^|&)(?:done|undo)=[^&]*");

    private final String path;
    private final Optional<String> query;
    private final Locale locale;
    private final MessageSource messages;
    private final UnaryOperator<String> assets;
    private final Menu menu;
    private final Map<String, Long> alarms = new HashMap<>();
    private final ZoneId zone;
    private final Instant now;
    private final Optional<CsrfToken> token;
    private final Optional<DemoTime> demoTime;
    private final Predicate<String> opens;
    private final Function<String, Optional<Wording>> clauses;
    private final Supplier<List<OtherRoles.Choice>> otherRoles;

    Page(
            String path,
            Optional<String> query,
            Locale locale,
            MessageSource messages,
            UnaryOperator<String> assets,
            Menu menu,
            ZoneId zone,
            Instant now,
            Optional<CsrfToken> token,
            Optional<DemoTime> demoTime,
            Predicate<String> opens,
            Function<String, Optional<Wording>> clauses,
            Supplier<List<OtherRoles.Choice>> otherRoles) {
        this.path = path;
        this.query = query;
        this.locale = locale;
        this.messages = messages;
        this.assets = assets;
        this.menu = menu;
        this.zone = zone;
        this.now = now;
        this.token = token;
        this.demoTime = demoTime;
        this.opens = opens;
        this.clauses = clauses;
        this.otherRoles = otherRoles;
    }

    /** The text of a key in the user's language; a key without a text is a fault of ours and throws. */
    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** The text of a key, or another text where there may be none for it. */
    public String textOr(String key, String otherwise) {
        String text = messages.getMessage(key, null, otherwise, locale);
        return text == null ? otherwise : text;
    }

    /** The user's language as in HTML: {@code zh-CN} or {@code en}. */
    public String language() {
        return locale.toLanguageTag();
    }

    /** This page in another language, with what else its address says. */
    public String in(String language) {
        String kept = query.filter(it -> !it.isEmpty()).map(it -> "&" + it).orElse("");
        return (query.isEmpty() ? "/" : "") + "?lang=" + language + kept;
    }

    /** Whether the user reads Chinese. */
    public boolean isChinese() {
        return locale.getLanguage().equals("zh");
    }

    /**
     * Address of this page within the site, to come back to, without what was said once about something just done; the
     * first page when this one cannot be asked for again.
     */
    public String here() {
        return query.map(it -> SAID_ONCE.matcher(it).replaceAll("").replaceFirst("^&", ""))
                .map(it -> it.isEmpty() ? path : path + "?" + it)
                .orElse("/");
    }

    /** What the address says for the name, as plain text of one word; empty when nothing or more than that. */
    public String asked(String name) {
        return Stream.of(query.orElse("").split("&"))
                .filter(each -> each.startsWith(name + "="))
                .map(each -> each.substring(name.length() + 1))
                .filter(each -> each.indexOf('%') < 0)
                .findFirst()
                .orElse("");
    }

    /** The same as a value inside another address. */
    public String back() {
        return URLEncoder.encode(here(), StandardCharsets.UTF_8);
    }

    /** The clock of a demonstration; empty in earnest. */
    public Optional<DemoTime> demoTime() {
        return demoTime;
    }

    /** How many things are late behind the menu's entry; 0 also when that cannot be found out. */
    public long alarm(Navigation entry) {
        return alarms.computeIfAbsent(entry.path(), _ -> countAlarm(entry));
    }

    private static long countAlarm(Navigation entry) {
        try {
            return entry.alarm().getAsLong();
        } catch (RuntimeException e) {
            LOG.warn("the menu could not count {}", entry.path(), e);
            return 0; // an error page still has a menu
        }
    }

    /** Who is logged in; empty on the log-in itself. */
    public Optional<Asker> asker() {
        return Asking.asker();
    }

    /** Whether who is logged in may open the page of the address, so that nothing is offered that would be refused. */
    public boolean opens(String address) {
        return opens.test(address);
    }

    /** The role and the place that who is logged in acts for. */
    public String as(Asker asker) {
        return asker.role().name(isChinese()) + " · " + place(asker.region());
    }

    /** The division as people in the city call it; places have Chinese names only. */
    public String place(DivisionCode division) {
        if (division.level() <= 3) {
            return Divisions.load().findName(division).orElse(division.toString());
        }
        return Divisions.load().findName(division.atLevel(3)).orElse("")
                + Divisions.load().findName(division).orElse(division.toString());
    }

    /**
     * The region of whoever asks and what lies in it, to choose from: coarse before fine.
     *
     * @param finest last level: 3 counties and districts, 4 streets and townships
     */
    public List<DivisionCode> placesOfMine(int finest) {
        return asker().stream()
                .flatMap(asker -> IntStream.rangeClosed(
                                asker.region().level(), Math.max(asker.region().level(), finest))
                        .boxed()
                        .flatMap(level -> Divisions.load().list(level, asker.region()).stream()))
                .toList();
    }

    /** The menu. */
    public Menu menu() {
        return menu;
    }

    /** The other roles and regions in which whoever asks may go on. */
    public List<OtherRoles.Choice> otherRoles() {
        return otherRoles.get();
    }

    /** How {@code aria-current} marks the menu's entry: {@code page} for the page shown, {@code true} for one below it. */
    public @Nullable String current(Navigation entry) {
        if (entry.path().equals(path) || entry.path().equals("/") && path.equals("/desk")) {
            return "page";
        }
        return isAbove(entry) ? "true" : null;
    }

    /** Whether the page shown lies below the entry, and below no other that lies nearer to it. */
    private boolean isAbove(Navigation entry) {
        return menu.parts().stream()
                .flatMap(part -> part.entries().stream())
                .map(Navigation::path)
                .filter(each -> each.length() > 1 && (path.equals(each) || path.startsWith(each + "/")))
                .max(Comparator.comparingInt(String::length))
                .filter(entry.path()::equals)
                .isPresent();
    }

    /** The entries of the menu whose name has these letters in it, in the user's language or in English. */
    public List<Navigation> findPages(String letters) {
        String asked = letters.strip().toLowerCase(Locale.ROOT);
        if (asked.isEmpty()) {
            return List.of();
        }
        return menu.parts().stream()
                .flatMap(part -> part.entries().stream())
                .filter(entry -> Stream.of(locale, Locale.ENGLISH)
                        .map(it -> messages.getMessage(entry.textKey(), null, it))
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(asked)))
                .toList();
    }

    /** What the clause demands, in the user's language; null when nobody has put it into words. */
    public @Nullable String clause(String id) {
        return clauses.apply(id).map(it -> isChinese() ? it.zh() : it.en()).orElse(null);
    }

    /** Address of a file below {@code static} or {@code /webjars}, with its version, to be kept by browsers. */
    public String asset(String file) {
        return assets.apply(file);
    }

    /** Headers that htmx adds to each request, as JSON: the token without which no change is accepted. */
    public String requestHeaders() {
        return token.map(it -> "{\"" + it.getHeaderName() + "\":\"" + it.getToken() + "\"}")
                .orElse("{}");
    }

    /** Name of the hidden field in a form that carries {@link #formToken}. */
    public String formTokenName() {
        return token.map(CsrfToken::getParameterName).orElse("_csrf");
    }

    /** Value of the hidden field in a form. */
    public String formToken() {
        return token.map(CsrfToken::getToken).orElse("");
    }

    /** The zone of this installation. */
    public ZoneId zone() {
        return zone;
    }

    /** An instant for people, in the zone of this installation: month, day, hour, minute, and the year of what is far away. */
    public String moment(Instant instant) {
        boolean isFar = Duration.between(now, instant).abs().compareTo(FAR) > 0;
        return DateTimeFormatter.ofPattern(text(isFar ? "site.moment.far" : "site.moment"), locale)
                .format(instant.atZone(zone));
    }

    /** The same with the year, for what may lie years back: 2022-11-01 21:00. */
    public String minute(Instant instant) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).format(instant.atZone(zone));
    }

    /** The day of an instant in the zone of this installation, such as 26/7. */
    public String day(Instant instant) {
        return DateTimeFormatter.ofPattern(text("site.day"), locale).format(instant.atZone(zone));
    }

    /** A day with its year, as people write it: 2020年7月26日, 26 Jul 2020. */
    public String date(LocalDate day) {
        return DateTimeFormatter.ofPattern(text("site.date"), locale).format(day);
    }

    /** A count as people read it, in groups of three digits: 12,345. */
    public static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Several words in a row, with the comma of the user's language between them. */
    public String list(Collection<String> words) {
        return String.join(text("site.comma"), words);
    }

    /** A length of time for people, its two largest units: 3 days 4 hours, 3 hours 20 minutes, 5 minutes. */
    public String span(Duration length) {
        long minutes = Math.abs(length.toMinutes());
        long hours = minutes / 60;
        if (hours >= 48) {
            return text("site.span.days", hours / 24, hours % 24);
        }
        return hours > 0 ? text("site.span.hours", hours, minutes % 60) : text("site.span.minutes", minutes);
    }

    /** The same with year, second and offset, for the tooltip. */
    public String exactly(Instant instant) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT)
                .format(instant.atZone(zone));
    }
}
