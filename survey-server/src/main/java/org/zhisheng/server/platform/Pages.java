package org.zhisheng.server.platform;

/** What controllers of pages have in common. */
public final class Pages {
    /** What a controller of pages produces: {@code @Produces(Pages.HTML)}, so that a reader who accepts only HTML is served. */
    public static final String HTML = "text/html;charset=UTF-8";

    private Pages() {}
}
