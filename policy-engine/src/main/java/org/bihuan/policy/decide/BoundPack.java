package org.bihuan.policy.decide;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.episode.EpisodeValues;
import org.bihuan.policy.pack.FactFilter;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.ParameterValue;
import org.bihuan.policy.pack.TableUse;
import org.bihuan.policy.pack.Unit;
import org.bihuan.policy.table.InputType;
import org.bihuan.policy.table.ParameterValues;
import org.jspecify.annotations.Nullable;

/** A pack with its tables compiled for the parameter values of one division. Immutable, thread-safe. */
public final class BoundPack implements EpisodeValues {
    private final Pack pack;
    private final @Nullable DivisionCode division;
    private final Map<String, ParameterValue> values;
    private final Map<String, List<BoundTable>> tablesByEpisode;
    private final List<FactFilter> filters;

    private BoundPack(
            Pack pack,
            @Nullable DivisionCode division,
            Map<String, ParameterValue> values,
            Map<String, List<BoundTable>> tablesByEpisode) {
        this.pack = pack;
        this.division = division;
        this.values = values;
        this.tablesByEpisode = tablesByEpisode;
        this.filters = PackFilters.of(pack);
    }

    static BoundPack bind(Pack pack, Map<String, ParameterValue> values, @Nullable DivisionCode division) {
        ParameterValues cells = cellValues(pack, values);
        Map<String, List<BoundTable>> tables = new LinkedHashMap<>();
        for (TableUse use : pack.tables()) {
            tables.computeIfAbsent(use.episode(), kind -> new ArrayList<>())
                    .add(BoundTable.of(pack, use, use.definition().compile(cells)));
        }
        return new BoundPack(pack, division, Map.copyOf(values), tables);
    }

    /** The parameters as decision tables see them; lists of divisions never appear in a cell. */
    public static ParameterValues cellValues(Pack pack, Map<String, ParameterValue> values) {
        Map<String, org.bihuan.policy.table.ParameterValue> cells = new HashMap<>();
        for (ParameterDefinition definition : pack.parameters().values()) {
            if (!definition.unit().isNumber()) {
                continue;
            }
            cells.put(
                    ParameterValues.cellName(definition.id()),
                    values.get(definition.id()) instanceof ParameterValue.Whole whole
                            ? new org.bihuan.policy.table.ParameterValue.OfNumber(BigDecimal.valueOf(whole.value()))
                            : new org.bihuan.policy.table.ParameterValue.Unset(InputType.NUMBER));
        }
        return new ParameterValues(cells);
    }

    /** The pack. */
    public Pack pack() {
        return pack;
    }

    /** The division whose values these are, null for the jurisdiction as a whole. */
    public @Nullable DivisionCode division() {
        return division;
    }

    /** The parameter's value, null while unset. */
    public @Nullable ParameterValue value(String parameter) {
        return values.get(parameter);
    }

    @Override
    public @Nullable Long whole(String parameter) {
        return values.get(parameter) instanceof ParameterValue.Whole whole ? whole.value() : null;
    }

    @Override
    public Unit unit(String parameter) {
        return definition(parameter).unit();
    }

    ParameterDefinition definition(String parameter) {
        return Objects.requireNonNull(pack.parameters().get(parameter), () -> "no parameter " + parameter);
    }

    ZoneId zone() {
        return pack.manifest().zone();
    }

    List<BoundTable> tables(String episodeKind) {
        return tablesByEpisode.getOrDefault(episodeKind, List.of());
    }

    /** Every filter through which the pack reads facts. */
    List<FactFilter> filters() {
        return filters;
    }
}
