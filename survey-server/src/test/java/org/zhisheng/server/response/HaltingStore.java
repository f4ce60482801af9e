package org.zhisheng.server.response;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.zhisheng.server.credential.Tag;
import org.zhisheng.server.kernel.Id;

/** The store, with a place to be killed before and after everything that it writes. */
@Singleton
@Replaces(ResponseStore.class)
@Requires(property = "zhisheng.test.halting")
class HaltingStore extends ResponseStore {
    HaltingStore(JdbcOperations jdbc) {
        super(jdbc);
    }

    @Override
    void spend(Id survey, List<Tag> tags) {
        Halting.at("before-spend");
        super.spend(survey, tags);
        Halting.at("after-spend");
    }

    @Override
    void stage(Id survey, List<Row> rows) {
        super.stage(survey, rows);
        Halting.at("after-stage");
    }

    @Override
    int reseal(Id survey, Map<Id, byte[]> sealed) {
        int resealed = super.reseal(survey, sealed);
        Halting.at("after-reseal");
        return resealed;
    }

    @Override
    void insert(Id survey, List<Row> rows) {
        Halting.at("before-insert");
        super.insert(survey, rows);
        Halting.at("after-insert");
    }

    @Override
    void insertWords(Id survey, List<Words> texts) {
        super.insertWords(survey, texts);
        Halting.at("after-words");
    }

    @Override
    int unstage(Id survey, List<Id> ids) {
        int deleted = super.unstage(survey, ids);
        Halting.at("after-unstage");
        return deleted;
    }

    @Override
    int deleteAll(Id survey) {
        int deleted = super.deleteAll(survey);
        Halting.at("after-delete");
        return deleted;
    }
}
