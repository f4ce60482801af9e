package org.zhisheng.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {
    @Test
    void whatIsNotToldHasADefault() throws StartFailure {
        Settings settings = read(Map.of());

        assertEquals(8080, settings.port());
        assertEquals(Path.of("data").toAbsolutePath(), settings.data());
        assertNull(settings.url());
        assertFalse(settings.demo());
    }

    @Test
    void thePropertyPrevailsOverTheEnvironment() throws StartFailure {
        Settings settings = Settings.read(
                Map.of("zhisheng.port", "8081")::get, Map.of("ZHISHENG_PORT", "8082", "ZHISHENG_DEMO", "true")::get);

        assertEquals(8081, settings.port());
        assertTrue(settings.demo());
    }

    @Test
    void issuerAndCollectorShareASecretFromAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "0123456789abcdef0123456789abcdef\n");
        Map<String, String> collector = Map.of(
                "zhisheng.role", "collector",
                "zhisheng.issuer", "https://issuer.example.org/",
                "zhisheng.token_file", file.toString());
        Settings settings = read(collector);
        assertEquals("collector", settings.role());
        assertEquals("https://issuer.example.org", settings.issuer());
        assertEquals("0123456789abcdef0123456789abcdef", settings.token());
        assertFalse(settings.toString().contains("0123"), "the secret is not printed");

        assertRefused("startup.role", Map.of("zhisheng.role", "both"));
        assertRefused("startup.issuer.missing", Map.of("zhisheng.role", "collector"));
        assertRefused("startup.issuer.needless", Map.of("zhisheng.issuer", "https://issuer.example.org"));
        assertRefused("startup.token.missing", Map.of("zhisheng.role", "issuer"));
        assertRefused(
                "startup.token.unreadable",
                Map.of(
                        "zhisheng.role",
                        "issuer",
                        "zhisheng.token_file",
                        folder.resolve("none").toString()));
        Path brief = Files.writeString(folder.resolve("short"), "secret");
        assertRefused(
                "startup.token.short", Map.of("zhisheng.role", "issuer", "zhisheng.token_file", brief.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http", "8080x", "99999999999"})
    void aPortIsAWholeNumber(String port) {
        assertRefused("startup.port", Map.of("zhisheng.port", port));
    }

    @ParameterizedTest
    @CsvSource({
        "https://survey.example.org, https://survey.example.org",
        "https://survey.example.org/, https://survey.example.org",
        "https://survey.example.org:8443, https://survey.example.org:8443"
    })
    void aPublicAddressIsKeptWithoutASlash(String given, String kept) throws StartFailure {
        assertEquals(kept, read(Map.of("zhisheng.url", given)).url());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "survey.example.org",
                "ftp://survey.example.org",
                "https://",
                "https://survey.example.org/path",
                "https://survey.example.org?x=1",
                "https://survey.example.org#x",
                "https://me@survey.example.org",
                "https://survey example.org",
                "https://survey.example.org:99999"
            })
    void aPublicAddressIsNothingButSchemeAndHost(String url) {
        assertRefused("startup.url", Map.of("zhisheng.url", url));
    }

    @Test
    void plainHttpIsForTrialsOnly() throws StartFailure {
        assertRefused("startup.url.plain", Map.of("zhisheng.url", "http://10.0.0.5"));
        assertEquals(
                "http://10.0.0.5",
                read(Map.of("zhisheng.url", "http://10.0.0.5", "zhisheng.demo", "true"))
                        .url());
    }

    @Test
    void aDataFolderMustNotEndTheDatabasesAddress() {
        assertRefused("startup.data.name", Map.of("zhisheng.data", "data;INIT=x"));
    }

    private static void assertRefused(String key, Map<String, String> properties) {
        StartFailure failure = assertThrows(StartFailure.class, () -> read(properties));
        assertEquals(key, failure.key());
        assertEquals(StartFailure.WRONG_USE, failure.status());
    }

    private static Settings read(Map<String, String> properties) throws StartFailure {
        return Settings.read(properties::get, name -> null);
    }
}
