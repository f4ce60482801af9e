package org.zhisheng.server.survey;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Text;
import org.zhisheng.server.questionnaire.Item;

/**
 * Everything about a survey that is frozen and signed at launch. Its bytes are stored as they were signed and its
 * SHA-256 fingerprint stands on paper, so that a survey that was changed later can be told by anyone.
 *
 * @param format version of this record's layout
 * @param survey the survey
 * @param code the short code in addresses, 7 characters
 * @param organization the union organization that fields it
 * @param organizationName its name at launch
 * @param round the bargaining round
 * @param roundName its name at launch
 * @param title the questionnaire's title
 * @param questionnaire id of the questionnaire, for example {@code post-evaluation}
 * @param questionnaireVersion its version
 * @param length {@code core} or {@code full}
 * @param questionnaireHash SHA-256 (hex) of the questionnaire's files
 * @param items the items as put to respondents, in order
 * @param frame the strata with headcounts at launch
 * @param mode how it is known who may answer
 * @param poster how the stratum becomes known
 * @param opens first moment at which answers are taken
 * @param closes first moment at which they no longer are, unless extended
 * @param address the public address printed in QRs, without a trailing slash
 * @param tables the tables that will be released
 * @param rules how they are estimated and protected
 * @param bundle SHA-256 (hex) of the worker's page's scripts and style as the server served them at
 *     launch; null in manifests of the first format
 * @param admission how workers are admitted; null in poster mode
 */
@Serdeable
public record Manifest(
        int format,
        Id survey,
        String code,
        Id organization,
        String organizationName,
        Id round,
        String roundName,
        Text title,
        String questionnaire,
        String questionnaireVersion,
        String length,
        String questionnaireHash,
        List<Item> items,
        Frame frame,
        Mode mode,
        PosterKind poster,
        Instant opens,
        Instant closes,
        String address,
        List<DeclaredTable> tables,
        ReleaseRules rules,
        @Nullable String bundle,
        @Nullable Admission admission) {
    public Manifest {
        items = List.copyOf(items);
        tables = List.copyOf(tables);
    }

    /** The item with the given code. */
    public Optional<Item> item(String itemCode) {
        return items.stream().filter(i -> i.code().equals(itemCode)).findFirst();
    }
}
