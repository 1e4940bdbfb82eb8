package org.bihuan.policy.format;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bihuan.policy.pack.Manifest;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.TableUse;
import org.bihuan.policy.table.DmnReader;

/**
 * Reads a pack and checks that every name in it means something. Whether its tables have gaps and its values are lawful
 * is asked of {@link PackCheck}.
 */
public final class PackReader {
    private PackReader() {}

    /**
     * Reads the pack.
     *
     * @throws PackFormatException or {@link org.bihuan.policy.table.TableFormatException} naming file, place and rule
     */
    public static LoadedPack read(PackFiles files, SharedFiles shared) {
        Manifest manifest = ManifestReader.read(files.yaml("pack.yaml"), shared.vocabulary());
        Map<String, ParameterDefinition> parameters = ParametersReader.read(files.yaml("parameters.yaml"));
        FactCatalogue catalogue =
                files.has("facts.yaml") ? shared.catalogue().with(files.yaml("facts.yaml")) : shared.catalogue();
        Node rules = files.yaml("rules.yaml");
        rules.allow("format", "episodes", "features", "tables", "outcomes", "measures", "duties", "signals");
        Pack pack = new Pack(
                files.hash(),
                manifest,
                shared.vocabulary(),
                parameters,
                RulesReader.episodes(rules.get("episodes")),
                RulesReader.features(rules.get("features")),
                tables(files, rules.get("tables")),
                RulesReader.outcomes(rules.get("outcomes")),
                ObligationsReader.measures(rules.get("measures"), shared.vocabulary()),
                ObligationsReader.duties(rules.get("duties"), shared.vocabulary()),
                RulesReader.signals(rules.get("signals")));
        new PackNames(files.name() + "/rules.yaml", pack, catalogue).check();
        new PackNames(files.name() + "/pack.yaml", pack, catalogue).checkManifest();
        return new LoadedPack(pack, files, catalogue);
    }

    private static List<TableUse> tables(PackFiles files, Node node) {
        List<TableUse> tables = new ArrayList<>();
        node.entries().forEach((key, each) -> {
            each.allow("file", "episode", "clauses");
            String file = each.get("file").text();
            if (!file.matches("tables/[A-Za-z0-9._-]+\\.dmn") || !files.has(file)) {
                throw each.get("file").error("must be a .dmn file in tables/ of this pack, got " + file);
            }
            tables.add(new TableUse(
                    key,
                    file,
                    each.get("episode").text(),
                    each.get("clauses").texts(),
                    DmnReader.read(new ByteArrayInputStream(files.bytes(file)), files.name() + "/" + file)));
        });
        return tables;
    }
}
