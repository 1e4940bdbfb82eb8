package org.bihuan.bench.judge;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterValue;
import org.bihuan.policy.pack.TableUse;
import org.bihuan.policy.table.InputColumn;
import org.bihuan.policy.table.InputType;
import org.bihuan.policy.table.ParameterValues;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** A pack's table in Apache KIE, asked with the inputs that a decision shows. Not thread-safe. */
final class KieArrivals {
    private final DMNRuntime runtime;
    private final DMNModel model;
    private final Pack pack;
    private final TableUse table;

    KieArrivals(Pack pack, TableUse table, byte[] file) {
        this.pack = pack;
        this.table = table;
        Resource resource = ResourceFactory.newInputStreamResource(new ByteArrayInputStream(file), "UTF-8");
        resource.setSourcePath(table.file());
        this.runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(resource))
                .getOrElseThrow(IllegalStateException::new);
        this.model = runtime.getModels().getFirst();
    }

    String outcome(Map<String, String> inputs) {
        DMNContext context = runtime.newContext();
        for (InputColumn column : table.definition().inputs()) {
            String name = column.name();
            if (column.type() == InputType.TEXT) {
                context.set(name, inputs.get(name));
            } else if (column.type() == InputType.NUMBER) {
                boolean known = !"unknown".equals(inputs.get(name));
                context.set(name, known ? new BigDecimal(inputs.get(name)) : BigDecimal.ZERO);
                context.set(name + "_known", known);
            }
        }
        pack.parameters().values().forEach(parameter -> {
            if (parameter.value() instanceof ParameterValue.Whole whole) {
                context.set(ParameterValues.cellName(parameter.id()), BigDecimal.valueOf(whole.value()));
            }
        });
        return String.valueOf(runtime.evaluateAll(model, context)
                .getDecisionResults()
                .getFirst()
                .getResult());
    }
}
