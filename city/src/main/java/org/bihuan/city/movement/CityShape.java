package org.bihuan.city.movement;

/**
 * How many of everything a city of so many people has, and which numbers its places bear. Kinds of places follow one
 * another: homes, workplaces, classes, canteens, markets, restaurants, shops, parks, vehicles.
 *
 * @param people 27 or more
 * @param seed of all its chance
 */
public record CityShape(int people, long seed) {
    /** Households a block of 27 people falls into, sizes 1 1 2 2 2 3 3 4 4 5. */
    private static final int[] HOUSEHOLD = {
        0, 1, 2, 2, 3, 3, 4, 4, 5, 5, 5, 6, 6, 6, 7, 7, 7, 7, 8, 8, 8, 8, 9, 9, 9, 9, 9
    };

    private static final int[] POSITION = {
        0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 2, 0, 1, 2, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 4
    };

    public CityShape {
        if (people < 27 || people > 100_000_000) {
            throw new IllegalArgumentException("people: " + people + " is not within 27 and 100 million");
        }
    }

    int home(int person) {
        return person / 27 * 10 + HOUSEHOLD[person % 27];
    }

    /** Place in the household, 0 for the first adult. */
    int position(int person) {
        return POSITION[person % 27];
    }

    int householdSize(int person) {
        int household = HOUSEHOLD[person % 27];
        return household < 2 ? 1 : household < 5 ? 2 : household < 7 ? 3 : household < 9 ? 4 : 5;
    }

    /** Number of homes; their numbers come first. */
    public int homes() {
        return people / 27 * 10 + 10;
    }

    /** First number of the kind's places. */
    int first(PlaceKind kind) {
        int first = 0;
        for (PlaceKind earlier : PlaceKind.values()) {
            if (earlier == kind) {
                return first;
            }
            first += count(earlier);
        }
        return first;
    }

    int count(PlaceKind kind) {
        return kind == PlaceKind.HOME ? homes() : Math.max(1, people / kind.peopleEach());
    }

    /** Number of all places. */
    public int places() {
        PlaceKind last = PlaceKind.values()[PlaceKind.values().length - 1];
        return first(last) + count(last);
    }

    /** Id of a person in files: same length for all, so that the order of ids is the order of numbers. */
    public static String personId(int person) {
        return "p" + (100_000_000 + person);
    }

    /** Id of a place in files. */
    public static String placeId(int place) {
        return "v" + (100_000_000 + place);
    }
}
