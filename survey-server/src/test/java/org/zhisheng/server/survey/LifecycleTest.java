package org.zhisheng.server.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LifecycleTest {
    @ParameterizedTest
    @CsvSource({
        "DRAFT, EDIT, DRAFT",
        "DRAFT, LAUNCH, LAUNCHED",
        "DRAFT, EXTEND,",
        "DRAFT, AMEND,",
        "DRAFT, CLOSE,",
        "DRAFT, CANCEL, CANCELLED",
        "LAUNCHED, EDIT,",
        "LAUNCHED, LAUNCH,",
        "LAUNCHED, EXTEND, LAUNCHED",
        "LAUNCHED, AMEND, LAUNCHED",
        "LAUNCHED, CLOSE, CLOSED",
        "LAUNCHED, CANCEL, CANCELLED",
        "CLOSED, EDIT,",
        "CLOSED, LAUNCH,",
        "CLOSED, EXTEND,",
        "CLOSED, AMEND,",
        "CLOSED, CLOSE,",
        "CLOSED, CANCEL,",
        "CANCELLED, EDIT,",
        "CANCELLED, LAUNCH,",
        "CANCELLED, EXTEND,",
        "CANCELLED, AMEND,",
        "CANCELLED, CLOSE,",
        "CANCELLED, CANCEL,",
    })
    void everyActionLeadsWhereTheTableSays(SurveyState state, SurveyAction action, SurveyState next) {
        assertEquals(Optional.ofNullable(next), Lifecycle.after(state, action));
    }
}
