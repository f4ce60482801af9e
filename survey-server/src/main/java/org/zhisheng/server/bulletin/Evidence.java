package org.zhisheng.server.bulletin;

import org.jspecify.annotations.Nullable;
import org.zhisheng.server.survey.Seal;

/**
 * What an outsider has in hand to check a survey with: downloaded now, or saved before. Whatever is missing leaves the checks
 * that need it unmade.
 *
 * @param manifest bytes of the manifest
 * @param manifestSeal what was served with them
 * @param publication bytes of the publication
 * @param publicationSeal what was served with them
 * @param release the released tables as text
 */
public record Evidence(
        byte @Nullable [] manifest,
        @Nullable Seal manifestSeal,
        byte @Nullable [] publication,
        @Nullable Seal publicationSeal,
        byte @Nullable [] release) {}
