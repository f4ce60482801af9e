package org.zhisheng.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.Tag;

/** The groups of {@code ./zhisheng test} are tags, so a test that starts the application says which it belongs to. */
@AnalyzeClasses(packages = "org.zhisheng.server", importOptions = ImportOption.OnlyIncludeTests.class)
final class TestTagsTest {
    @ArchTest
    static final ArchRule TESTS_WITH_THE_APPLICATION_ARE_TAGGED = classes()
            .that()
            .areAnnotatedWith(MicronautTest.class)
            .should()
            .beAnnotatedWith(Tag.class)
            .because("@Tag(\"store\") tests also run on MySQL; others are \"server\", \"browser\" or \"simulation\"");
}
