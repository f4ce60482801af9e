package org.zhisheng.server.platform;

/** Names of what filters leave on a request for those who come after them. */
public final class RequestAttributes {
    /** Who is signed in, in the type that the account feature gives it; shown by the layout. */
    public static final String ACTOR = "zhisheng.actor";

    /** Directives of the content security policy that allow the page's inline style and scripts. */
    public static final String INLINE_SOURCES = "zhisheng.inline-sources";

    /** Another origin that the page's scripts may talk to. */
    public static final String CONNECT_ORIGIN = "zhisheng.connect-origin";

    /** Another origin that the page's forms may be sent to. */
    public static final String FORM_ORIGIN = "zhisheng.form-origin";

    private RequestAttributes() {}
}
