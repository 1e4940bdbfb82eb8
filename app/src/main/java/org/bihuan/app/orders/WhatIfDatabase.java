package org.bihuan.app.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bihuan.app.database.ReadingDatabase;
import org.bihuan.app.duties.HeardSignals;
import org.bihuan.app.facts.Everybody;
import org.bihuan.app.places.Places;
import org.bihuan.app.risk.Editions;
import org.bihuan.app.rules.StoredValues;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.level.KnownLevels;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterSetting;

/** All that a what-if reads of a database: what decisions on it read, and nothing is written. */
final class WhatIfDatabase {
    private final ReadingDatabase database;
    private final Everybody everybody;
    private final HeardSignals signals;
    private final Editions editions;
    private final StoredValues values;

    WhatIfDatabase(
            ReadingDatabase database,
            Everybody everybody,
            HeardSignals signals,
            Editions editions,
            StoredValues values) {
        this.database = database;
        this.everybody = everybody;
        this.signals = signals;
        this.editions = editions;
        this.values = values;
    }

    static List<Class<?>> parts() {
        List<Class<?>> parts = new ArrayList<>(Everybody.parts());
        parts.addAll(Places.parts());
        parts.addAll(Editions.parts());
        parts.addAll(StoredValues.parts());
        parts.addAll(HeardSignals.parts());
        parts.add(WhatIfDatabase.class);
        return parts;
    }

    /** The latest edition, as it judges whoever comes new. */
    KnownLevels levels() {
        KnownLevels known = database.read(() -> editions.known(editions.latest()));
        return KnownLevels.of(known.edition(), (series, place) -> database.read(() -> known.history(series, place)));
    }

    List<ParameterSetting> settings(Pack pack) {
        return database.read(() -> values.of(pack));
    }

    /** Tells of everybody with the signals that they hear; gives back how many they are. */
    long everybody(FactCatalogue catalogue, List<Pack> packs, Consumer<Dossier> take) {
        return everybody.each(catalogue, page -> signals.into(page, packs, everybody::canonical), take);
    }
}
