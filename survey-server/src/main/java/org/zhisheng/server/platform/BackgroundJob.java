package org.zhisheng.server.platform;

import io.micronaut.context.annotation.Requires;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class whose methods run by the clock. It is left out where {@code zhisheng.jobs} is {@code false}: an auditor who
 * opens a collector's data must not close, mix or forget anything by looking.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Requires(property = "zhisheng.jobs", notEquals = "false", defaultValue = "true")
public @interface BackgroundJob {}
