package org.zhisheng.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhisheng.server.report.LeakingReport;

/** The server's walls. What a package may see of ours stands in {@link #MAY_SEE}; what is not listed there is refused. */
final class ArchitectureTest {
    private static final String ROOT = "org.zhisheng.server";

    /** The ladder. {@code response} sees neither accounts nor tickets; {@code report} sees results, never responses. */
    private static final Map<String, Set<String>> MAY_SEE = Map.ofEntries(
            Map.entry("kernel", Set.of()),
            Map.entry("credential", Set.of("kernel")),
            Map.entry("platform", Set.of("kernel")),
            Map.entry("organization", Set.of("kernel", "platform")),
            Map.entry("account", Set.of("kernel", "platform", "organization")),
            Map.entry("questionnaire", Set.of("kernel", "platform")),
            Map.entry("round", Set.of("kernel", "platform", "organization", "account", "questionnaire")),
            Map.entry("survey", Set.of("kernel", "platform", "organization", "account", "questionnaire", "round")),
            Map.entry(
                    "ticket",
                    Set.of("kernel", "platform", "organization", "account", "questionnaire", "survey", "credential")),
            Map.entry("poster", Set.of("kernel", "platform", "account", "questionnaire", "survey")),
            Map.entry("response", Set.of("kernel", "platform", "questionnaire", "survey", "credential")),
            Map.entry("result", Set.of("kernel", "platform", "account", "questionnaire", "survey", "response")),
            Map.entry("comment", Set.of("kernel", "platform", "account", "questionnaire", "survey", "response")),
            Map.entry(
                    "report", Set.of("kernel", "platform", "account", "questionnaire", "survey", "result", "comment")),
            Map.entry(
                    "scorecard",
                    Set.of(
                            "kernel",
                            "platform",
                            "organization",
                            "account",
                            "questionnaire",
                            "round",
                            "survey",
                            "result")),
            Map.entry(
                    "bulletin",
                    Set.of(
                            "kernel",
                            "platform",
                            "account",
                            "questionnaire",
                            "survey",
                            "credential",
                            "response",
                            "result")),
            Map.entry(
                    "retention",
                    Set.of(
                            "kernel",
                            "platform",
                            "account",
                            "questionnaire",
                            "survey",
                            "response",
                            "comment",
                            "result",
                            "bulletin")),
            Map.entry(
                    "demo",
                    Set.of(
                            "kernel",
                            "platform",
                            "organization",
                            "account",
                            "questionnaire",
                            "round",
                            "survey",
                            "poster",
                            "response",
                            "result")));

    /** Roles in which a class of a feature may speak the framework's language. */
    private static final Pattern AT_THE_EDGE =
            Pattern.compile(".*(Controller|Store|Config|Job|Client|Filter|Binder)(\\$.*)?");

    /** Annotations that say how a record is written, or when a bean is made; they bring no behaviour. */
    private static final DescribedPredicate<JavaClass> HARMLESS = resideInAnyPackage(
                    "io.micronaut.serde.annotation..",
                    "io.micronaut.serde.config.naming..",
                    "io.micronaut.core.annotation..",
                    "io.micronaut.context.annotation..",
                    "io.micronaut.context.condition..")
            .as("annotations");

    private static final DescribedPredicate<JavaClass> WRITTEN_BY_US = describe(
            "written by us", c -> !c.getName().contains(".$") && !c.getName().contains("$$"));

    private static final DescribedPredicate<JavaClass> AT_AN_EDGE = resideInAnyPackage(ROOT, ROOT + ".platform..")
            .or(describe(
                    "named as an edge", c -> AT_THE_EDGE.matcher(c.getName()).matches()));

    /** What hands out answers or words. */
    private static final DescribedPredicate<JavaClass> READ_ANSWERS = describe(
            "hand out answers",
            c -> Set.of("Responses", "Response", "FreeText").contains(c.getSimpleName())
                    && c.getPackageName().equals(ROOT + ".response"));

    /** The only classes outside {@code response} that touch answers, with what the framework generates for them. */
    private static final List<String> ANSWER_READERS = List.of(
            ".*\\.result\\.(\\$)?Results(\\$.*)?",
            ".*\\.comment\\.(\\$)?CommentQueue(\\$.*)?",
            // Proofs are salted hashes of responses; forgetting destroys them; the sample data is made here.
            ".*\\.bulletin\\.(\\$)?(Publisher|Audit|Leaves)(\\$.*)?",
            ".*\\.retention\\.(\\$)?Retention(\\$.*)?",
            ".*\\.demo\\.(\\$)?Seeding(\\$.*)?");

    private static JavaClasses ours;

