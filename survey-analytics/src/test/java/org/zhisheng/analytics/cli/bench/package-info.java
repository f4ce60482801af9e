/**
 * The benchmark of the statistics, beside a plain counting loop and beside DuckDB. It lives with the tests because DuckDB
 * must never be on the run-time class path; the command is found there as a service.
 */
@NullMarked
package org.zhisheng.analytics.cli.bench;

import org.jspecify.annotations.NullMarked;
