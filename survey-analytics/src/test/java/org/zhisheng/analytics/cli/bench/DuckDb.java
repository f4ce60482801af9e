package org.zhisheng.analytics.cli.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** DuckDB in memory with as many threads: the same load, and the aggregates that it can do, in its quickest form. */
final class DuckDb implements AutoCloseable {
    private final Connection connection;

    DuckDb(int threads) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        execute("SET threads=" + threads);
        execute("SET preserve_insertion_order=false");
    }

    /** Loads the file with its column types given, so that nothing has to be guessed. */
    void load(Path file) throws SQLException {
        execute("DROP TABLE IF EXISTS t");
        String types = SyntheticSurvey.columns().stream()
                .map(c -> "'" + c + "': '" + (c.equals("aware") ? "VARCHAR" : "UTINYINT") + "'")
                .collect(Collectors.joining(", "));
        execute("CREATE TABLE t AS SELECT * FROM read_csv('" + file + "', header = true, auto_detect = false, "
                + "delim = ',', quote = '\"', columns = {" + types + "})");
    }

    /**
     * Counts, means and variances of all items and the shares of awareness by stratum and workshop: what the stratified
     * means, the means by workshop and the proportion need.
     *
     * @return the weighted mean of each item over strata of equal weight for each respondent
     */
    double[] aggregates(List<String> items) throws SQLException {
        String sums = items.stream()
                .map(q -> "count(" + q + "), avg(" + q + "), var_samp(" + q + ")")
                .collect(Collectors.joining(", "));
        double[] mean = new double[items.size()];
        double[] weight = new double[items.size()];
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT stratum, workshop, " + sums
                        + ", count(aware), avg((aware = 'y')::TINYINT) FROM t GROUP BY stratum, workshop")) {
            while (rows.next()) {
                for (int i = 0; i < mean.length; i++) {
                    double n = rows.getDouble(3 + 3 * i);
                    mean[i] += n * rows.getDouble(4 + 3 * i);
                    weight[i] += n;
                }
            }
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= weight[i];
        }
        return mean;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
