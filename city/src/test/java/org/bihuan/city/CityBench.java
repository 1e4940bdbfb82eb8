package org.bihuan.city;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import org.bihuan.city.Arguments.Part;

/**
 * Streams a city and throws the lines away: speed and the most heap ever held. Run it with a small heap to see that
 * memory does not grow with the people: {@code java -Xmx64m ... org.bihuan.city.CityBench 1000000}.
 */
final class CityBench {
    private CityBench() {}

    public static void main(String[] arguments) {
        int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        for (Part part : new Part[] {Part.RESIDENTS, Part.ARRIVALS, Part.SCHOOL}) {
            long start = System.nanoTime();
            long[] counted = new long[2];
            Main.ndjson(Cities.of(people, 7), part, line -> {
                counted[0]++;
                counted[1] += line.length();
            });
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "%-9s %,d people: %,d facts, %,d characters in %.1f s (%,.0f people/s), heap at most %d MB%n",
                    part, people, counted[0], counted[1], seconds, people / seconds, peakHeapMegabytes());
        }
    }

    private static long peakHeapMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed() >> 20)
                .sum();
    }
}
