package org.bihuan.city.movement;

/** Kinds of places, with how many people of the city there are for each one. Chosen for plausibility, not from a survey. */
enum PlaceKind {
    HOME(3),
    WORKPLACE(22),
    CLASSROOM(270),
    CANTEEN(1_000),
    MARKET(300),
    RESTAURANT(100),
    SHOP(120),
    PARK(150),
    VEHICLE(60);

    private final int peopleEach;

    PlaceKind(int peopleEach) {
        this.peopleEach = peopleEach;
    }

    int peopleEach() {
        return peopleEach;
    }
}
