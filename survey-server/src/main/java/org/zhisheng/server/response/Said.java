package org.zhisheng.server.response;

/**
 * A free text.
 *
 * @param item code of the item that it answers
 * @param words as typed; shown to nobody before it was redacted by a person
 */
record Said(String item, String words) {
    @Override
    public String toString() {
        return "Said[redacted]";
    }
}
