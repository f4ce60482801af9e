package org.zhisheng.analytics.cli;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.zhisheng.analytics.cli.csv.CsvFormat;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.variable.MissingCodes;

/**
 * The respondent file of a plan.
 *
 * @param missing missing codes of columns that have none of their own
 */
record DataSource(Path file, CsvFormat format, MissingCodes missing) {
    static DataSource read(PlanNode node, Path folder) {
        String delimiter = node.text("delimiter", ",");
        if (delimiter.length() != 1) {
            throw node.get("delimiter").fault("must be one character");
        }
        return new DataSource(
                folder.resolve(node.text("file")).normalize(),
                new CsvFormat(delimiter.charAt(0), Charset.forName(node.text("encoding", "UTF-8"))),
                MissingCodes.read(node, MissingCodes.NONE));
    }
}
