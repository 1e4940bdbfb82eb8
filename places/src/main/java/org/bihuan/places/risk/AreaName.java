package org.bihuan.places.risk;

import org.bihuan.places.DivisionNames;

/**
 * An area as a list writes it.
 *
 * @param province 辽宁省
 * @param city 鞍山市; of a municipality its name again, or the district
 * @param county 铁东区; where the city column holds the district, the street
 * @param text what of it, free text; empty for the whole
 */
public record AreaName(String province, String city, String county, String text) {
    /** Two lines with the same key name the same area. */
    public String key() {
        return DivisionNames.plain(province) + "|" + DivisionNames.plain(city) + "|" + DivisionNames.plain(county) + "|"
                + DivisionNames.plain(text);
    }

    /** The key without the free text: what a person's answer about a county is remembered by. */
    public String countyKey() {
        return new AreaName(province, city, county, "").key();
    }

    /** For people. */
    public String shown() {
        String around = city.equals(province) ? province : province + city;
        return (around + county + " " + text).strip();
    }
}
