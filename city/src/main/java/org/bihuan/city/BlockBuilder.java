package org.bihuan.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bihuan.city.AgePyramid.Draft;
import org.bihuan.kernel.DivisionCode;

/**
 * Makes the households of one block: sizes and people are drawn on their own, so that both keep their shape, and then
 * matched: a grown-up for each household, children to heads of a parent's age, partners, then the rest. Greedy, the
 * square of the block's people at most. Immutable, safe for threads.
 */
final class BlockBuilder {
    private static final int GROWN_UP = 20;
    private static final int LEAST_PARENT_YEARS = 20;
    private static final int MOST_PARENT_YEARS = 45;
    /** From this age on a woman counts as married into the household and keeps her own surname. */
    private static final int OWN_SURNAME_AGE = 30;

    private final Profile profile;

    BlockBuilder(Profile profile) {
        this.profile = profile;
    }

    List<Household> build(Dice dice, DivisionCode residence, int firstNumber, int people, LocalDate asOf) {
        List<Integer> sizes = profile.householdSizes().fill(dice, people);
        List<Draft> grownUps = new ArrayList<>();
        List<Draft> children = new ArrayList<>();
        while (grownUps.size() + children.size() < people) {
            Draft draft = profile.ages().draw(dice, asOf);
            if (draft.age(asOf) >= GROWN_UP) {
                grownUps.add(draft);
            } else if (children.size() < people - sizes.size()) {
                children.add(draft); // a child too many is redrawn: each household needs a grown-up
            }
        }
        List<Home> homes = new ArrayList<>();
        for (int size : sizes) {
            homes.add(new Home(size, grownUps.removeFirst()));
        }
        children.forEach(child -> homeFor(child, homes, dice).members.add(child));
        homes.forEach(home -> home.fill(grownUps));
        return named(homes, dice, residence, firstNumber, asOf);
    }

    /** A home with room, if possible of somebody of a parent's age; the first such from a random start. */
    private static Home homeFor(Draft child, List<Home> homes, Dice dice) {
        int start = dice.below(homes.size());
        Home other = null;
        for (int i = 0; i < homes.size(); i++) {
            Home home = homes.get((start + i) % homes.size());
            if (home.hasRoom()) {
                if (isParentAge(home.head(), child)) {
                    return home;
                }
                other = other == null ? home : other;
            }
        }
        if (other == null) {
            throw new IllegalStateException("no room for a child: sizes and people disagree");
        }
        return other;
    }

    private static boolean isParentAge(Draft older, Draft younger) {
        double years = older.yearsOlderThan(younger);
        return years >= LEAST_PARENT_YEARS && years <= MOST_PARENT_YEARS;
    }

    private List<Household> named(
            List<Home> homes, Dice dice, DivisionCode residence, int firstNumber, LocalDate asOf) {
        boolean urban = Community.isUrban(residence);
        List<Household> households = new ArrayList<>();
        int number = firstNumber;
        for (Home home : homes) {
            home.members.sort(Comparator.comparing(Draft::born));
            int householdNumber = number;
            List<Resident> members = new ArrayList<>();
            String[] surnames = new String[home.members.size()];
            for (int i = 0; i < surnames.length; i++) {
                Draft draft = home.members.get(i);
                int father = father(home.members, i, asOf);
                String surname = father < 0 ? profile.names().surname(dice) : surnames[father];
                surnames[i] = surname;
                members.add(new Resident(
                        number++,
                        surname + profile.names().givenName(dice, draft),
                        draft.sex(),
                        draft.born(),
                        profile.occupations().draw(dice, draft.age(asOf), urban),
                        householdNumber,
                        residence));
            }
            households.add(new Household(members));
        }
        return households;
    }

    /** Position of the man whose surname is inherited, or -1. Members are sorted, the oldest first. */
    private static int father(List<Draft> members, int child, LocalDate asOf) {
        Draft of = members.get(child);
        if (of.sex() == Sex.FEMALE && of.age(asOf) >= OWN_SURNAME_AGE) {
            return -1;
        }
        for (int i = child - 1; i >= 0; i--) {
            if (members.get(i).sex() == Sex.MALE && isParentAge(members.get(i), of)) {
                return i;
            }
        }
        return -1;
    }

    /** A household being filled; the head is the first member. */
    private static final class Home {
        private static final double MOST_PARTNER_YEARS = 9;

        private final int size;
        private final List<Draft> members = new ArrayList<>();

        Home(int size, Draft head) {
            this.size = size;
            members.add(head);
        }

        Draft head() {
            return members.getFirst();
        }

        boolean hasRoom() {
            return members.size() < size;
        }

        void fill(List<Draft> grownUps) {
            boolean hasPartner = false;
            while (hasRoom()) {
                int at = hasPartner ? -1 : bestPartner(grownUps);
                hasPartner = true;
                members.add(grownUps.remove(at >= 0 ? at : otherGeneration(grownUps)));
            }
        }

        /** The person of the other sex nearest in age, or -1 when nobody is near. */
        private int bestPartner(List<Draft> grownUps) {
            int best = -1;
            double bestYears = MOST_PARTNER_YEARS;
            for (int i = 0; i < grownUps.size(); i++) {
                double years = Math.abs(head().yearsOlderThan(grownUps.get(i)));
                if (years < bestYears && grownUps.get(i).sex() != head().sex()) {
                    best = i;
                    bestYears = years;
                }
            }
            return best;
        }

        /** Somebody who may be a parent or a grown-up child of the head; else the first. */
        private int otherGeneration(List<Draft> grownUps) {
            for (int i = 0; i < grownUps.size(); i++) {
                if (isParentAge(grownUps.get(i), head()) || isParentAge(head(), grownUps.get(i))) {
                    return i;
                }
            }
            return 0;
        }
    }
}
