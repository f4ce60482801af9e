package org.zhisheng.analytics.cli.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The distinct cells of one column, shared by the loading threads, which keep what they met in {@link LocalCodes}. */
final class Dictionary {
    private final String column;
    private final int capacity;
    private final Charset charset;
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> values = new ArrayList<>();

    Dictionary(String column, int capacity, Charset charset) {
        this.column = column;
        this.capacity = capacity;
        this.charset = charset;
    }

    /** The code of a cell, made if new; -1 if the dictionary is full. */
    synchronized int code(byte[] bytes, int from, int to) {
        String value = decode(bytes, from, to);
        Integer known = codes.get(value);
        if (known != null) {
            return known;
        }
        if (values.size() == capacity) {
            return -1;
        }
        codes.put(value, values.size());
        values.add(value);
        return values.size() - 1;
    }

    private String decode(byte[] bytes, int from, int to) {
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new CsvException(
                    "column '" + column + "' holds a cell that is not " + charset
                            + "; set data.encoding to GB18030 or save the file as UTF-8",
                    e);
        }
    }

    synchronized List<String> values() {
        return List.copyOf(values);
    }

    /** Whether every value but blanks and the tokens is a number. */
    synchronized boolean isNumeric(List<String> tokens) {
        return values.stream()
                .filter(v -> !v.isEmpty() && !tokens.contains(v))
                .allMatch(v -> !Double.isNaN(Numerals.parse(v)));
    }

    /** The codes in the order of their values: numbers ascending before texts, so that the order is the file's alone. */
    synchronized int[] order() {
        Comparator<Integer> byValue = Comparator.comparingDouble(i -> Numerals.parse(values.get(i)));
        return IntStream.range(0, values.size())
                .boxed()
                .sorted(byValue.thenComparing(values::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Takes the values in a new order. */
    synchronized void reorder(int[] order) {
        List<String> old = List.copyOf(values);
        values.clear();
        codes.clear();
        for (int i : order) {
            codes.put(old.get(i), values.size());
            values.add(old.get(i));
        }
    }
}
