package org.bihuan.city;

import java.nio.file.Path;
import java.time.ZoneId;

/**
 * The epidemic played in the city, as data: who comes from where at what risk, what they show, and a school outbreak
 * (scenario.properties and origins.csv of one folder). Values are for demonstration; the labels say so. Immutable, safe
 * for threads.
 */
public final class Scenario {
    private final String label;
    private final String labelEnglish;
    private final ZoneId zone;
    private final Parts parts;

    private Scenario(String label, String labelEnglish, ZoneId zone, Parts parts) {
        this.label = label;
        this.labelEnglish = labelEnglish;
        this.zone = zone;
        this.parts = parts;
    }

    /** A scenario that comes with this module, such as anshan-2020. */
    public static Scenario builtIn(String name) {
        if (!name.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("scenario \"" + name + "\" must be a name of a-z, 0-9 and -");
        }
        return read(new DataFolder.BuiltIn("scenarios/" + name));
    }

    /** A scenario of one's own; errors name file, key, value and rule. */
    public static Scenario load(Path folder) {
        return read(new DataFolder.OnDisk(folder));
    }

    private static Scenario read(DataFolder folder) {
        Values values = folder.values("scenario.properties");
        ZoneId zone = values.read("zone", "a time zone", ZoneId::of);
        Parts parts = new Parts(
                Origins.read(folder.table("origins.csv"), zone),
                TravelScenario.read(values),
                PaperScenario.read(values),
                CareScenario.read(values),
                ReportScenario.read(values),
                ClusterScenario.read(values, zone));
        return new Scenario(values.text("label.zh"), values.text("label.en"), zone, parts);
    }

    /** What the values are, in Chinese. */
    public String label() {
        return label;
    }

    /** The same in English. */
    public String labelEnglish() {
        return labelEnglish;
    }

    /** Zone of the city, and of times written without one. */
    public ZoneId zone() {
        return zone;
    }

    Parts parts() {
        return parts;
    }

    record Parts(
            Origins origins,
            TravelScenario travel,
            PaperScenario papers,
            CareScenario care,
            ReportScenario reports,
            ClusterScenario cluster) {}
}
