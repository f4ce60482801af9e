package org.zhisheng.server.response;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.Messages;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.survey.DeclaredTable;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.PageBundle;

/** What the pages about the promise show, in one language. */
@Singleton
final class PromisePages {
    private final PhonePages pages;
    private final Messages messages;
    private final PageBundle bundle;

    PromisePages(PhonePages pages, Messages messages, PageBundle bundle) {
        this.pages = pages;
        this.messages = messages;
        this.bundle = bundle;
    }

    /** What is known, what cannot be known, and what cannot be promised, by the survey's mode. */
    Map<String, Object> promise(Form form, Language language) {
        Manifest manifest = form.survey().manifest();
        Map<String, Object> model = pages.page(form, language);
        model.put("minimumGroup", manifest.rules().minimumGroup());
        model.put("encrypted", manifest.address().startsWith("https:"));
        String registered = manifest.bundle();
        if (registered != null) {
            model.put("bundle", registered);
            model.put("bundleSame", registered.equals(bundle.fingerprint()));
        }
        return model;
    }

    /** The tables that will be published, and what never is. */
    Map<String, Object> seen(Form form, Language language) {
        Manifest manifest = form.survey().manifest();
        Map<String, Object> model = pages.page(form, language);
        MockTable.of(form.survey(), language).ifPresent(mock -> model.put("mock", mock));
        model.put("minimumGroup", manifest.rules().minimumGroup());
        model.put("tables", tables(manifest, language));
        long restricted = manifest.items().stream().filter(Item::restricted).count();
        if (restricted > 0) {
            model.put("restricted", restricted);
        }
        return model;
    }

    private List<String> tables(Manifest manifest, Language language) {
        return manifest.tables().stream()
                .filter(table -> isForEverybody(manifest, table))
                .map(DeclaredTable::by)
                .map(by -> by.isEmpty()
                        ? messages.say(language, "response.boss.total")
                        : messages.say(language, "response.boss.by", List.of(name(manifest, by, language))))
                .toList();
    }

    /** Items that the worker-side team alone reads have tables of their own, which no employer sees. */
    private static boolean isForEverybody(Manifest manifest, DeclaredTable table) {
        return table.items().isEmpty()
                || !table.items().stream()
                        .allMatch(code -> manifest.item(code).stream().anyMatch(Item::restricted));
    }

    /** A dimension of the frame has the name that the union gave it; a demographic is asked. */
    private static String name(Manifest manifest, String by, Language language) {
        return manifest.item(by).map(item -> item.question().in(language)).orElse(by);
    }
}
