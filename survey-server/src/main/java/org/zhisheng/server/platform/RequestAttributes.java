package org.zhisheng.server.platform;

/** Names of what filters leave on a request for those who come after them. */
public final class RequestAttributes {
    /** Who is signed in, in the type that the account feature gives it; shown by the layout. */
    public static final String ACTOR = "zhisheng.actor";

    /** Directives of the content security policy that allow the page's inline style and scripts. */
    public static final String INLINE_SOURCES = "zhisheng.inline-sources";

    /** Origin of the issuer that a worker's page may talk to. */
    public static final String ISSUER = "zhisheng.issuer";

    private RequestAttributes() {}
}
