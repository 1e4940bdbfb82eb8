package org.bihuan.city.movement;

/**
 * Everyone's days, about 4.8 stays a person a day. Days run on the clock of UTC; 1970-01-01 was a Thursday, Saturdays and
 * Sundays are free. Nobody is at home for 24 hours without going out, so that no stay is longer than a day. Each day of a
 * person costs a few dozen random numbers and no memory. Not thread-safe; make one for each thread.
 */
public final class CityDays {
    private final CityShape shape;
    private final Draw draw = new Draw();
    private final Draw habit = new Draw();
    private final int[] firsts = new int[PlaceKind.values().length];
    private final int[] counts = new int[PlaceKind.values().length];

    private StaySink sink = (person, place, enter, leave) -> {};
    private int person;
    private int base;
    private int minute;

    /** The days of a city. */
    public CityDays(CityShape shape) {
        this.shape = shape;
        for (PlaceKind kind : PlaceKind.values()) {
            firsts[kind.ordinal()] = shape.first(kind);
            counts[kind.ordinal()] = shape.count(kind);
        }
    }

    /** Hands over every stay begun on the UTC day, person by person. */
    public void forEachStay(int epochDay, StaySink into) {
        for (int someone = 0; someone < shape.people(); someone++) {
            stays(someone, epochDay, into);
        }
    }

    /** The stays one person begins on the day, in order of time. */
    public void stays(int someone, int epochDay, StaySink into) {
        sink = into;
        person = someone;
        base = epochDay * 1440;
        minute = departure(someone, epochDay);
        boolean isFree = Math.floorMod(epochDay + 3, 7) >= 5;
        Role role = role(someone);
        draw.start(shape.seed() ^ 0x5DEECE66DL, someone, epochDay);
        if (isFree) {
            freeDay();
        } else {
            switch (role) {
                case WORKER -> workDay();
                case PUPIL -> schoolDay();
                case RETIRED -> quietDay();
            }
        }
        if (minute < 12 * 60) {
            minute = draw.around(13 * 60, 16 * 60);
            go(PlaceKind.PARK, own(PlaceKind.PARK, 2), draw.around(20, 60));
        }
        int morning = 1440 + departure(someone, epochDay + 1);
        sink.stay(person, shape.home(person), base + minute, base + morning);
    }

    /** Whether chance, always the same for a stay, puts it among so many percent of all stays. */
    public static boolean isAmong(int percent, int person, int place, int enterMinute) {
        long chance = Draw.mix(Draw.mix(person) + ((long) place << 32 | enterMinute));
        return Long.remainderUnsigned(chance, 100) < percent;
    }

    private Role role(int someone) {
        habit.start(shape.seed(), someone, -1);
        int position = shape.position(someone);
        if (position >= 2 && position < 4) {
            return habit.chance(75) ? Role.PUPIL : Role.WORKER;
        }
        boolean isOld = position == 4 || habit.chance(shape.householdSize(someone) <= 2 ? 32 : 8);
        return isOld ? Role.RETIRED : Role.WORKER;
    }

    /** When the person first leaves home on the day; at 11:15 at the latest. */
    private int departure(int someone, int epochDay) {
        boolean isFree = Math.floorMod(epochDay + 3, 7) >= 5;
        Role role = role(someone);
        int usual = habit.around(0, 90);
        draw.start(shape.seed() ^ 0x9E37L, someone, epochDay);
        if (isFree) {
            return draw.around(8 * 60, 11 * 60 + 15);
        }
        return switch (role) {
            case WORKER -> 6 * 60 + 30 + usual + draw.below(15);
            case PUPIL -> 7 * 60 + usual / 4 + draw.below(10);
            case RETIRED -> draw.around(6 * 60, 10 * 60);
        };
    }

    private void workDay() {
        boolean rides = habitually(60, 1);
        int line = own(PlaceKind.VEHICLE, 3);
        int work = habitual(PlaceKind.WORKPLACE, 2);
        ride(rides, line);
        if (draw.chance(35)) {
            int lunch = draw.around(11 * 60 + 15, 12 * 60 + 30);
            go(PlaceKind.WORKPLACE, work, Math.max(30, lunch - minute));
            go(PlaceKind.RESTAURANT, near(PlaceKind.RESTAURANT), draw.around(20, 45));
        }
        go(PlaceKind.WORKPLACE, work, Math.max(60, draw.around(17 * 60, 18 * 60 + 30) - minute));
        ride(rides, line);
        shop(32);
        outing(12, PlaceKind.RESTAURANT, 60, 110);
    }

