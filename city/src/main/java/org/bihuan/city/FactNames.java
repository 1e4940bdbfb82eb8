package org.bihuan.city;

/** Every word the city writes into facts and column headers, in one place: kinds, sources, roles, types and fields. */
final class FactNames {
    static final int SCHEMA = 1;

    // kinds
    static final String PERSON = "person";
    static final String ARRIVAL = "arrival";
    static final String TEST = "test";
    static final String ADMISSION = "admission";
    static final String SYMPTOM = "symptom";
    static final String POSITIVE = "positive";
    static final String UNIT = "unit";
    static final String ENROLMENT = "enrolment";
    static final String ILLNESS = "illness";
    static final String ABSENCE = "absence";

    // sources
    static final String RESIDENT_REGISTER = "resident-register";
    static final String SCHOOL_REGISTER = "school-register";
    static final String SCHOOL_ROLL = "school-roll";
    static final String CERTIFICATE = "certificate";
    static final String LABORATORY = "laboratory";
    static final String ISOLATION_SITE = "isolation-site";
    static final String COMMUNITY = "community";

    // subject types; a subject's role has the same word, but for a unit's own subject
    static final String SCHOOL = "school";
    static final String CLASS = "class";
    static final String PREMISES = "premises";

    // roles at a school
    static final String PUPIL = "pupil";
    static final String TEACHER = "teacher";
    static final String FOOD_HANDLER = "food-handler";

    // premises
    static final String KITCHEN = "kitchen";
    static final String TOILET = "toilet";
    static final String CLASSROOM = "classroom";

    // fields
    static final String NAME = "name";
    static final String SEX = "sex";
    static final String BORN = "born";
    static final String OCCUPATION = "occupation";
    static final String HOUSEHOLD = "household";
    static final String RESIDENCE = "residence";
    static final String ARRIVED_AT = "arrivedAt";
    static final String ORIGIN = "origin";
    static final String ORIGIN_RISK = "originRisk";
    static final String DESTINATION = "destination";
    static final String LEFT_ORIGIN_AT = "leftOriginAt";
    static final String REGISTERED_AT = "registeredAt";
    static final String DECLARED_AT = "declaredAt";
    static final String CODE = "code";
    static final String TESTS = "tests";
    static final String PORT = "port";
    static final String ISOLATED_ELSEWHERE_DAYS = "isolatedElsewhereDays";
    static final String SAMPLED_AT = "sampledAt";
    static final String REPORTED_AT = "reportedAt";
    static final String RESULT = "result";
    static final String KIND = "kind";
    static final String OWNER = "owner";
    static final String ADMITTED_AT = "admittedAt";
    static final String SYMPTOMS = "symptoms";
    static final String ONSET_AT = "onsetAt";
    static final String ENDED_AT = "endedAt";
    static final String NOTED_AT = "notedAt";
    static final String POSITIVE_AT = "positiveAt";
    static final String ROLE = "role";
    static final String SINCE = "since";
    static final String TYPE = "type";
    static final String POPULATION = "population";
    static final String SCHOOL_KIND = "schoolKind";
    static final String GRADE = "grade";
    static final String DATE = "date";
    static final String REASON = "reason";

    private FactNames() {}
}
