package org.zhisheng.analytics.planning;

/** How workers got in. */
public enum FieldingMode {
    /** One ticket for each worker of the frame. */
    TICKETS,
    /** A poster that anybody may scan: nobody can tell how often one person answered, so grade A is out of reach. */
    POSTER
}
