package org.bihuan.policy.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionTableEvent;
import org.kie.dmn.api.core.event.DMNRuntimeEventListener;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/**
 * Apache KIE asked the same question: the second opinion on every table. Give it the DMN file, then the inputs by column
 * name together with the parameters by underscore name. Not thread-safe.
 */
public final class KieOracle {
    private final DMNRuntime runtime;
    private final DMNModel model;
    private List<Integer> matches = List.of();

    /**
     * What KIE answers.
     *
     * @param rows the indexes of the rows that match, from 0, ascending
     * @param outcomes the outcome under UNIQUE (none when no row or several match), the list of them under RULE ORDER
     * @param errors what KIE complains of; several matches under UNIQUE are one such complaint
     */
    public record Answer(List<Integer> rows, List<String> outcomes, List<String> errors) {}

    private KieOracle(byte[] dmn, String name) {
        Resource resource = ResourceFactory.newInputStreamResource(new ByteArrayInputStream(dmn), "UTF-8");
        resource.setSourcePath(name);
        runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(resource))
                .getOrElseThrow(IllegalStateException::new);
        model = runtime.getModels().getFirst();
        if (model.hasErrors()) {
            throw new IllegalArgumentException(name + ": " + texts(model.getMessages()));
        }
        runtime.addListener(new DMNRuntimeEventListener() {
            @Override
            public void afterEvaluateDecisionTable(AfterEvaluateDecisionTableEvent event) {
                matches =
                        event.getMatches().stream().map(row -> row - 1).sorted().toList();
            }
        });
    }

    /** Reads a DMN file; throws {@link IllegalArgumentException} when KIE finds fault with it. */
    public static KieOracle of(byte[] dmn, String name) {
        return new KieOracle(dmn, name);
    }

    /** Reads a DMN file. */
    public static KieOracle of(Path file) {
        try {
            return of(Files.readAllBytes(file), String.valueOf(file.getFileName()));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Asks; values are String, Boolean, BigDecimal or Double. A number nobody knows still needs some number. */
    public Answer evaluate(ParameterValues parameters, Map<String, ?> inputs) {
        matches = List.of();
        DMNResult result = runtime.evaluateAll(model, context(parameters, inputs));
        List<String> outcomes = new ArrayList<>();
        for (DMNDecisionResult decision : result.getDecisionResults()) {
            switch (decision.getResult()) {
                case null -> {
                    // No row matches, or too many
                }
                case List<?> list -> list.forEach(outcome -> outcomes.add(String.valueOf(outcome)));
                case Object outcome -> outcomes.add(String.valueOf(outcome));
            }
        }
        return new Answer(matches, List.copyOf(outcomes), texts(result.getMessages()));
    }

    private DMNContext context(ParameterValues parameters, Map<String, ?> inputs) {
        Map<String, Object> values = new HashMap<>(inputs);
        parameters.byName().forEach((name, value) -> {
            switch (value) {
                case ParameterValue.OfNumber(BigDecimal number) -> values.put(name, number);
                case ParameterValue.OfText(String text) -> values.put(name, text);
                case ParameterValue.OfTruth(boolean truth) -> values.put(name, truth);
                case ParameterValue.Unset _ -> throw new IllegalArgumentException(name + " has no value to give KIE");
            }
        });
        DMNContext context = runtime.newContext();
        values.forEach((name, value) ->
                context.set(name, value instanceof Double number ? BigDecimal.valueOf(number) : value));
        return context;
    }

    private static List<String> texts(List<DMNMessage> messages) {
        return messages.stream()
                .filter(message -> message.getLevel() == DMNMessage.Level.ERROR)
                .map(DMNMessage::getText)
                .toList();
    }
}
