package org.bihuan.policy.pack;

import java.util.List;
import java.util.Map;

/**
 * An order or plan as data. Immutable and thread-safe.
 *
 * @param hash SHA-256 over the pack's sorted files, hexadecimal
 * @param manifest its head
 * @param vocabulary the kinds of measure and duty it may use
 * @param parameters by id
 * @param episodes by name
 * @param features by name
 * @param tables in the order of the rules file
 * @param outcomes by name
 * @param measures by key
 * @param duties by key
 * @param signals by name
 */
public record Pack(
        String hash,
        Manifest manifest,
        Vocabulary vocabulary,
        Map<String, ParameterDefinition> parameters,
        Map<String, EpisodeDefinition> episodes,
        Map<String, FeatureDefinition> features,
        List<TableUse> tables,
        Map<String, OutcomeDefinition> outcomes,
        Map<String, MeasureDefinition> measures,
        Map<String, DutyDefinition> duties,
        Map<String, SignalDefinition> signals) {
    /** The order's id. */
    public String id() {
        return manifest.id();
    }

    /** Which pack this is, for decisions. */
    public PackReference reference() {
        return new PackReference(manifest.id(), manifest.version(), hash);
    }
}
