package org.zhisheng.analytics.cli.expression;

import java.util.ArrayList;
import java.util.List;

/** Splits an expression into tokens. */
final class Tokens {
    private static final List<String> SYMBOLS = List.of("==", "!=", "<=", ">=", "=", "<", ">", "(", ")", "[", "]", ",");

    private final String source;
    private int position;

    private Tokens(String source) {
        this.source = source;
    }

    static List<Token> of(String source) {
        Tokens reader = new Tokens(source);
        List<Token> tokens = new ArrayList<>();
        do {
            tokens.add(reader.next());
        } while (tokens.getLast().kind() != Token.Kind.END);
        return tokens;
    }

    private Token next() {
        while (position < source.length() && Character.isWhitespace(source.charAt(position))) {
            position++;
        }
        if (position == source.length()) {
            return new Token(Token.Kind.END, "the end", position);
        }
        char c = source.charAt(position);
        if (c == '\'' || c == '"' || c == '`') {
            return quoted(c);
        }
        if (startsNumber(c)) {
            return run(Token.Kind.NUMBER);
        }
        return Character.isLetter(c) || c == '_' ? run(Token.Kind.NAME) : symbol();
    }

    private boolean startsNumber(char c) {
        boolean sign = c == '-' || c == '+' || c == '.';
        int next = position + 1;
        boolean digitFollows = next < source.length() && (isDigit(source.charAt(next)) || source.charAt(next) == '.');
        return isDigit(c) || (sign && digitFollows);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private Token run(Token.Kind kind) {
        int start = position++;
        while (position < source.length() && continues(source.charAt(position))) {
            position++;
        }
        return new Token(kind, source.substring(start, position), start);
    }

    private static boolean continues(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }

    private Token quoted(char quote) {
        int start = position;
        int end = source.indexOf(quote, start + 1);
        if (end < 0) {
            throw ExpressionException.at(source, start, "a quote " + quote + " is not closed");
        }
        position = end + 1;
        Token.Kind kind = quote == '`' ? Token.Kind.QUOTED_NAME : Token.Kind.TEXT;
        return new Token(kind, source.substring(start + 1, end), start);
    }

    private Token symbol() {
        for (String symbol : SYMBOLS) {
            if (source.startsWith(symbol, position)) {
                position += symbol.length();
                return new Token(Token.Kind.SYMBOL, symbol, position - symbol.length());
            }
        }
        throw ExpressionException.at(source, position, "unexpected '" + source.charAt(position) + "'");
    }
}
