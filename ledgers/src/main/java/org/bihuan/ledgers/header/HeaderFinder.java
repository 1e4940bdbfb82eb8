package org.bihuan.ledgers.header;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bihuan.ledgers.file.SheetRow;
import org.bihuan.ledgers.header.HeaderMapping.Target;
import org.bihuan.ledgers.value.PlainText;
import org.bihuan.policy.format.LedgerHeader;
import org.bihuan.policy.format.LedgerHeaders;

/**
 * Finds the header among the first rows of a sheet: the row, or the two rows, in which most columns are understood. A
 * cell merged over several columns stands in the first of them, so that the upper row is carried on to the right as long
 * as the lower one has names of its own. Immutable.
 */
public final class HeaderFinder {
    /** How many rows at the top are looked at; titles, units and notes stand above a header. */
    public static final int ROWS = 30;

    private static final Pattern NUMBERED = Pattern.compile("(.+?)(\\d{1,2}|[一二三四五六七八九十])");

    private final LedgerHeaders headers;
    private final Map<String, LedgerHeader> byWording = new HashMap<>();

    public HeaderFinder(LedgerHeaders headers) {
        this.headers = headers;
        for (LedgerHeader header : headers.entries()) {
            for (String wording : header.headers()) {
                byWording.putIfAbsent(PlainText.key(wording), header);
            }
            byWording.putIfAbsent(PlainText.key(header.name()), header);
        }
    }

    /** The header, empty when no row among those has two columns that are understood. */
    public Optional<HeaderMapping> find(List<SheetRow> top) {
        HeaderMapping best = null;
        int most = 1;
        for (int i = 0; i < top.size(); i++) {
            HeaderMapping single = map(top.get(i), Optional.empty());
            int score = score(single);
            if (score > most) {
                best = single;
                most = score;
            }
            if (i + 1 < top.size() && top.get(i + 1).number() == top.get(i).number() + 1) {
                HeaderMapping both = map(top.get(i), Optional.of(top.get(i + 1)));
                int twice = score(both);
                if (twice > most) {
                    best = both;
                    most = twice;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private int score(HeaderMapping mapping) {
        Set<Target> filled = new HashSet<>(mapping.targets());
        filled.remove(HeaderMapping.IGNORED);
        return filled.size() - mapping.doubled(headers).size();
    }

    private HeaderMapping map(SheetRow upper, Optional<SheetRow> lower) {
        int width = Math.max(
                upper.cells().size(), lower.map(row -> row.cells().size()).orElse(0));
        List<String> labels = new ArrayList<>();
        List<Target> targets = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        String carried = "";
        for (int column = 0; column < width; column++) {
            String top = PlainText.of(upper.cell(column).text());
            String below =
                    lower.isEmpty() ? "" : PlainText.of(lower.get().cell(column).text());
            carried = top.isEmpty() && !below.isEmpty() ? carried : top;
            labels.add(below.isEmpty() ? top : carried.isEmpty() ? below : carried + " / " + below);
            targets.add(target(carried, below, seen));
        }
        return new HeaderMapping(upper.number(), lower.map(SheetRow::number).orElse(upper.number()), labels, targets);
    }

    /** What the column fills; of a list also which of its facts: by the upper row, by a number at the end, by count. */
    private Target target(String top, String below, Map<String, Integer> seen) {
        String name = below.isEmpty() ? top : below;
        LedgerHeader header = below.isEmpty() ? null : byWording.get(PlainText.key(top + below));
        String number = "";
        header = header == null ? byWording.get(PlainText.key(name)) : header;
        if (header == null) {
            Matcher numbered = NUMBERED.matcher(PlainText.key(name));
            if (numbered.matches()) {
                header = byWording.get(numbered.group(1));
                number = numbered.group(2);
                header = header == null || header.part() == null ? null : header;
            }
        }
        if (header == null) {
            return HeaderMapping.IGNORED;
        }
        if (header.part() == null) {
            return new Target(header.name(), "");
        }
        int count = seen.merge(header.name() + "|" + number + "|" + (below.isEmpty() ? "" : top), 1, Integer::sum);
        String group = !number.isEmpty() ? number : below.isEmpty() || top.isEmpty() ? String.valueOf(count) : top;
        return new Target(header.name(), group.replace('\t', ' '));
    }
}
