package org.zhisheng.server.response;

/** The tables of sealed rows. */
enum Table {
    STAGED("staged_response"),
    RESPONSE("response"),
    TEXT("response_text");

    private final String tableName;

    Table(String tableName) {
        this.tableName = tableName;
    }

    String tableName() {
        return tableName;
    }
}
