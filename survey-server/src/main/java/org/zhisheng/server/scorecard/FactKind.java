package org.zhisheng.server.scorecard;

/** What a fact looks like. */
enum FactKind {
    NUMBER,
    ANSWER,
    TOPICS
}
