package org.bihuan.app;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Lazy;

/** The walls inside the server that the compiler does not see. */
class WallsTest {
    private static final int MOST_DEPENDENCIES = 7;
    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.bihuan");

    @Test
    void theDomainIsPure() {
        classes()
                .that()
                .resideInAPackage("org.bihuan.app.*.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.bihuan.kernel..",
                        "org.bihuan.policy..",
                        "org.jspecify..",
                        "org.bihuan.app.*.domain..")
                .andShould(dependOnNoForeignDomain())
                .allowEmptyShould(true)
                .because("a decision is a function of values: no SQL, JSON, Spring or time inside")
                .check(PRODUCTION);
    }

    @Test
    void nothingIsInjectedByALazyProxy() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Lazy.class)
                .because("a proxy passes over final methods, and says so at every start: take an ObjectProvider")
                .check(PRODUCTION);
    }

    @Test
    void onlyStoresSpeakSql() {
        noClasses()
                .that(are(resideInAPackage("org.bihuan.."))
                        .and(DescribedPredicate.not(resideInAnyPackage("..store..", "org.bihuan.app.database..")))
                        .and(DescribedPredicate.not(simpleNameEndingWith("Store"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.postgresql..")
                .because("SQL lies in store packages, or in one class named Store where a module is small")
                .check(PRODUCTION);
    }

    @Test
    void onlyTheClockReadsTheTime() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.bihuan.app.clock..")
                .should()
                .callCodeUnitWhere(target(readsTheTime()))
                .because("an instant is a parameter, or comes from the injected Clock")
                .check(PRODUCTION);
    }

    @Test
    void pagesAndJobsAreNobodyElsesBusiness() {
        classes()
                .that()
                .resideInAnyPackage("org.bihuan.app.*.web..", "org.bihuan.app.*.jobs..")
                .and()
                .areTopLevelClasses()
                .and()
                .areNotRecords()
                .should()
                .notBePublic()
                .allowEmptyShould(true)
                .because("templates need public view models, which are records; all else stays inside")
                .check(PRODUCTION);
    }

    @Test
    void dependenciesPointInward() {
        noClasses()
                .that()
                .resideInAnyPackage("org.bihuan.app.*.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bihuan.app.*.web..", "org.bihuan.app.*.jobs..")
                .allowEmptyShould(true)
                .check(PRODUCTION);
    }

    @Test
    void capabilitiesFormNoCircle() {
        slices().matching("org.bihuan.app.(*)..").should().beFreeOfCycles().check(PRODUCTION);
    }

    @Test
    void dependenciesComeThroughTheConstructor() {
        ArchRule noInjection = fields().should()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .andShould()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .andShould()
                .notBeAnnotatedWith("jakarta.annotation.Resource")
                .andShould()
                .notBeAnnotatedWith("jakarta.inject.Inject");
        noInjection.check(PRODUCTION);
        constructors()
                .that()
                .areDeclaredInClassesThat()
                .areMetaAnnotatedWith("org.springframework.stereotype.Component")
                .should(haveAtMostDependencies())
                .check(PRODUCTION);
    }

    @Test
    void testsThatNeedADatabaseRunOnBoth() {
        JavaClasses tests = new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("org.bihuan.app");
        classes()
                .that(needADatabase())
                .and()
                .haveSimpleNameEndingWith("Test")
                .should()
                .beAnnotatedWith("org.junit.jupiter.api.Tag")
                .orShould()
                .beAnnotatedWith("org.junit.jupiter.api.Tags")
                .because("@Tag(\"database\") makes a class run on the oldest PostgreSQL too")
                .check(tests);
    }

    private static DescribedPredicate<CodeUnitCallTarget> readsTheTime() {
        Set<String> zoneless = Set.of(
                "java.time.LocalDate",
                "java.time.LocalDateTime",
                "java.time.LocalTime",
                "java.time.ZonedDateTime",
                "java.time.OffsetDateTime",
                "java.time.Year",
                "java.time.YearMonth");
        return DescribedPredicate.describe("reads the time", target -> {
            JavaClass owner = target.getOwner();
            String name = target.getName();
            boolean now = name.equals("now")
                    && (owner.isEquivalentTo(Instant.class) || zoneless.contains(owner.getName()))
                    && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            return now
                    || (owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis"))
                    || (owner.isEquivalentTo(Clock.class) && name.startsWith("system"))
                    || (owner.isEquivalentTo(Date.class)
                            && name.equals("<init>")
                            && target.getRawParameterTypes().isEmpty());
        });
    }

    private static ArchCondition<JavaClass> dependOnNoForeignDomain() {
        return new ArchCondition<>("depend on no domain of another capability") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                String own = origin.getPackageName().replaceFirst("\\.domain(\\..*)?$", ".");
                origin.getDirectDependenciesFromSelf().stream()
                        .filter(it -> it.getTargetClass().getPackageName().startsWith("org.bihuan.app."))
                        .filter(it -> !it.getTargetClass().getPackageName().startsWith(own))
                        .forEach(it -> events.add(SimpleConditionEvent.violated(origin, it.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaConstructor> haveAtMostDependencies() {
        return new ArchCondition<>("have at most " + MOST_DEPENDENCIES + " parameters") {
            @Override
            public void check(JavaConstructor constructor, ConditionEvents events) {
                if (constructor.getRawParameterTypes().size() > MOST_DEPENDENCIES) {
                    events.add(SimpleConditionEvent.violated(constructor, constructor.getFullName()));
                }
            }
        };
    }

    private static DescribedPredicate<JavaClass> needADatabase() {
        return DescribedPredicate.describe(
                "need a test database",
                type -> type.getTransitiveDependenciesFromSelf().stream()
                        .anyMatch(it -> it.getTargetClass().getName().equals("org.bihuan.app.database.TestDatabase")));
    }
}