    private void ride(boolean rides, int line) {
        if (rides) {
            // a vehicle of the line, by quarter of an hour: people of one line and time sit in one bus
            int vehicle = (line + minute / 15) % counts[PlaceKind.VEHICLE.ordinal()];
            go(PlaceKind.VEHICLE, firsts[PlaceKind.VEHICLE.ordinal()] + vehicle, draw.around(12, 45));
        }
        minute += draw.below(6);
    }

    private void schoolDay() {
        int group = own(PlaceKind.CLASSROOM, 4);
        int canteen = own(PlaceKind.CANTEEN, 4);
        minute += draw.around(5, 20);
        go(PlaceKind.CLASSROOM, group, Math.max(60, draw.around(11 * 60 + 40, 11 * 60 + 55) - minute));
        go(PlaceKind.CANTEEN, canteen, draw.around(20, 40));
        go(PlaceKind.CLASSROOM, group, Math.max(60, draw.around(16 * 60, 16 * 60 + 20) - minute));
        outing(40, PlaceKind.PARK, 30, 80);
        minute += draw.around(5, 20);
        outing(10, PlaceKind.SHOP, 15, 60);
    }

    private void quietDay() {
        go(PlaceKind.MARKET, market(), draw.around(20, 50));
        goHome(draw.around(60, 240));
        outing(60, PlaceKind.PARK, 40, 120);
        outing(30, PlaceKind.MARKET, 15, 40);
        outing(30, PlaceKind.PARK, 40, 90);
    }

    private void freeDay() {
        if (draw.chance(60)) {
            go(PlaceKind.MARKET, market(), draw.around(20, 60));
        } else {
            go(PlaceKind.SHOP, near(PlaceKind.SHOP), draw.around(15, 75));
        }
        if (draw.chance(45)) {
            go(PlaceKind.RESTAURANT, near(PlaceKind.RESTAURANT), draw.around(40, 100));
        }
        goHome(draw.around(60, 180));
        if (draw.chance(15)) {
            go(PlaceKind.HOME, draw.below(counts[0]), draw.around(60, 180));
            goHome(30);
        }
        outing(45, PlaceKind.PARK, 40, 120);
        outing(25, PlaceKind.SHOP, 15, 75);
    }

    /** Home and out again, when chance has it and the day is long enough. */
    private void outing(int percent, PlaceKind kind, int shortest, int longest) {
        if (draw.chance(percent) && minute < 20 * 60) {
            goHome(draw.around(30, 90));
            go(kind, kind == PlaceKind.MARKET ? market() : near(kind), draw.around(shortest, longest));
        }
    }

    private void shop(int percent) {
        if (draw.chance(percent)) {
            go(PlaceKind.MARKET, market(), draw.around(10, 40));
        }
    }

    private void goHome(int length) {
        go(PlaceKind.HOME, shape.home(person), length);
    }

    private void go(PlaceKind kind, int place, int length) {
        int last = 23 * 60 + 50;
        if (minute + length > last) {
            return; // too late for that
        }
        sink.stay(person, place, base + minute, base + minute + length);
        minute += length + (kind == PlaceKind.HOME ? 0 : draw.below(12)) + 1;
    }

    /** The household's own market mostly, a popular one at times. */
    private int market() {
        return draw.chance(75) ? own(PlaceKind.MARKET, 5) : near(PlaceKind.MARKET);
    }

    private int near(PlaceKind kind) {
        int count = counts[kind.ordinal()];
        int spread = draw.below(1 + count / 50); // the most popular ones have their limits too
        return firsts[kind.ordinal()] + Math.min(count - 1, draw.popular(count) + spread);
    }

    /** A place of the neighbourhood: households close in number share it. */
    private int own(PlaceKind kind, int purpose) {
        int count = counts[kind.ordinal()];
        int neighbourhood = (int) ((long) shape.home(person) * count / shape.homes());
        habit.start(shape.seed(), shape.home(person), purpose);
        int spread = Math.min(count, 3);
        return firsts[kind.ordinal()] + (neighbourhood + habit.below(spread)) % count;
    }

    /** A place of the person's own, popular ones likelier. */
    private int habitual(PlaceKind kind, int purpose) {
        habit.start(shape.seed(), person, purpose);
        return firsts[kind.ordinal()] + habit.popular(counts[kind.ordinal()]);
    }

    private boolean habitually(int percent, int purpose) {
        return habit.start(shape.seed(), person, purpose).chance(percent);
    }

    private enum Role {
        WORKER,
        PUPIL,
        RETIRED
    }
}
