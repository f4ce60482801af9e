package org.zhisheng.analytics.cli.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.data.Missing;

/** Reads expressions by recursive descent: {@code or} binds weakest, then {@code and}, {@code not}, comparisons. */
final class ExpressionParser {
    private static final int DEEPEST = 100;
    private static final List<String> RELATIONS = List.of("==", "!=", "<=", ">=", "=", "<", ">");

    private final String source;
    private final List<Token> tokens;
    private int next;
    private int depth;

    ExpressionParser(String source) {
        this.source = source;
        this.tokens = Tokens.of(source);
    }

    Expression parse() {
        Expression whole = or();
        if (peek().kind() != Token.Kind.END) {
            throw expected("'and', 'or' or the end");
        }
        return whole;
    }

    private Expression or() {
        if (++depth > DEEPEST) {
            throw new ExpressionException("an expression nests deeper than " + DEEPEST + " levels: " + source);
        }
        List<Expression> parts = new ArrayList<>(List.of(and()));
        while (accept("or")) {
            parts.add(and());
        }
        depth--;
        return parts.size() == 1 ? parts.getFirst() : new Expression.Or(List.copyOf(parts));
    }

    private Expression and() {
        List<Expression> parts = new ArrayList<>(List.of(not()));
        while (accept("and")) {
            parts.add(not());
        }
        return parts.size() == 1 ? parts.getFirst() : new Expression.And(List.copyOf(parts));
    }

    private Expression not() {
        boolean negated = false;
        while (accept("not")) {
            negated = !negated;
        }
        Expression part = primary();
        return negated ? new Expression.Not(part) : part;
    }

    private Expression primary() {
        if (accept("(")) {
            Expression inner = or();
            require(")");
            return inner;
        }
        if (isLiteral(peek())) {
            Literal constant = literal();
            Relation relation = relation();
            return compare(name(), relation.turned(), constant);
        }
        return comparison(name());
    }

    private Expression comparison(String name) {
        if (accept("is")) {
            boolean negated = accept("not");
            return wrap(negated && !peek().is("asked"), missing(name, negated));
        }
        boolean negated = accept("not");
        if (accept("in")) {
            return wrap(negated, new Expression.In(name, list()));
        }
        if (negated) {
            throw expected("'in'");
        }
        Relation relation = relation();
        return isLiteral(peek()) ? compare(name, relation, literal()) : new Expression.Between(name, relation, name());
    }

    private static Expression wrap(boolean negated, Expression part) {
        return negated ? new Expression.Not(part) : part;
    }

    private Expression compare(String name, Relation relation, Literal constant) {
        if (relation == Relation.EQUAL || relation == Relation.UNEQUAL) {
            return wrap(relation == Relation.UNEQUAL, new Expression.In(name, List.of(constant)));
        }
        if (!constant.isNumber()) {
            throw new ExpressionException(
                    "'" + constant.text() + "' is a text: order comparisons need a number, in: " + source);
        }
        return new Expression.Ordered(name, relation, constant.number());
    }

    private Expression missing(String name, boolean afterNot) {
        if (accept("missing")) {
            return new Expression.IsMissing(name, null);
        }
        if (accept("blank")) {
            return new Expression.IsMissing(name, Missing.BLANK);
        }
        if (accept("unsure")) {
            return new Expression.IsMissing(name, Missing.DONT_KNOW);
        }
        if (afterNot && accept("asked")) {
            return new Expression.IsMissing(name, Missing.NOT_ASKED);
        }
        if (accept("not")) {
            require("asked");
            return new Expression.IsMissing(name, Missing.NOT_ASKED);
        }
        throw expected("'missing', 'blank', 'unsure' or 'not asked'");
    }

    private List<Literal> list() {
        String close = accept("[") ? "]" : ")";
        if (close.equals(")")) {
            require("(");
        }
        List<Literal> constants = new ArrayList<>();
        do {
            constants.add(literal());
        } while (accept(","));
        require(close);
        return List.copyOf(constants);
    }

    private static boolean isLiteral(Token token) {
        return token.kind() == Token.Kind.NUMBER || token.kind() == Token.Kind.TEXT;
    }

    private Literal literal() {
        Token token = take();
        if (token.kind() == Token.Kind.TEXT) {
            return new Literal(token.text(), Double.NaN);
        }
        if (token.kind() != Token.Kind.NUMBER) {
            next--;
            throw expected("a number or a 'text'");
        }
        try {
            return new Literal(token.text(), Double.parseDouble(token.text()));
        } catch (NumberFormatException e) {
            throw ExpressionException.at(source, token.position(), "'" + token.text() + "' is not a number");
        }
    }

    private String name() {
        Token token = take();
        if (token.kind() != Token.Kind.NAME && token.kind() != Token.Kind.QUOTED_NAME) {
            next--;
            throw expected("a column");
        }
        return token.text();
    }

    private Relation relation() {
        Token token = take();
        if (token.kind() != Token.Kind.SYMBOL || !RELATIONS.contains(token.text())) {
            next--;
            throw expected("a comparison (==, !=, <, <=, >, >=, in, is missing)");
        }
        return Relation.of(token.text());
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        return tokens.get(next++);
    }

    private boolean accept(String word) {
        boolean found = peek().is(word);
        next += found ? 1 : 0;
        return found;
    }

    private void require(String word) {
        if (!accept(word)) {
            throw expected("'" + word + "'");
        }
    }

    private ExpressionException expected(String what) {
        Token found = peek();
        @Nullable String text = found.kind() == Token.Kind.END ? null : found.text();
        return ExpressionException.at(
                source,
                found.position(),
                "expected " + what + " but found " + (text == null ? "the end" : "'" + text + "'"));
    }
}
