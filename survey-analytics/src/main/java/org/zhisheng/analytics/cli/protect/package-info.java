/** {@code protect}: answers from a CSV file, counted, protected and audited as the server does it. */
@NullMarked
package org.zhisheng.analytics.cli.protect;

import org.jspecify.annotations.NullMarked;
