package org.bihuan.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws what somebody does by age (profile/occupations.csv). */
final class Occupations {
    private final List<WeightedList<String>> urbanByAge;
    private final List<WeightedList<String>> ruralByAge;

    private Occupations(List<WeightedList<String>> urbanByAge, List<WeightedList<String>> ruralByAge) {
        this.urbanByAge = urbanByAge;
        this.ruralByAge = ruralByAge;
    }

    static Occupations read(Table table) {
        return new Occupations(byAge(table, "urban"), byAge(table, "rural"));
    }

    String draw(Dice dice, int age, boolean urban) {
        List<WeightedList<String>> byAge = urban ? urbanByAge : ruralByAge;
        return byAge.get(Math.min(age, byAge.size() - 1)).draw(dice);
    }

    private static List<WeightedList<String>> byAge(Table table, String weight) {
        int ages = 0;
        for (int row = 0; row < table.size(); row++) {
            ages = Math.max(ages, table.whole(row, "untilAge"));
        }
        List<WeightedList<String>> byAge = new ArrayList<>();
        for (int age = 0; age < ages; age++) {
            List<Map.Entry<String, Double>> entries = new ArrayList<>();
            for (int row = 0; row < table.size(); row++) {
                if (table.whole(row, "fromAge") <= age && age < table.whole(row, "untilAge")) {
                    entries.add(Map.entry(table.get(row, "occupation"), table.number(row, weight)));
                }
            }
            byAge.add(WeightedList.of(entries));
        }
        return List.copyOf(byAge);
    }
}
