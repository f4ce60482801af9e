package org.zhisheng.server.bulletin;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.zhisheng.server.bulletin.Publication.StratumCounts;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Text;
import org.zhisheng.server.platform.Json;
import org.zhisheng.server.survey.Frame;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Mode;
import org.zhisheng.server.survey.PosterKind;
import org.zhisheng.server.survey.ReleaseRules;
import org.zhisheng.server.survey.Seal;
import org.zhisheng.server.survey.Stratum;

/** Evidence as an outsider gets it, made without the server and signed with the JCA directly. */
final class Outsider {
    static final Instant CLOSED = Instant.parse("2026-11-20T10:00:00Z");

    private final Json json = Json.standalone();
    private final KeyPair key;
    private final Random random = new Random(3);
    final byte[] release = "dimension\tgroup\n\t\t100\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    Outsider() {
        try {
            key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] bytes(Object document) {
        return json.write(document);
    }

    /** Signs whatever it is given, as somebody would who has the server's key. */
    Seal seal(byte[] document) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key.getPrivate());
            signature.update(document);
            Base64.Encoder base64 = Base64.getEncoder();
            return new Seal(
                    sha256(document),
                    base64.encodeToString(signature.sign()),
                    base64.encodeToString(key.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Evidence evidence(Manifest manifest, Publication publication) {
        byte[] frozen = bytes(manifest);
        byte[] published = bytes(publication);
        return new Evidence(frozen, seal(frozen), published, seal(published), release);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Manifest manifest(Mode mode) {
        return new Manifest(
                1,
                Id.random(random),
                "7KQ2M9X",
                Id.random(random),
                "沂河纺织有限公司工会",
                Id.random(random),
                "2026 年工资集体协商",
                new Text("签约后满意度测评", "Post-contract satisfaction evaluation"),
                "post-evaluation",
                "1.0.0",
                "core",
                "00",
                List.of(),
                new Frame(
                        List.of("车间"),
                        List.of(new Stratum("01", List.of("纺纱一车间"), 120), new Stratum("02", List.of("后勤"), 31))),
                mode,
                PosterKind.ONE_A_STRATUM,
                CLOSED.minus(Duration.ofDays(7)),
                CLOSED,
                "https://voice.example.org",
                List.of(),
                ReleaseRules.DEFAULT,
                "ab".repeat(32),
                null);
    }

    /** Thirty responses, counted rightly. */
    Publication publication(Manifest manifest) {
        return new Publication(
                1,
                manifest.survey(),
                manifest.code(),
                sha256(bytes(manifest)),
                manifest.mode(),
                CLOSED,
                30,
                manifest.mode().isAdmitting()
                        ? List.of(
                                new StratumCounts("01", 120, 156, 30, 101, 25, 22),
                                new StratumCounts("02", 31, 36, 0, 26, 10, 8))
                        : List.of(),
                manifest.mode().isAdmitting() ? 2 : null,
                List.of(),
                60,
                "5e".repeat(32),
                sha256(release),
                CLOSED.plus(Duration.ofDays(30)),
                tags(30));
    }

    List<String> tags(int count) {
        return Stream.generate(() -> {
                    byte[] tag = new byte[32];
                    random.nextBytes(tag);
                    return HexFormat.of().formatHex(tag);
                })
                .limit(count)
                .sorted()
                .toList();
    }
}
