package org.zhisheng.server.retention;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.Messages;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Manifest;

/** What the page of a certificate shows, in one language. */
@Singleton
final class CertificatePage {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Messages messages;

    CertificatePage(Messages messages) {
        this.messages = messages;
    }

    Map<String, Object> of(Fielded survey, Optional<Certificates.Issued> issued, Language language) {
        Manifest manifest = survey.manifest();
        Map<String, Object> model = new HashMap<>();
        model.put("title", manifest.title().in(language));
        model.put("organization", manifest.organizationName());
        model.put("round", manifest.roundName());
        model.put("home", "/s/" + manifest.code());
        Language other = language == Language.CHINESE ? Language.ENGLISH : Language.CHINESE;
        model.put("otherTag", other.tag());
        model.put("otherName", messages.say(other, "bulletin.language"));
        issued.ifPresent(i -> {
            model.put("by", moment(i.certificate().forgottenBy(), language));
            model.put("complete", i.certificate().complete());
            model.put("steps", steps(i.certificate(), language));
            model.put("seal", i.seal());
        });
        return model;
    }

    private List<Map<String, Object>> steps(Certificate certificate, Language language) {
        return certificate.steps().stream()
                .map(step -> {
                    Instant at = step.at();
                    return Map.<String, Object>of(
                            "done",
                            at != null,
                            "what",
                            messages.say(language, "retention.step." + step.what()),
                            "when",
                            at == null
                                    ? messages.say(language, "retention.not-yet")
                                    : messages.say(language, "retention.done", List.of(moment(at, language))));
                })
                .toList();
    }

    private String moment(Instant instant, Language language) {
        return DateTimeFormatter.ofPattern(messages.say(language, "bulletin.time"), language.locale())
                .withZone(CHINA)
                .format(instant);
    }
}
