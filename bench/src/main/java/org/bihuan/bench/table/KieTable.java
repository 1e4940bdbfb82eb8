package org.bihuan.bench.table;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.List;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** The same file in Apache KIE. Not thread-safe. */
final class KieTable {
    private final DMNRuntime runtime;
    private final DMNModel model;

    KieTable() {
        Resource resource = ResourceFactory.newInputStreamResource(new ByteArrayInputStream(Arrivals.file()), "UTF-8");
        resource.setSourcePath("arrival.dmn");
        runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(resource))
                .getOrElseThrow(IllegalStateException::new);
        model = runtime.getModels().getFirst();
    }

    /** The outcome. */
    String outcome(SyntheticArrival arrival) {
        DMNContext context = runtime.newContext();
        context.set("origin_risk", arrival.risk());
        context.set("code", arrival.code());
        context.set("certificate_age", BigDecimal.valueOf(arrival.certificateAge()));
        context.set("certificate_age_known", arrival.certificateAgeKnown());
        context.set("declared", arrival.declared());
        context.set("certificate_validity_hours", BigDecimal.valueOf(Arrivals.VALIDITY_HOURS));
        return String.valueOf(runtime.evaluateAll(model, context)
                .getDecisionResults()
                .getFirst()
                .getResult());
    }
}
