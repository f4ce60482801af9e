/** The server: one flat package per feature, on {@code kernel} and {@code platform}. */
@NullMarked
package org.zhisheng.server;

import org.jspecify.annotations.NullMarked;
