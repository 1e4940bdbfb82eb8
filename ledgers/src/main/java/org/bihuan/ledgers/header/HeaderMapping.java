package org.bihuan.ledgers.header;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bihuan.policy.fact.HashId;
import org.bihuan.policy.format.LedgerColumns;
import org.bihuan.policy.format.LedgerHeader;
import org.bihuan.policy.format.LedgerHeaders;

/**
 * Which column of a sheet means what.
 *
 * @param firstRow number of the first row of the header
 * @param lastRow number of its last row; what follows is rows of the ledger
 * @param labels the header of each column, the upper and the lower row joined by " / "
 * @param targets what each column fills
 */
public record HeaderMapping(long firstRow, long lastRow, List<String> labels, List<Target> targets) {
    /** What a column that means nothing here fills. */
    public static final Target IGNORED = new Target("", "");

    /**
     * What a column fills.
     *
     * @param header name of a {@link LedgerHeader}, empty for nothing
     * @param group which of several facts of a list, such as the first or second test
     */
    public record Target(String header, String group) {}

    public HeaderMapping {
        labels = List.copyOf(labels);
        targets = List.copyOf(targets);
    }

    /** Tells this header from others: a sender's next ledger with the same one is read the same way. */
    public String fingerprint() {
        return HashId.of(labels.toArray(String[]::new)).toString();
    }

    /** The mapping with other targets, such as somebody chose. */
    public HeaderMapping with(List<Target> others) {
        return new HeaderMapping(firstRow, lastRow, labels, others);
    }

    /** The column's own name, as errors show it: the sender's header, or a letter where there is none. */
    public String label(int column) {
        String label = column < labels.size() ? labels.get(column) : "";
        return label.isEmpty() ? letter(column) : label;
    }

    /** Required columns that nothing fills. */
    public Set<String> missing(LedgerHeaders headers, LedgerColumns columns) {
        Set<String> missing = new LinkedHashSet<>(columns.required());
        for (Target target : targets) {
            headers.find(target.header()).map(LedgerHeader::column).ifPresent(missing::remove);
        }
        return missing;
    }

    /** Columns that fill what an earlier one fills already; they are not read. */
    public Map<Integer, Integer> doubled(LedgerHeaders headers) {
        Map<String, Integer> taken = new HashMap<>();
        Map<Integer, Integer> doubled = new HashMap<>();
        for (int column : byRank(headers)) {
            LedgerHeader header = headers.find(targets.get(column).header()).orElseThrow();
            String place = header.part() == null
                    ? header.column()
                    : header.column() + "/" + targets.get(column).group() + "/" + header.part();
            Integer before = taken.putIfAbsent(place, column);
            if (before != null) {
                doubled.put(column, before);
            }
        }
        return doubled;
    }

    private List<Integer> byRank(LedgerHeaders headers) {
        List<Integer> columns = new ArrayList<>();
        for (LedgerHeader header : headers.entries()) {
            for (int i = 0; i < targets.size(); i++) {
                if (targets.get(i).header().equals(header.name())) {
                    columns.add(i);
                }
            }
        }
        return columns;
    }

    /** The targets as one text, a line a column. */
    public String encoded() {
        StringBuilder text = new StringBuilder();
        targets.forEach(target ->
                text.append(target.header()).append('\t').append(target.group()).append('\n'));
        return text.toString();
    }

    /** Reads targets back; empty when the text does not fit the columns. */
    public Optional<List<Target>> decoded(String text) {
        List<Target> read = new ArrayList<>();
        text.lines().forEach(line -> {
            int tab = line.indexOf('\t');
            read.add(tab < 0 ? IGNORED : new Target(line.substring(0, tab), line.substring(tab + 1)));
        });
        return read.size() == labels.size() ? Optional.of(read) : Optional.empty();
    }

    private static String letter(int column) {
        String letters = "";
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters = (char) ('A' + rest % 26) + letters;
        }
        return letters;
    }
}
