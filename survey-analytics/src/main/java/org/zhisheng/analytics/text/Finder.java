package org.zhisheng.analytics.text;

import java.util.stream.Stream;

/** Sees one family of marks. */
@FunctionalInterface
interface Finder {
    /** The marks of this family in a comment, in any order. */
    Stream<Mark> find(Comment comment);
}
