/**
 * Reads CSV files into primitive columns. Small tables go through FastCSV; respondent files through our own byte-level
 * loader, because a row of one-character answers needs no strings at all: it codes cells straight into byte columns on
 * all cores, several times faster than any reader that first makes a string of each cell.
 */
@NullMarked
package org.zhisheng.analytics.cli.csv;

import org.jspecify.annotations.NullMarked;
