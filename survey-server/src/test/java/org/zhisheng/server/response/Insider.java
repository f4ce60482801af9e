package org.zhisheng.server.response;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.zhisheng.server.credential.Tag;
import org.zhisheng.server.platform.Json;
import org.zhisheng.server.platform.Transactions;
import org.zhisheng.server.questionnaire.AnswerSheet;
import org.zhisheng.server.survey.Manifest;

/** Who runs the collector: has its database, its keys and its code, and uses them against what was published. */
@Singleton
public final class Insider {
    private final Collector collector;
    private final SealedRows rows;
    private final Sealing sealing;
    private final CollectorKeys keys;
    private final Transactions transactions;
    private final Json json;
    private final SecureRandom random;
    private final DataSource source;

    Insider(
            Collector collector,
            SealedRows rows,
            Sealing sealing,
            CollectorKeys keys,
            Transactions transactions,
            Json json,
            SecureRandom random,
            DataSource source) {
        this.collector = collector;
        this.rows = rows;
        this.sealing = sealing;
        this.keys = keys;
        this.transactions = transactions;
        this.json = json;
        this.random = random;
        this.source = DelegatingDataSource.unwrapDataSource(source);
    }

    /** Lets somebody answer while the survey runs, and gives back the tag. */
    public String cast(Manifest survey, String stratum, Map<String, List<String>> answers) {
        byte[] message = new byte[32];
        random.nextBytes(message);
        Tag tag = Tag.of(message);
        List<Outcome> outcome = collector.collect(survey, List.of(new Cast(tag, stratum, new AnswerSheet(answers))));
        if (!outcome.equals(List.of(Outcome.COUNTED))) {
            throw new IllegalStateException("not counted: " + outcome);
        }
        return tag.hex();
    }

    /** After the close: one response more, sealed as it should be. */
    public void addResponse(Manifest survey) {
        List<Response> read = new ArrayList<>();
        rows.forEach(survey, Phase.FINAL, leaf -> read.add(Response.of(leaf)));
        transactions.run(() -> rows.insert(survey, Phase.FINAL, List.of(read.getFirst())));
    }

    /** After the close: one response less. */
    public void dropResponse(Manifest survey) {
        execute(
                "DELETE FROM response WHERE survey = ? AND id = ?",
                survey,
                row(survey).id());
    }

    /** After the close: an answer exchanged, with the salts as they were and sealed anew under the right key. */
    public void alterResponse(Manifest survey, String item, String from, String to) {
        Sealer sealer = sealing.reading(survey, Table.RESPONSE, Phase.FINAL);
        for (Stolen row : all(survey)) {
            Leaf leaf = json.read(sealer.open(row.sealed()), Leaf.class);
            if (leaf.open().of(item).equals(List.of(from))) {
                Map<String, List<String>> answers =
                        new LinkedHashMap<>(leaf.open().answers());
                answers.put(item, List.of(to));
                Leaf forged = new Leaf(
                        leaf.stratum(),
                        new AnswerSheet(answers),
                        leaf.restricted(),
                        leaf.openSalt(),
                        leaf.restrictedSalt());
                reseal(survey, row.id(), sealer.seal(json.write(forged)));
                return;
            }
        }
        throw new IllegalStateException("nobody answered " + item + " with " + from);
    }

    /** After the close and without the key: one bit of a sealed row turned over. */
    public void damageResponse(Manifest survey) {
        Stolen row = row(survey);
        byte[] sealed = row.sealed().clone();
        sealed[sealed.length / 2] ^= 1;
        reseal(survey, row.id(), sealed);
    }

    /** After the close: a tag more among those that were spent. */
    public void addTag(Manifest survey) {
        execute(
                "INSERT INTO spent_tag (survey, tag) VALUES (?, ?)",
                survey,
                HexFormat.of().parseHex("ef".repeat(32)));
    }

    /** After the close: a tag less. */
    public void dropTag(Manifest survey, String tag) {
        execute(
                "DELETE FROM spent_tag WHERE survey = ? AND tag = ?",
                survey,
                HexFormat.of().parseHex(tag));
    }

    /** As a redactor leaves it who looked at a text and never released it. */
    public void decideOnText(Manifest survey) {
        byte[] text = new byte[16];
        random.nextBytes(text);
        execute(
                "INSERT INTO comment_decision (survey, text, shown, hidden) VALUES (?, ?, TRUE, '2-5')",
                survey.survey().bytes(),
                text);
    }

    /** Rows that are left of a survey's answers and of what was decided about them. */
    public int rowsLeft(Manifest survey) {
        return query("SELECT COUNT(*) FROM response WHERE survey = ?", survey)
                + query("SELECT COUNT(*) FROM response_text WHERE survey = ?", survey)
                + query("SELECT COUNT(*) FROM staged_response WHERE survey = ?", survey)
                + query("SELECT COUNT(*) FROM comment_decision WHERE survey = ?", survey);
    }

    /** Names of the keys that are left of a survey. */
    public List<String> keysLeft(Manifest survey) {
        List<String> left = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            keys.live(survey.survey(), phase).forEach(live -> left.add(live.file()));
        }
        return left;
    }

    /** As a crash between two steps leaves it: the rows are gone, the key is not. */
    public void deleteRowsOnly(Manifest survey) {
        execute("DELETE FROM response WHERE survey = ?", survey);
    }

    private record Stolen(byte[] id, byte[] sealed) {}

    private Stolen row(Manifest survey) {
        return all(survey).getFirst();
    }

    private List<Stolen> all(Manifest survey) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT id, sealed FROM response WHERE survey = ? ORDER BY id")) {
            statement.setBytes(1, survey.survey().bytes());
            List<Stolen> stolen = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    stolen.add(new Stolen(row.getBytes(1), row.getBytes(2)));
                }
            }
            return stolen;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void reseal(Manifest survey, byte[] id, byte[] sealed) {
        execute(
                "UPDATE response SET sealed = ? WHERE survey = ? AND id = ?",
                sealed,
                survey.survey().bytes(),
                id);
    }

    private void execute(String sql, Manifest survey, byte[]... more) {
        byte[][] all = new byte[more.length + 1][];
        all[0] = survey.survey().bytes();
        System.arraycopy(more, 0, all, 1, more.length);
        execute(sql, all);
    }

    private void execute(String sql, byte[]... parameters) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setBytes(i + 1, parameters[i]);
            }
            if (statement.executeUpdate() < 1) {
                throw new IllegalStateException("nothing changed: " + sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int query(String sql, Manifest survey) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, survey.survey().bytes());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
