/** Reads a plan: JSON, checked against the schema, with faults named by their path. */
@NullMarked
package org.zhisheng.analytics.cli.plan;

import org.jspecify.annotations.NullMarked;
