package org.zhisheng.server.survey;

import java.time.Instant;
import org.zhisheng.server.kernel.Id;

/**
 * Who may answer: a port, because the issuer is either this process or another one on a host of its own. Every call may
 * be repeated: the second finds what the first did.
 */
public interface Issuer {
    /** Whether the issuer is a process of its own. */
    boolean isApart();

    /**
     * Makes the keys of a survey that is about to be launched, and finds the deck of cards that serves it: one of its
     * round with the same strata and a free slot, else a new one.
     *
     * @param survey the survey
     * @param round the round whose workers hold the cards
     * @param frame the strata, one key each
     */
    Admission prepare(Id survey, Id round, Frame frame);

    /** Hands over the manifest as it was frozen; from its opening on credentials are issued. */
    void open(Fielded survey, byte[] manifest);

    /** Moves the moment at which issuing stops. */
    void extend(Id survey, Instant closes);

    /** Corrects the headcount of a stratum: as many cards as it now allows may be made. */
    void correct(Id survey, String stratum, int headcount);

    /** Stops issuing for good, destroys the signing keys, and tells what was counted. */
    Reconciliation close(Id survey);

    /** Stops issuing for a survey that was given up, and destroys its keys. */
    void cancel(Id survey);
}
