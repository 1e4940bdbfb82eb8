package org.bihuan.app.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.ledgers.export.ListMark;
import org.bihuan.ledgers.export.ListWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.web.util.UriUtils;

/** Lists out of the system. Thread-safe. */
@Service
public class Exports {
    private static final int LONGEST_PURPOSE = 200;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);

    private final Map<String, ListSource> sources = new LinkedHashMap<>();
    private final ExportStore store;
    private final MessageSource messages;
    private final ZoneId zone;
    private final long freeRows;

    Exports(
            List<ListSource> sources,
            ExportStore store,
            MessageSource messages,
            @Value("${bihuan.zone}") ZoneId zone,
            @Value("${bihuan.exports.free-rows:1000}") long freeRows) {
        sources.forEach(source -> this.sources.put(source.name(), source));
        this.store = store;
        this.messages = messages;
        this.zone = zone;
        this.freeRows = freeRows;
    }

    /**
     * Asks for a list.
     *
     * @param list name of the list
     * @param query what is asked of it, as in the address of its page
     * @param form xlsx or csv
     * @param purpose what for
     * @param by who asks
     * @throws ExportRefused when there is no such list or no purpose is given
     */
    public ExportRequest ask(String list, String query, String form, String purpose, String by, Instant now) {
        ListSource source = source(list);
        String known = purpose.strip();
        if (known.isEmpty()
                || known.length() > LONGEST_PURPOSE
                || known.codePoints().anyMatch(Character::isISOControl)) {
            throw new ExportRefused(
                    "导出用途「" + known + "」须为1至" + LONGEST_PURPOSE + "个字；它会写进文件",
                    "the purpose \"" + known + "\" has 1 to " + LONGEST_PURPOSE
                            + " characters; it will be written into the file");
        }
        long rows = source.count(parsed(query), now);
        ExportRequest request = new ExportRequest(
                UUID.randomUUID(),
                list,
                query,
                form.equals("csv") ? "csv" : "xlsx",
                known,
                rows,
                by,
                now,
                rows > freeRows,
                null,
                null);
        store.insert(request);
        return request;
    }

    /**
     * Allows an export.
     *
     * @param by who allows it; never who asked for it
     * @throws ExportRefused when it is the same person, or it is allowed already
     */
    public void approve(UUID id, String by, Instant now) {
        if (!store.approve(id, by, now)) {
            throw new ExportRefused(
                    "不能由申请人自己批准，也不能重复批准；请由另一人批准",
                    "who asked cannot approve it, and it is approved once only: let somebody else approve it");
        }
    }

    public Optional<ExportRequest> find(UUID id) {
        return store.find(id);
    }

    /** The latest requests. */
    public List<ExportRequest> list(int limit) {
        return store.list(limit);
    }

    /** Whether there is a list of the name. */
    public boolean has(String list) {
        return sources.containsKey(list);
    }

    /** Message key of a list's title. */
    public String titleKey(String list) {
        return source(list).titleKey();
    }

    /** How many rows can be had without approval. */
    public long freeRows() {
        return freeRows;
    }

    /**
     * Writes the list as it is now.
     *
     * @param by who takes it
     * @throws ExportRefused when it is not approved, or has grown beyond what can be had without
     */
    public void write(UUID id, String by, Instant now, Locale locale, OutputStream out) throws IOException {
        ExportRequest request = find(id).orElseThrow();
        requireAllowed(request, by, now);
        ListSource source = source(request.list());
        ListMark mark = new ListMark(
                text(source.titleKey(), locale),
                List.of(
                        text("exports.mark.by", locale, by),
                        text("exports.mark.at", locale, TIME.format(now.atZone(zone))),
                        text("exports.mark.purpose", locale, request.purpose()),
                        text("exports.mark.number", locale, request.id().toString())),
                count -> text("exports.mark.count", locale, count));
        List<String> header = source.header(locale);
        try (ListWriter list =
                request.form().equals("csv") ? ListWriter.csv(out, mark, header) : ListWriter.xlsx(out, mark, header)) {
            source.write(parsed(request.query()), now, locale, list::row);
            store.taken(id, list.rows(), now);
        }
    }

    /** @throws ExportRefused when it must not be taken now */
    public void requireAllowed(ExportRequest request, String by, Instant now) {
        if (!request.askedBy().equals(by)) {
            throw new ExportRefused("只有申请人可以下载；请自己申请", "only who asked for it can take it: ask for your own");
        }
        if (!request.isAllowed()) {
            throw new ExportRefused(
                    "超过" + freeRows + "行，须由另一人批准后才能下载",
                    "has more than " + freeRows + " rows and needs somebody else's approval");
        }
        if (!request.needsApproval() && source(request.list()).count(parsed(request.query()), now) > freeRows) {
            throw new ExportRefused(
                    "名单已增至" + freeRows + "行以上；请重新申请",
                    "the list has grown to more than " + freeRows + " rows: ask again");
        }
    }

    private ListSource source(String list) {
        ListSource source = sources.get(list);
        if (source == null) {
            throw new ExportRefused("没有名为「" + list + "」的清单", "there is no list \"" + list + "\"");
        }
        return source;
    }

    private static Map<String, String> parsed(String query) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                values.put(
                        part.substring(0, equals),
                        UriUtils.decode(part.substring(equals + 1).replace('+', ' '), StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