    @BeforeAll
    static void read() {
        ours = new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);
    }

    @Test
    void featuresAreFreeOfCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(ours);
    }

    @ParameterizedTest
    @MethodSource("features")
    void aFeatureSeesOnlyWhatTheLadderAllows(String feature) {
        String[] seen = Stream.concat(Stream.of(feature), MAY_SEE.getOrDefault(feature, Set.of()).stream())
                .map(name -> ROOT + "." + name + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + feature + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage(ROOT + "..").and(DescribedPredicate.not(resideInAnyPackage(seen))))
                .allowEmptyShould(true)
                .check(ours);
    }

    static Stream<String> features() {
        return MAY_SEE.keySet().stream().sorted();
    }

    @Test
    void everyFeatureStandsOnTheLadder() {
        List<String> unknown = ours.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT + "."))
                .map(name -> name.substring(ROOT.length() + 1))
                .distinct()
                .filter(name -> !MAY_SEE.containsKey(name))
                .toList();
        assertEquals(List.of(), unknown);
    }

    @Test
    void theFrameworkStaysAtTheEdges() {
        noClasses()
                .that(WRITTEN_BY_US.and(DescribedPredicate.not(AT_AN_EDGE)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "io.micronaut..", "io.netty..", "io.swagger..", "reactor..", "com.github.jknack..")
                        .and(DescribedPredicate.not(HARMLESS)))
                .check(ours);
    }

    /** Or an auditor who opens a collector's data would set jobs going. */
    @Test
    void whatRunsByTheClockIsMarked() {
        methods()
                .that()
                .areAnnotatedWith("io.micronaut.scheduling.annotation.Scheduled")
                .should()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(ROOT + ".platform.BackgroundJob")
                .check(ours);
    }

    @Test
    void databasesAreSpokenToInStoresOnly() {
        classes()
                .that(WRITTEN_BY_US
                        .and(DescribedPredicate.not(resideInAnyPackage(ROOT, ROOT + ".platform..")))
                        .and(dependsOn("java.sql..", "javax.sql..", "io.micronaut.data.jdbc..")))
                .should()
                .haveNameMatching(".*Store(\\$.*)?")
                .check(ours);
    }

    /**
     * Who reads what was answered, and no class else: what closes a survey, and what a person redacts with. Whoever reports,
     * publishes or evaluates gets what passed the gate.
     */
    private static ArchRule answersAreProtected() {
        return classes()
                .that()
                .resideOutsideOfPackage(ROOT + ".response..")
                .and(describe(
                        "read answers",
                        c -> c.getDirectDependenciesFromSelf().stream()
                                .anyMatch(d -> READ_ANSWERS.test(d.getTargetClass()))))
                .should()
                .haveNameMatching(String.join("|", ANSWER_READERS));
    }

    @Test
    void answersAreReadWhereTheyAreProtectedOnly() {
        answersAreProtected().check(ours);
    }

    /** What only one page may show: the lines that nobody but the worker-side team reads. */
    private static ArchRule bottomLinesAreApart() {
        return classes()
                .that()
                .resideOutsideOfPackage(ROOT + ".result..")
                .and(describe(
                        "read restricted results",
                        c -> c.getDirectDependenciesFromSelf().stream()
                                .anyMatch(
                                        d -> d.getTargetClass().getName().equals(ROOT + ".result.RestrictedResults"))))
                .should()
                .haveNameMatching(".*\\.report\\.(\\$)?RestrictedController.*");
    }

    @Test
    void bottomLinesAreReadByOnePage() {
        bottomLinesAreApart().check(ours);
    }

    /** The walls see a page that is made from answers and from bottom lines. */
    @Test
    void whatGoesPastTheGateIsSeen() {
        JavaClasses leaking = new ClassFileImporter().importClasses(LeakingReport.class);
        assertThrows(AssertionError.class, () -> answersAreProtected().check(leaking));
        assertThrows(AssertionError.class, () -> bottomLinesAreApart().check(leaking));
    }

    private static DescribedPredicate<JavaClass> dependsOn(String... packages) {
        DescribedPredicate<JavaClass> there = resideInAnyPackage(packages);
        return describe(
                "speak to databases",
                c -> c.getDirectDependenciesFromSelf().stream().anyMatch(d -> there.test(d.getTargetClass())));
    }

    @Test
    void sqlIsWrittenInStoresOnly() throws IOException {
        Pattern sql = Pattern.compile("\"\\s*(SELECT|INSERT|UPDATE|DELETE|MERGE|REPLACE)\\s");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<String> found = sources.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.toString().endsWith("Store.java"))
                    .filter(path -> sql.matcher(read(path)).find())
                    .map(Path::toString)
                    .toList();
            assertEquals(List.of(), found);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
