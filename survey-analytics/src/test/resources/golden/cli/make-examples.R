# Makes examples.tsv beside this script: what R says about the plans in survey-analytics/examples.
# Run in this folder: Rscript make-examples.R
suppressPackageStartupMessages({library(survey); library(psych)})
folder <- "../../../../../examples/"
w <- read.csv(paste0(folder, "workers.csv"), na.strings = "")
for (v in c("O1", "O2", "E1", "C0", "A1")) w[[v]][w[[v]] == 9] <- NA
raw <- read.csv(paste0(folder, "workers.csv"), na.strings = "")
for (v in c("O1", "O2", "E1", "C0")) w[[paste0(v, "s")]] <- 20 * w[[v]]
N <- c(A = 250, B = 250, C = 100)
w$N <- N[w$workshop]; w$all <- 600
S <- svydesign(ids = ~1, strata = ~workshop, fpc = ~N, data = w)
simple <- svydesign(ids = ~1, fpc = ~all, data = w)
heads <- read.csv(paste0(folder, "headcounts.csv"))
P <- postStratify(simple, ~workshop + sex, setNames(heads, c("workshop", "sex", "Freq")))
Rk <- calibrate(simple, ~workshop + sex, c(`(Intercept)` = 600, workshopB = 250, workshopC = 100, sexm = 310),
  calfun = "raking", epsilon = 1e-13, maxit = 200)
w$M <- c(A = 12, B = 11, C = 6)[w$workshop]
clus <- svydesign(ids = ~team, strata = ~workshop, fpc = ~M, data = w)
cal <- calibrate(simple, ~workshop + age, c(`(Intercept)` = 600, workshopB = 250, workshopC = 100, age = 22800))

out <- data.frame()
put <- function(plan, name, index, field, value) if (!is.na(value))
  out <<- rbind(out, data.frame(plan, name, index, field, value = sprintf("%.15g", as.numeric(value))))
est <- function(plan, name, index, e, ci = NULL, df = NULL, n = NULL, deff = NULL) {
  put(plan, name, index, "value", as.numeric(coef(e))[1]); put(plan, name, index, "standard_error", as.numeric(SE(e))[1])
  if (!is.null(ci)) { put(plan, name, index, "interval.lower", ci[1]); put(plan, name, index, "interval.upper", ci[2]) }
  if (!is.null(df)) put(plan, name, index, "df", df)
  if (!is.null(n)) put(plan, name, index, "n", n)
  if (!is.null(deff)) put(plan, name, index, "design_effect", deff)
}
ok <- function(v) sum(!is.na(w[[v]]))

# means
for (i in 1:2) { v <- c("O1s", "O2s")[i]; e <- svymean(as.formula(paste0("~", v)), S, na.rm = TRUE, deff = TRUE)
  est("means", "satisfaction", i - 1, e, confint(e), degf(S), ok(v), deff(e)) }
for (i in 1:3) { s <- subset(S, workshop == c("A", "B", "C")[i]); e <- svymean(~O1s, s, na.rm = TRUE)
  est("means", "satisfaction by workshop", i - 1, e, confint(e), degf(s)) }
s <- subset(S, sex == "f" & age < 35); e <- svymean(~O1s, s, na.rm = TRUE)
est("means", "satisfaction of younger women", 0, e, confint(e), degf(s))
e <- svymean(~O1s + O2s, S, na.rm = TRUE)
for (i in 1:2) { put("means", "complete answers only", i - 1, "value", coef(e)[i])
  put("means", "complete answers only", i - 1, "standard_error", SE(e)[i]) }
# totals
e <- svytotal(~wage, S); est("totals", "wage bill", 0, e, confint(e, df = degf(S)), degf(S))
e <- svyratio(~wage, ~hours, S); est("totals", "wage per hour", 0, e, confint(e))
for (i in 1:2) { e <- svyratio(~wage, ~hours, subset(S, sex == c("f", "m")[i])); est("totals", "wage per hour by sex", i - 1, e) }
# proportions
prop <- function(name, index, f, d, method, level = .95) { e <- svyciprop(f, d, method = method, level = level, na.rm = TRUE)
  put("proportions", name, index, "value", coef(e)); put("proportions", name, index, "interval.lower", confint(e)[1])
  put("proportions", name, index, "interval.upper", confint(e)[2]) }
