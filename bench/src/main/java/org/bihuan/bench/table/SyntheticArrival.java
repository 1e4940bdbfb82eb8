package org.bihuan.bench.table;

/**
 * One arrival.
 *
 * @param risk of the place of origin
 * @param code shown
 * @param certificateAge in hours; when not known any number
 * @param certificateAgeKnown whether there is a certificate
 * @param declared before arriving
 */
record SyntheticArrival(
        String risk, String code, double certificateAge, boolean certificateAgeKnown, boolean declared) {}
