package org.zhisheng.server.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PublicAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://survey.example.org, FIT",
        "https://survey.example.org:8443/, FIT",
        "https://8.8.8.8, FIT",
        "https://172.32.0.1, FIT",
        "https://[2001:db8::1], FIT",
        "http://survey.example.org, UNENCRYPTED",
        "https://localhost, PRIVATE",
        "http://127.0.0.1:8080, PRIVATE",
        "https://10.1.2.3, PRIVATE",
        "https://172.16.0.1, PRIVATE",
        "https://192.168.1.20, PRIVATE",
        "https://169.254.1.1, PRIVATE",
        "https://100.64.0.1, PRIVATE",
        "https://[::1], PRIVATE",
        "https://[fd00::1], PRIVATE",
        "https://[fe80::1], PRIVATE",
        "https://server, PRIVATE",
        "https://union.local, PRIVATE",
        "https://Union.Internal, PRIVATE",
        "ftp://survey.example.org, MISSING",
        "survey.example.org, MISSING",
    })
    void onlyAPublicEncryptedAddressIsFit(URI address, PublicAddress expected) {
        assertEquals(expected, PublicAddress.of(address));
    }

    @Test
    void noAddressIsMissing() {
        assertEquals(PublicAddress.MISSING, PublicAddress.of(null));
    }

    @Test
    void manifestsCarryTheAddressWithoutASlashAtItsEnd() {
        assertEquals("https://a.org:8443", PublicAddress.text(URI.create("https://a.org:8443/")));
    }
}