S <- update(S, s1 = as.numeric(O1 >= 4), s2 = as.numeric(O2 >= 4), aware = ifelse(is.na(raw$A1), NA, as.numeric(raw$A1 %in% 1:2)),
  band = cut(age, c(0, 30, 45, 99), right = FALSE))
prop("satisfied", 0, ~s1, S, "logit")
prop("satisfied", 1, ~s2, S, "logit")
prop("aware, unsure as no", 0, ~aware, S, "beta")
est("proportions", "aware", 0, svymean(~aware, S))
for (i in 1:3) { d <- subset(S, as.integer(band) == i); p <- svymean(~aware, d)
  est("proportions", "aware by age", i - 1, p, NULL, degf(d), sum(as.integer(S$variables$band) == i)) }
e <- svymean(~factor(O1), S, na.rm = TRUE)
for (i in 1:5) { put("proportions", "every answer", i - 1, "value", coef(e)[i]); put("proportions", "every answer", i - 1, "standard_error", SE(e)[i]) }
# quantiles
q <- svyquantile(~wage, S, c(.25, .5, .75), ci = TRUE)
for (i in 1:3) { put("quantiles", "quartiles", i - 1, "value", q$wage[i, 1]); put("quantiles", "quartiles", i - 1, "interval.lower", q$wage[i, 2])
  put("quantiles", "quartiles", i - 1, "interval.upper", q$wage[i, 3]); put("quantiles", "quartiles", i - 1, "standard_error", SE(q)[i]) }
for (i in 1:2) { q <- svyquantile(~wage, subset(S, sex == c("f", "m")[i]), .5, qrule = "school", ci = TRUE)
  put("quantiles", "median by sex", i - 1, "value", q$wage[1, 1]) }
# designs
for (d in c("simple", "S", "P", "R", "clusters", "calibrated")) {
  design <- list(simple = simple, S = S, P = P, R = Rk, clusters = clus, calibrated = cal)[[d]]
  e <- svymean(~O1s, design, na.rm = TRUE); est("designs", paste0("mean, ", d), 0, e, confint(e), degf(design)) }
# replicates
jk <- as.svrepdesign(svydesign(ids = ~team, strata = ~workshop, data = w), type = "JKn")
est("replicates", "mean, jackknife", 0, svymean(~O1s, jk, na.rm = TRUE))
# comparisons
put1 <- function(name, p, ...) { put("comparisons", name, 0, "p_value", p); f <- list(...)
  for (k in names(f)) put("comparisons", name, 0, k, f[[k]]) }
x <- svychisq(~O1 + sex, S, statistic = "F"); put1("satisfaction and sex", x$p.value, second_order.statistic = x$statistic,
  second_order.numerator_df = x$parameter[1], second_order.denominator_df = x$parameter[2])
y <- svychisq(~A1 + workshop, S, statistic = "Chisq"); put1("awareness and workshop", y$p.value, first_order.statistic = y$statistic)
z <- svyttest(O1 ~ sex, S); put1("men against women", z$p.value, t = z$statistic, df = z$parameter, value = z$estimate)
o <- svyttest(I(O1 - 3) ~ 0, S); put1("against the middle", o$p.value, t = o$statistic)
p <- c(x$p.value, y$p.value, z$p.value)
for (i in 1:3) { put("comparisons", "family, Holm", i - 1, "adjusted_p_value", p.adjust(p, "holm")[i])
  put("comparisons", "family, BH", i - 1, "adjusted_p_value", p.adjust(p, "BH")[i]) }
