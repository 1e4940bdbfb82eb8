package org.bihuan.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;

/**
 * Who lives where. People are numbered community by community; each block of some sixty is made from the seed alone
 * when it is asked for, so the city takes no memory. Immutable, safe for threads.
 */
final class Population {
    private final long seed;
    private final LocalDate asOf;
    private final int people;
    private final List<Community> communities;
    private final BlockBuilder builder;

    private Population(long seed, LocalDate asOf, int people, List<Community> communities, BlockBuilder builder) {
        this.seed = seed;
        this.asOf = asOf;
        this.people = people;
        this.communities = communities;
        this.builder = builder;
    }

    static Population of(CitySettings settings, Profile profile, Divisions divisions) {
        List<DivisionCode> codes = divisions.list(5, settings.division());
        if (codes.isEmpty()) {
            throw new IllegalArgumentException(
                    "division " + settings.division() + " has no village or community to live in");
        }
        return new Population(
                settings.seed(),
                settings.from(),
                settings.people(),
                spread(codes, settings, profile),
                new BlockBuilder(profile));
    }

    private static List<Community> spread(List<DivisionCode> codes, CitySettings settings, Profile profile) {
        double[] upTo = new double[codes.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            Dice dice = Dice.of(settings.seed(), "community", codes.get(i).value());
            double weight = StrictMath.exp(profile.spread() * dice.normal());
            sum += Community.isUrban(codes.get(i)) ? weight * profile.urbanWeight() : weight;
            upTo[i] = sum;
        }
        List<Community> communities = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < upTo.length; i++) {
            int end = (int) Math.round(settings.people() * (upTo[i] / sum));
            communities.add(new Community(codes.get(i), first, end - first));
            first = end;
        }
        return List.copyOf(communities);
    }

    int people() {
        return people;
    }

    /** Day as of which ages hold. */
    LocalDate asOf() {
        return asOf;
    }

    /** All communities, ascending by code. */
    List<Community> communities() {
        return communities;
    }

    /** Passes every household of the community on, in order. */
    void households(Community community, Consumer<Household> to) {
        for (int block = 0; block < community.blocks(); block++) {
            block(community, block).forEach(to);
        }
    }

    Resident resident(int number) {
        Community community = communityOf(number);
        for (Household household : block(community, community.blockOf(number))) {
            int position = number - household.members().getFirst().number();
            if (position < household.members().size()) {
                return household.members().get(position);
            }
        }
        throw new IllegalStateException("no resident has the number " + number);
    }

    private List<Household> block(Community community, int block) {
        int start = community.blockStart(block);
        int count = community.blockStart(block + 1) - start;
        return builder.build(Dice.of(seed, "block", start), community.code(), start, count, asOf);
    }

    /** The last community that starts at or before the number; empty ones share their start with the next. */
    private Community communityOf(int number) {
        if (number < 0 || number >= people) {
            throw new IllegalArgumentException("resident number is " + number + ", must be 0 to " + (people - 1));
        }
        int low = 0;
        int high = communities.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (communities.get(middle).first() <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return communities.get(low);
    }
}
