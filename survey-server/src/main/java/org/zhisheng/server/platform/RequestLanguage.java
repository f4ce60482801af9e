package org.zhisheng.server.platform;

import io.micronaut.core.bind.ArgumentBinder.BindingResult;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.zhisheng.server.kernel.Language;

/**
 * The language of a request: {@code ?lang=en}, then the console's cookie {@code lang}, then Accept-Language, else Chinese.
 * Controllers take it as an argument of type {@link Language}.
 */
@Singleton
final class RequestLanguage implements TypedRequestArgumentBinder<Language> {
    static final String NAME = "lang";

    @Override
    public Argument<Language> argumentType() {
        return Argument.of(Language.class);
    }

    @Override
    public BindingResult<Language> bind(ArgumentConversionContext<Language> context, HttpRequest<?> source) {
        Language language = of(source);
        return () -> Optional.of(language);
    }

    static Language of(HttpRequest<?> request) {
        return Optional.ofNullable(request.getParameters().get(NAME))
                .or(() -> request.getCookies().findCookie(NAME).map(cookie -> cookie.getValue()))
                .flatMap(Language::of)
                .or(() -> request.getLocale().map(Locale::toLanguageTag).flatMap(Language::of))
                .orElse(Language.CHINESE);
    }
}
