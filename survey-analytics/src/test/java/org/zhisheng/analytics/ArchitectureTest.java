package org.zhisheng.analytics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The library's walls: packages form a ladder, and neither clocks nor networks nor databases are within reach. */
@AnalyzeClasses(packages = "org.zhisheng.analytics", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
            slices().matching("org.zhisheng.analytics.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule DATA_IMPORTS_NOTHING_OF_OURS = noClasses()
            .that()
            .resideInAPackage("org.zhisheng.analytics.data..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.zhisheng.analytics.numeric..",
                    "org.zhisheng.analytics.weighting..",
                    "org.zhisheng.analytics.estimation..",
                    "org.zhisheng.analytics.cli..");

    @ArchTest
    static final ArchRule NO_CLOCK_NETWORK_OR_DATABASE = noClasses()
            .that()
            .resideOutsideOfPackage("org.zhisheng.analytics.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.sql..", "javax.sql..", "java.net.http..")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(Math.class, "random");
}
