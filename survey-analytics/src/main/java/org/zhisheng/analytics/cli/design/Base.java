package org.zhisheng.analytics.cli.design;

import java.util.List;
import org.zhisheng.analytics.data.Factor;
import org.zhisheng.analytics.estimation.Design;
import org.zhisheng.analytics.estimation.Variable;

/** What estimates are made from: a design on cells, and variables and groupings on the same cells. */
public interface Base {
    /** The design. */
    Design design();

    /** A variable under its scores; identifiers and unscored categories are refused by name. */
    Variable scores(String name);

    /** 1 for one category of a variable and 0 for its others. */
    Variable indicator(String name, String value);

    /** The level of each cell; columns crossed if several. */
    Factor grouping(List<String> names);
}