# waves
v <- read.csv(paste0(folder, "waves.csv"), na.strings = ""); v$N <- N[v$workshop]
wave <- function(k) { d <- v[v$wave == k, ]; svydesign(ids = ~1, strata = ~workshop, fpc = ~N, data = d) }
b <- wave("before"); a <- wave("after")
diff <- function(f, b, a) { x <- svymean(f, b, na.rm = TRUE); y <- svymean(f, a, na.rm = TRUE)
  c(coef(y) - coef(x), sqrt(SE(x)^2 + SE(y)^2)) }
for (i in 1:2) { d <- diff(list(~O1, ~S1)[[i]], b, a)
  put("waves", "change of the mean", i - 1, "value", d[1]); put("waves", "change of the mean", i - 1, "standard_error", d[2]) }
for (i in 1:2) { g <- c("f", "m")[i]; d <- diff(~as.numeric(O1 >= 4), subset(b, sex == g), subset(a, sex == g))
  put("waves", "change of the share satisfied", i - 1, "value", d[1]); put("waves", "change of the share satisfied", i - 1, "standard_error", d[2]) }
gap <- function(d) { m <- svyby(~O1, ~I(workshop == "A"), subset(d, !is.na(O1)), svymean, covmat = TRUE)
  k <- svycontrast(m, c(-1, 1)); c(coef(k), SE(k)) }
g <- rbind(gap(b), gap(a))
put("waves", "A beyond the others", 0, "value", g[2, 1] - g[1, 1]); put("waves", "A beyond the others", 0, "standard_error", sqrt(sum(g[, 2]^2)))
# scales
items <- w[, c("O1s", "O2s", "E1s", "C0s")]
al <- suppressWarnings(psych::alpha(items)); put("scales", "alpha", 0, "value", al$total$raw_alpha)
answered <- rowSums(!is.na(items)); w$index <- ifelse(answered >= 2, rowMeans(items, na.rm = TRUE), NA)
S2 <- svydesign(ids = ~1, strata = ~workshop, fpc = ~N, data = w)
est("scales", "composite", 0, svymean(~index, S2, na.rm = TRUE))
for (i in 1:3) est("scales", "the same as a derived variable", i - 1, svymean(~index, subset(S2, workshop == c("A", "B", "C")[i]), na.rm = TRUE))
# drivers
m <- svyglm(O1 ~ O2 + E1 + C0 + workshop, S); co <- summary(m)$coefficients
for (i in 1:6) { put("drivers", "linear", i - 1, "value", co[i, 1]); put("drivers", "linear", i - 1, "standard_error", co[i, 2]); put("drivers", "linear", i - 1, "p_value", co[i, 4]) }
l <- svyglm(s1 ~ O2 + age + relevel(factor(sex), "m"), S, family = quasibinomial(), control = glm.control(epsilon = 1e-14, maxit = 100)); co <- summary(l)$coefficients
for (i in 1:4) { put("drivers", "logistic", i - 1, "value", co[i, 1]); put("drivers", "logistic", i - 1, "standard_error", co[i, 2]) }
# demands
for (i in 1:5) { t <- c("canteen", "pay", "rest", "safety", "training")[i]
  w$pick <- ifelse(is.na(w$T1), NA, as.numeric(grepl(t, w$T1))); d <- svydesign(ids = ~1, strata = ~workshop, fpc = ~N, data = w)
  est("demands", "wanted topics", i - 1, svymean(~pick, d, na.rm = TRUE))
  shown <- as.matrix(w[, c("shown1", "shown2", "shown3", "shown4")])
  w$net <- (w$best == t) - (w$worst == t); w$saw <- rowSums(shown == t); d <- svydesign(ids = ~1, strata = ~workshop, fpc = ~N, data = w)
  est("demands", "best and worst", i - 1, svyratio(~net, ~saw, d)) }
con <- file("examples.tsv", "w")
writeLines(paste0("# ", R.version.string, ", survey ", packageVersion("survey"), ", psych ", packageVersion("psych")), con)
write.table(out, con, sep = "\t", quote = FALSE, row.names = FALSE)
close(con)
