package org.bihuan.app.orders.web;

import java.util.List;
import java.util.UUID;
import org.bihuan.app.orders.PlannedValue;
import org.bihuan.app.orders.Proposal;
import org.bihuan.app.rules.ActivationCheck;
import org.bihuan.app.rules.PackEvent;
import org.bihuan.app.rules.PackVersion;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.format.PackCheck;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.ParameterSetting;
import org.bihuan.policy.pack.Wording;
import org.bihuan.policy.scenario.ScenarioResult;
import org.bihuan.policy.table.InputColumn;
import org.jspecify.annotations.Nullable;

/**
 * One order with one of its versions.
 *
 * @param version the version shown
 * @param versions all of them, the latest first
 * @param check whether it may be put into force
 * @param parameters its values and those set by districts
 * @param tables its tables, each row beside its sentence
 * @param history who did what
 * @param planned values from a date on
 * @param open the change on its way, null for none
 * @param deciding divisions in which whoever looks may decide values
 * @param mayPropose whether proposals are offered
 * @param pinned how many people are pinned to some version
 * @param files names of the files it was written in
 * @param file the one shown, to make a draft from
 * @param fileText what it says, or what was typed last
 * @param fresh an id for the next wish, so that sent twice it is one
 * @param error what was wrong with the last wish
 */
public record OrderPage(
        PackVersion version,
        Pack pack,
        List<PackVersion> versions,
        ActivationCheck check,
        List<Parameter> parameters,
        List<Table> tables,
        List<PackEvent> history,
        List<PlannedValue> planned,
        @Nullable Proposal open,
        List<DivisionCode> deciding,
        boolean mayPropose,
        long pinned,
        List<String> files,
        String file,
        String fileText,
        UUID fresh,
        String error) {
    /** A parameter and what districts have set, the last word of each. */
    public record Parameter(ParameterDefinition definition, List<ParameterSetting> settings) {}

    /** A table: its columns without the twins, and its rows. */
    public record Table(String key, List<InputColumn> columns, List<Row> rows) {}

    /**
     * A row of a table and the sentence it stands for.
     *
     * @param leads the measures and duties that it leads to, as people call them
     */
    public record Row(String id, List<String> cells, List<Wording> leads, Wording sentence, List<String> clauses) {}

    /** What people call a parameter. */
    public String name(String parameter, boolean chinese) {
        ParameterDefinition known = pack.parameters().get(parameter);
        return known == null
                ? parameter
                : chinese ? known.wording().zh() : known.wording().en();
    }

    /** How many values the text leaves empty that no district decides and nobody has set. */
    public long openValues() {
        return parameters.stream()
                .filter(each -> each.definition().value() == null
                        && !each.definition().setter().isDelegated()
                        && each.settings().isEmpty())
                .count();
    }

    /** What else than scenarios and values left open keeps it from being put into force. */
    public List<Wording> faults() {
        return check.findings().stream()
                .filter(each -> each.blocksActivation() && !each.code().equals("pack.empty-value"))
                .map(PackCheck.Problem::wording)
                .toList();
    }

    /** Scenarios that do not hold. */
    public List<ScenarioResult> broken() {
        return check.scenarios().stream().filter(each -> !each.passes()).toList();
    }

    /** Whether the version may be proposed. */
    public boolean canPropose() {
        return mayPropose && open == null && version.state() != PackVersion.State.ACTIVE && check.passes();
    }
}
