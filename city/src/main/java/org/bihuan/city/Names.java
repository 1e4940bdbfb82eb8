package org.bihuan.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bihuan.city.AgePyramid.Draft;

/** Draws surnames and given names by weight, sex and generation (profile/surnames.csv, given-names.csv). */
final class Names {
    private final WeightedList<String> surnames;
    private final Generation elder;
    private final Generation younger;
    private final double twoCharacters;
    private final int youngerSince;

    /**
     * @param twoCharacters share of given names with two characters
     * @param youngerSince first year of birth of the younger generation
     */
    Names(Table surnames, Table givenNames, double twoCharacters, int youngerSince) {
        this.surnames = weighted(surnames, "surname", "weight");
        this.elder = Generation.read(givenNames, "elder");
        this.younger = Generation.read(givenNames, "younger");
        this.twoCharacters = twoCharacters;
        this.youngerSince = youngerSince;
    }

    String surname(Dice dice) {
        return surnames.draw(dice);
    }

    String givenName(Dice dice, Draft person) {
        Generation generation = person.born().getYear() < youngerSince ? elder : younger;
        WeightedList<String> characters = switch (person.sex()) {
            case MALE -> generation.men();
            case FEMALE -> generation.women();
        };
        String first = characters.draw(dice);
        return dice.chance(twoCharacters) ? first + characters.draw(dice) : first;
    }

    private static WeightedList<String> weighted(Table table, String text, String weight) {
        List<Map.Entry<String, Double>> entries = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            entries.add(Map.entry(table.get(row, text), table.number(row, weight)));
        }
        return WeightedList.of(entries);
    }

    private record Generation(WeightedList<String> men, WeightedList<String> women) {
        static Generation read(Table givenNames, String generation) {
            return new Generation(
                    weighted(givenNames, "character", generation + "Men"),
                    weighted(givenNames, "character", generation + "Women"));
        }
    }
}
