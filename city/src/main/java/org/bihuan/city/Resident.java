package org.bihuan.city;

import java.time.LocalDate;
import org.bihuan.kernel.DivisionCode;

/**
 * Somebody who lives in the city. No such person exists.
 *
 * @param number from 0, unique in the city
 * @param occupation a key such as pupil, retired, food-handler (profile/occupations.csv)
 * @param householdNumber the number of the household's first member
 * @param residence the village or community
 */
public record Resident(
        int number,
        String name,
        Sex sex,
        LocalDate born,
        String occupation,
        int householdNumber,
        DivisionCode residence) {

    /** P and eight digits, from P00000001; no number of a real document. */
    public String id() {
        return idOf(number);
    }

    /** H and eight digits. */
    public String householdId() {
        return digits('H', householdNumber);
    }

    static String idOf(int number) {
        return digits('P', number);
    }

    private static String digits(char letter, int number) {
        String digits = Integer.toString(number + 1);
        return letter + "00000000".substring(digits.length()) + digits;
    }
}
