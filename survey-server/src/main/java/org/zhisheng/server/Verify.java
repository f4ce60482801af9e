package org.zhisheng.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.zhisheng.server.bulletin.Evidence;
import org.zhisheng.server.bulletin.EvidenceClient;
import org.zhisheng.server.bulletin.EvidenceFolder;
import org.zhisheng.server.bulletin.Finding;
import org.zhisheng.server.bulletin.FindingLines;
import org.zhisheng.server.bulletin.Verdict;
import org.zhisheng.server.bulletin.Verification;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.CheckWords;
import org.zhisheng.server.platform.Json;
import org.zhisheng.server.platform.Messages;

/**
 * {@code ./zhisheng verify}: checks what a survey published, for anybody and without a database, or audits it on its
 * collector. Ends with 0 where no check failed, 1 where one did or the evidence cannot be had, 2 where it was used wrongly.
 */
public final class Verify {
    private final Messages messages = new Messages();
    private final Json json = Json.standalone();
    private final PrintStream out;
    private final PrintStream errors;

    Verify(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    public static void main(String[] arguments) {
        System.exit(new Verify(System.out, System.err).run(List.of(arguments)));
    }

    /** Does what the arguments say and gives the exit status. */
    int run(List<String> arguments) {
        try {
            VerifyOptions options = VerifyOptions.read(arguments);
            List<Finding> findings = options.audit() == null ? check(options) : AuditRun.of(options);
            print(findings, options.json());
            return findings.stream().anyMatch(f -> f.verdict() == Verdict.FAILED) ? 1 : 0;
        } catch (VerifyOptions.WrongUseException e) {
            complain("bulletin.verify.usage", String.valueOf(e.getMessage()));
            return 2;
        } catch (StartFailure e) {
            e.print(messages, errors);
            return e.status();
        }
    }

    private List<Finding> check(VerifyOptions options) throws StartFailure {
        Evidence evidence = evidence(Objects.requireNonNull(options.thing()));
        Path save = options.save();
        if (save != null) {
            try {
                new EvidenceFolder(json).write(save, evidence);
            } catch (IOException e) {
                throw StartFailure.failed("bulletin.verify.not-saved", save);
            }
            complain("bulletin.verify.saved", save);
        }
        return new Verification(json, new CheckWords()).check(evidence, options.asked());
    }

    private Evidence evidence(String thing) throws StartFailure {
        try {
            if (EvidenceClient.isSurvey(thing)) {
                return new EvidenceClient().fetch(thing);
            }
            Path path = Path.of(thing);
            if (Files.exists(path)) {
                return new EvidenceFolder(json).read(path);
            }
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw StartFailure.failed("bulletin.verify.unreachable", thing, why);
        }
        throw StartFailure.wrongUse("bulletin.verify.no-thing", thing);
    }

    private void print(List<Finding> findings, boolean asJson) {
        if (asJson) {
            out.println(new String(json.write(VerifyReport.of(findings, messages)), StandardCharsets.UTF_8));
        } else {
            new FindingLines(messages).of(findings).forEach(out::println);
        }
    }

    private void complain(String key, Object... arguments) {
        for (Language language : Language.values()) {
            errors.println(messages.say(language, key, Arrays.asList(arguments)));
        }
    }
}
