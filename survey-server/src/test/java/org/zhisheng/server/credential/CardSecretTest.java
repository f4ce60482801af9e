package org.zhisheng.server.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CardSecretTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123456789ABCDEF",
                "0123-4567-89AB-CDEF",
                " 0123 4567 89ab cdef\n",
                "o123-4567-89ab-cdef",
                "OI23-4567-89AB-CDEF",
                "Ol23456789abcdef"
            })
    void typingVariesAndTheSecretIsTheSame(String typed) {
        CardSecret secret = CardSecret.parse(typed).orElseThrow();
        assertEquals("0123456789ABCDEF", secret.characters());
        assertEquals("0123-4567-89AB-CDEF", secret.grouped());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123", "0123456789ABCDEFG", "0123456789ABCDEU", "0123456789ABCDE职"})
    void otherTextIsNone(String typed) {
        assertEquals(Optional.empty(), CardSecret.parse(typed));
    }

    @Test
    void everyCharacterIsDrawnAndReadsBack() {
        Random random = new Random(80);
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            CardSecret secret = CardSecret.random(random);
            drawn.append(secret.characters());
            assertEquals(
                    secret.characters(),
                    CardSecret.parse(secret.grouped()).orElseThrow().characters());
        }
        assertEquals(32, drawn.chars().distinct().count());
    }

    /** Python: hmac.new(b"0123456789ABCDEF", b"pre-demand", "sha256").hexdigest(). */
    @Test
    void aTicketIsTheHmacOfItsSlot() {
        CardSecret secret = CardSecret.parse("0123456789ABCDEF").orElseThrow();
        assertEquals(
                "dc780465f3edcf2a42e295350efa14db78dd4531ad347c31fc65aa0de79fab35",
                secret.ticket("pre-demand").hex());
        assertNotEquals(secret.ticket("pre-demand"), secret.ticket("mid-pulse"));
        Ticket other = secret.ticket("期满");
        assertEquals(Optional.of(other), Ticket.parse(other.hex()));
        assertEquals(Optional.empty(), Ticket.parse(other.hex().substring(1)));
        assertEquals(Optional.empty(), Ticket.parse("Z" + other.hex().substring(1)));
    }
}
