package org.zhisheng.analytics.text;

/** What a stretch of a comment could give away. */
public enum MarkKind {
    /** A telephone number, however it is spaced or spelled. */
    PHONE,
    /** A resident identity card's number. */
    IDENTITY,
    /** A vehicle's licence plate. */
    PLATE,
    /** An e-mail address. */
    EMAIL,
    /** A name in a messenger or another network. */
    ACCOUNT,
    /** A number by which the employer knows somebody. */
    EMPLOYEE,
    /** A surname with a title or a familiar form of address: 王主任, 老李. */
    TITLED,
    /** A personal name. */
    NAME,
    /** A post that one person or few hold: 质检班长. */
    POST,
    /** Where somebody lives, comes from or stood. */
    ADDRESS,
    /** A day or month on which something befell somebody. */
    DATE,
    /** A long number of unknown use: an account, a card. */
    NUMBER
}
