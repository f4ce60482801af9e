package org.zhisheng.analytics.cli.csv;

import java.util.Map;

/**
 * The loaded columns of a CSV file.
 *
 * @param rows the number of data rows, blank lines not counted
 * @param columns the columns by name, in the order asked for
 */
public record CsvTable(int rows, Map<String, CsvColumn> columns) {}
