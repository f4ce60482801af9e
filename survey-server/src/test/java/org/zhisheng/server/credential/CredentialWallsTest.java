package org.zhisheng.server.credential;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Auditors read this package alone: it stands on the Java platform and one provider, and on nothing of the server. */
@AnalyzeClasses(packages = "org.zhisheng.server.credential", importOptions = ImportOption.DoNotIncludeTests.class)
final class CredentialWallsTest {
    @ArchTest
    static final ArchRule THE_CREDENTIAL_IS_PURE_CRYPTOGRAPHY = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.zhisheng.server.credential",
                    "org.zhisheng.server.kernel",
                    "java.io",
                    "java.lang..",
                    "java.math",
                    "java.nio..",
                    "java.security..",
                    "java.util..",
                    "javax.crypto..",
                    "org.jspecify..",
                    "com.amazon.corretto.crypto.provider");
}
