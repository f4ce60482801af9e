/** Releases rendered for people: page, PDF, CSV. Accepts released tables only. */
@NullMarked
package org.zhisheng.server.report;

import org.jspecify.annotations.NullMarked;
