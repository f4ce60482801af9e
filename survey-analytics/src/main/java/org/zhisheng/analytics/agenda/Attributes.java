package org.zhisheng.analytics.agenda;

/**
 * The attributes of one alternative, only those that are not 0. Alternatives may be shared by many choice sets.
 */
public final class Attributes {
    private final int[] index;
    private final double[] value;

    private Attributes(int[] index, double[] value) {
        this.index = index;
        this.value = value;
    }

    /** One value for each coefficient. */
    public static Attributes of(double... values) {
        int[] index = new int[values.length];
        for (int k = 0; k < index.length; k++) {
            index[k] = k;
        }
        return new Attributes(index, values.clone());
    }

    /** One or no attribute that is not 0; a negative index stands for none. */
    static Attributes single(int index, double value) {
        return index < 0
                ? new Attributes(new int[0], new double[0])
                : new Attributes(new int[] {index}, new double[] {value});
    }

    /** +1 for the first, −1 for the second; a negative index stands for none. */
    static Attributes difference(int plus, int minus) {
        if (plus < 0 || minus < 0) {
            return plus < 0 ? single(minus, -1) : single(plus, 1);
        }
        return new Attributes(new int[] {plus, minus}, new double[] {1, -1});
    }

    int size() {
        return index.length;
    }

    int index(int position) {
        return index[position];
    }

    double value(int position) {
        return value[position];
    }

    double dot(double[] beta) {
        double sum = 0;
        for (int position = 0; position < index.length; position++) {
            sum += value[position] * beta[index[position]];
        }
        return sum;
    }
}
