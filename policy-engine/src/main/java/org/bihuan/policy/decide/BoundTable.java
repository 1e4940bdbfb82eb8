package org.bihuan.policy.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bihuan.policy.pack.FeatureDefinition;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.TableUse;
import org.bihuan.policy.table.CompiledTable;
import org.bihuan.policy.table.InputColumn;
import org.bihuan.policy.table.InputType;

/**
 * A compiled table and the features that feed its columns.
 *
 * @param use the table in the pack
 * @param table compiled
 * @param inputs one a feature, with the columns it feeds
 */
record BoundTable(TableUse use, CompiledTable table, List<Input> inputs) {
    /**
     * A feature and its column; its Boolean twin column is found by the table itself.
     *
     * @param feature what feeds it
     * @param column index of the value's column
     */
    record Input(FeatureDefinition feature, int column) {}

    static BoundTable of(Pack pack, TableUse use, CompiledTable table) {
        List<Input> inputs = new ArrayList<>();
        for (InputColumn column : use.definition().inputs()) {
            if (column.type() == InputType.BOOLEAN) {
                continue;
            }
            FeatureDefinition feature = Objects.requireNonNull(
                    pack.features().get(column.name()), () -> "no feature feeds column " + column.name());
            inputs.add(new Input(feature, table.columnIndex(column.name())));
        }
        return new BoundTable(use, table, List.copyOf(inputs));
    }
}
