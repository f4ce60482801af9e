/**
 * The gate between estimates and readers. Only this package can make a {@link
 * org.zhisheng.analytics.disclosure.ReleasedTable}: by releasing counts that passed the audit, or by reading a stored
 * release whose fingerprint it verifies. Everything to the right of the gate works on released tables only.
 *
 * <p>In the order in which a release is made:
 *
 * <ul>
 *   <li>{@link org.zhisheng.analytics.disclosure.UnitCounts}: respondents by cell and category. Everything published is a
 *       function of it.
 *   <li>{@link org.zhisheng.analytics.disclosure.Protector} chooses what is shown: {@code Candidates} by the primary and
 *       complementary rules, {@code Suppression} the most informative pattern that passes, {@code Weighting} the blocks
 *       that may be weighted by.
 *   <li>{@code Audit} decides whether a plan passes: {@code Span} for groups that follow by algebra, {@code Known} for the
 *       closed form, {@code Exchange} for other tables in whole people that give the same release, {@code FeasibleRange}
 *       for what only a linear program settles.
 *   <li>{@link org.zhisheng.analytics.disclosure.ReleaseGate} prints: {@code WholeFigures} with four decimals and
 *       covariances, {@code OptionFigures} and {@code GroupFigures} in whole percent, {@code Unanimity} as bounds, {@code
 *       GuardedMean} where a mean's own error would undo one, {@code BoundAudit} where dimensions and blocks together would.
 *   <li>{@link org.zhisheng.analytics.disclosure.RollUp} adds up units: {@code Remainder} takes out who would be exposed,
 *       as {@code RollUpAudit} finds by other tables that give the same releases and sums ({@code RollUpExchange}, {@code
 *       Neighbourhood}), {@code RollUpBounds} leaves out items that would undo a bound.
 * </ul>
 *
 * <p>The attacker of the audit knows the number of respondents of every cell and all counts of every shown group, of what is
 * left beside them and of every weighting block. That is more than is printed: percent with a base, weighted totals with
 * four decimals, their errors and their covariances are all functions of it, so that solving them, in whole numbers or
 * not, gives nothing new. The smallest known group around a small one is its parent in the rule of exposure.
 *
 * <p>What remains, said plainly: who knows the rules can conclude from a suppression that something would have been exposed
 * without it; newcomers between two waves are in the later one alone; the middle one of three categories follows from the
 * other two even where it is nearly empty; blocks are kept from unanimity in the rates that are printed with decimals, not
 * in every option; an option of a rated item that two or fewer chose can follow from the mean and its error where no rate
 * of the item is a bound; roll-ups of several levels must have the same members left
 * out; groups that follow from a roll-up by multiples of its sums beyond two are not searched for; a respondent who knows
 * his own answer knows one more than the attacker does.
 */
@NullMarked
package org.zhisheng.analytics.disclosure;

import org.jspecify.annotations.NullMarked;
