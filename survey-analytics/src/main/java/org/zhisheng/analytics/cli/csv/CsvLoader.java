package org.zhisheng.analytics.cli.csv;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/**
 * Loads the wanted columns of a CSV file into primitive arrays on several threads.
 *
 * <p>Only the columns asked for are kept; the others are passed over. The result does not depend on the number of
 * threads.
 */
public final class CsvLoader {
    private static final int SEGMENT = 1 << 20;

    private final Path path;
    private final CsvFormat format;
    private final int threads;
    private final DoubleConsumer progress;
    private final int segmentSize;
    private final Set<String> guessed = new HashSet<>();

    /**
     * @param threads how many threads read
     * @param progress told the share of the file that has been read, between 0 and 1, from any thread
     */
    public CsvLoader(Path path, CsvFormat format, int threads, DoubleConsumer progress) {
        this(path, format, threads, progress, SEGMENT);
    }

    CsvLoader(Path path, CsvFormat format, int threads, DoubleConsumer progress, int segmentSize) {
        this.segmentSize = segmentSize;
        this.path = path;
        this.format = format;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Loads the columns.
     *
     * @throws CsvException if the file, a row or a cell cannot be read, or if a column is not in the header
     */
    public CsvTable load(List<ColumnRequest> requests) {
        CsvHeader header = CsvHeader.read(path, format);
        Map<String, ColumnRequest> wanted = new LinkedHashMap<>();
        for (ColumnRequest request : requests) {
            if (!header.names().contains(request.name())) {
                throw new CsvException(path + ": no column '" + request.name() + "' (it has "
                        + String.join(", ", header.names()) + ")");
            }
            wanted.put(request.name(), request);
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            var segments = new Segments(header.length(), file.size(), segmentSize);
            parallel(segments.count(), () -> new byte[segmentSize], (buffer, s) -> segments.scan(s, file, buffer));
            while (true) {
                try {
                    return loadAs(file, header, segments, wanted);
                } catch (RowReader.Overflow e) {
                    wanted.put(e.sink.request.name(), wider(e.sink));
                } catch (RowReader.NotNumber e) {
                    wanted.put(e.sink.request.name(), unlessDeclared(e));
                }
            }
        } catch (CsvException e) {
            throw new CsvException(path + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CsvException(path + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** An undeclared column had too many values for a category: numbers if all so far were, else identifiers. */
    private ColumnRequest wider(ColumnSink full) {
        ColumnRequest request = full.request;
        if (request.kind() != ColumnRequest.Kind.AUTO) {
            throw new CsvException("column '" + request.name() + "' has more than " + ColumnSink.BYTE_VALUES
                    + " distinct values, too many for a category; declare its type as number or identifier");
        }
        guessed.add(request.name());
        boolean numeric = full.dictionary.isNumeric(request.tokens());
        return request.as(numeric ? ColumnRequest.Kind.NUMBER : ColumnRequest.Kind.IDENTIFIER);
    }

    private ColumnRequest unlessDeclared(RowReader.NotNumber e) {
        String name = e.sink.request.name();
        if (!guessed.contains(name)) {
            throw new CsvException(String.valueOf(e.getMessage()));
        }
        return e.sink.request.as(ColumnRequest.Kind.IDENTIFIER);
    }

    private CsvTable loadAs(FileChannel file, CsvHeader header, Segments segments, Map<String, ColumnRequest> wanted)
            throws IOException {
        int[] rowAt = segments.rowAtStart();
        boolean[] quoted = segments.quotedAtStart();
        int bound = rowAt[segments.count()];
        ColumnSink[] sinks = new ColumnSink[header.names().size()];
        wanted.forEach((name, request) ->
                sinks[header.names().indexOf(name)] = new ColumnSink(request, bound, format.charset()));
        int[] read = new int[segments.count()];
        long size = file.size();
        var done = new AtomicLong();
        parallel(
                segments.count(),
                () -> new SegmentTask(file, size, new RowReader(format, segments.hasQuotes(), sinks), segmentSize),
                (task, s) -> {
                    read[s] = task.read(segments.from(s), segments.to(s), quoted[s], s == 0, rowAt[s]);
                    progress.accept((double) done.incrementAndGet() / segments.count());
                });
        return finish(sinks, rowAt, read);
    }

    private static CsvTable finish(ColumnSink[] sinks, int[] rowAt, int[] read) {
        int rows = 0;
        for (int s = 0; s < read.length; s++) {
            for (ColumnSink sink : sinks) {
                if (sink != null && rows < rowAt[s]) {
                    sink.move(rowAt[s], rows, read[s]);
                }
            }
            rows += read[s];
        }
        Map<String, CsvColumn> finished = new LinkedHashMap<>();
        for (ColumnSink sink : sinks) {
            if (sink != null) {
                sink.truncate(rows);
                finished.put(sink.request.name(), sink.finish());
            }
        }
        return new CsvTable(rows, finished);
    }

    private <W> void parallel(int pieces, Supplier<W> worker, Piece<W> work) throws IOException {
        PieceWork.run(pieces, threads, worker, work);
    }

    /** The work on one piece of the file. */
    interface Piece<W> {
        void run(W worker, int piece) throws IOException;
    }
}
