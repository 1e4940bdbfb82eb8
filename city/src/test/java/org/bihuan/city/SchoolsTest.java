package org.bihuan.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.kernel.Divisions;
import org.junit.jupiter.api.Test;

class SchoolsTest {
    private static final LocalDate EVE_OF_SCHOOL_YEAR = LocalDate.parse("2019-08-31");
    private static final Map<String, Integer> FIRST_AGE =
            Map.of("kindergarten", 3, "primary", 6, "junior", 12, "senior", 15);

    @Test
    void classesHave30To45PupilsOfTheAgeOfTheirGrade() {
        City city = Cities.of(20_000, TestSeed.next("classes"));
        List<School> schools = Cities.schools(city);
        assertThat(schools).extracting(School::kind).contains("kindergarten", "primary", "junior", "senior");
        for (School school : schools) {
            assertThat(school.classes()).isNotEmpty();
            for (SchoolClass pupils : school.classes()) {
                assertThat(pupils.pupils()).as(pupils.id()).hasSizeBetween(30, 45);
                int age = FIRST_AGE.getOrDefault(school.kind(), -1) + pupils.grade() - 1;
                assertThat(pupils.pupils())
                        .allSatisfy(pupil -> assertThat(
                                        Period.between(city.resident(pupil).born(), EVE_OF_SCHOOL_YEAR)
                                                .getYears())
                                .isEqualTo(age));
            }
        }
    }

    @Test
    void nobodyHasTwoPlacesAndStaffAreGrownUp() {
        City city = Cities.of(20_000, TestSeed.next("places"));
        Set<Integer> seen = new HashSet<>();
        for (School school : Cities.schools(city)) {
            Stream.concat(
                            school.classes().stream().flatMap(pupils -> pupils.pupils().stream()),
                            Stream.concat(school.teachers().stream(), school.foodHandlers().stream()))
                    .forEach(person ->
                            assertThat(seen.add(person)).as("%s twice", person).isTrue());
            assertThat(school.teachers())
                    .isNotEmpty()
                    .allSatisfy(teacher ->
                            assertThat(city.resident(teacher).occupation()).isEqualTo("teacher"));
            assertThat(school.foodHandlers())
                    .isNotEmpty()
                    .allSatisfy(handler ->
                            assertThat(city.resident(handler).occupation()).isEqualTo("food-handler"));
            assertThat(school.foodHandlers()).hasSizeLessThanOrEqualTo(2 + school.pupils() / 45);
        }
    }

    @Test
    void mostChildrenOfSchoolAgeGoToSchool() {
        City city = Cities.of(200_000, 7);
        long pupils = Cities.schools(city).stream().mapToLong(School::pupils).sum();
        long children = Cities.households(city).stream()
                .flatMap(household -> household.members().stream())
                .filter(person -> {
                    int age = Period.between(person.born(), EVE_OF_SCHOOL_YEAR).getYears();
                    return age >= 3 && age <= 14;
                })
                .count();
        assertThat(pupils / (double) children).isCloseTo(1.05, within(0.1)); // with two thirds of those of 15 to 17
    }

    @Test
    void namesAndIdsAreUniqueAndPlacesReal() {
        List<School> schools = Cities.schools(Cities.of(200_000, 7));
        assertThat(schools).hasSizeGreaterThan(60);
        assertThat(schools).extracting(School::name).doesNotHaveDuplicates().contains("鞍山市铁东区第一小学");
        assertThat(schools).extracting(School::id).doesNotHaveDuplicates();
        assertThat(schools)
                .allMatch(school -> school.division().level() == 4
                        && Divisions.load().exists(school.division())
                        && Cities.ANSHAN.contains(school.division()));
        assertThat(schools).extracting(School::name).anyMatch(name -> name.matches(".+(区|县|市).+镇中心小学"));
    }

    @Test
    void everyClassUsesOneToilet() {
        for (School school : Cities.schools(Cities.of(100_000, 7))) {
            List<SchoolClass> served = new ArrayList<>();
            for (int toilet = 1; toilet <= school.toilets(); toilet++) {
                assertThat(school.classesOfToilet(toilet)).hasSizeBetween(1, 4);
                served.addAll(school.classesOfToilet(toilet));
            }
            assertThat(served).isEqualTo(school.classes());
        }
    }

    @Test
    void largeSchoolsAreSplit() {
        Map<String, Integer> most = Map.of("kindergarten", 4, "primary", 6, "junior", 10, "senior", 16);
        for (School school : Cities.schools(Cities.of(1_000_000, 7))) {
            Map<Integer, Long> grades =
                    school.classes().stream().collect(Collectors.groupingBy(SchoolClass::grade, Collectors.counting()));
            assertThat(grades.values()).allMatch(classes -> classes <= most.getOrDefault(school.kind(), 0));
        }
    }

    @Test
    void tinyCityHasSmallClassesOrNoSchool() {
        for (School school : Cities.schools(Cities.of(1_000, 7))) {
            assertThat(school.classes()).allMatch(pupils -> pupils.pupils().size() <= 45);
        }
        assertThat(Cities.schools(Cities.of(1, 7))).isEmpty();
    }

    @Test
    void classesAreCutSoThatNoneIsTooSmall() {
        Span size = new Span(30, 45);
        assertThat(Catchment.classesFor(0, size)).isZero();
        assertThat(Catchment.classesFor(10, size)).isEqualTo(1);
        assertThat(Catchment.classesFor(45, size)).isEqualTo(1);
        assertThat(Catchment.classesFor(46, size)).isEqualTo(1); // one child goes elsewhere
        assertThat(Catchment.classesFor(59, size)).isEqualTo(1);
        assertThat(Catchment.classesFor(60, size)).isEqualTo(2);
        for (int pupils = 60; pupils < 2_000; pupils++) {
            int classes = Catchment.classesFor(pupils, size);
            assertThat(pupils / classes).isGreaterThanOrEqualTo(30);
            assertThat((pupils + classes - 1) / classes).isLessThanOrEqualTo(45);
        }
    }
}
