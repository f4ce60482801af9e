# Makes workers.csv, margins.csv and estimation.tsv beside this script: synthetic workers and what R's survey package
# says about them. Run in this folder: Rscript make-estimation.R
# Needs r-cran-survey and r-cran-mass (calibrate() takes its generalised inverse from MASS).
suppressPackageStartupMessages(library(survey))
set.seed(20261101)

# --- a population of eight strata, a sample from each ---------------------------------------------------------------
size <- c(60, 140, 220, 310, 450, 520, 800, 24)
taken <- c(12, 20, 40, 35, 90, 130, 160, 24)
people <- do.call(rbind, lapply(seq_along(size), function(h) data.frame(
  stratum = paste0("S", h), N = size[h],
  team = paste0("S", h, "-", ceiling(seq_len(size[h]) / 5)), M = ceiling(size[h] / 5))))
n <- nrow(people)
stratum_number <- as.integer(factor(people$stratum))
people$workshop <- sample(c("A", "B", "C", "D"), n, TRUE, c(.4, .3, .2, .1))
people$job <- sample(c("line", "staff", "lead"), n, TRUE, c(.7, .2, .1))
people$sex <- sample(c("f", "m"), n, TRUE)
mood <- rnorm(n) + 0.15 * stratum_number + 0.4 * (people$workshop == "A") + 0.3 * (people$job == "lead")
answer <- function(shift) {
  q <- as.integer(cut(mood + shift + rnorm(n), c(-Inf, -1, 0, .8, 1.8, Inf)))
  q[runif(n) < .06] <- NA
  q
}
people$q1 <- answer(0); people$q2 <- answer(.3); people$q3 <- answer(-.4); people$q4 <- answer(.1)
people$aware <- ifelse(runif(n) < .04, NA, ifelse(runif(n) < plogis(.6 + .4 * mood), "yes",
  ifelse(runif(n) < .6, "no", "unsure")))
people$pay <- round(exp(8.4 + .12 * mood + .3 * rnorm(n)) / 10) * 10
people$hours <- round(40 + 6 * rnorm(n), 1)
margins <- do.call(rbind, lapply(c("stratum", "workshop", "job", "sex"), function(v) {
  t <- table(people[[v]]); data.frame(margin = v, level = names(t), count = as.vector(t)) }))
margins <- rbind(margins, data.frame(margin = "hours", level = "total", count = sum(people$hours)))
rows <- unlist(lapply(seq_along(size), function(h) sample(which(stratum_number == h), taken[h])))
workers <- people[rows, ]
workers <- workers[sample(nrow(workers)), ]
workers$w <- round(workers$N / taken[as.integer(factor(workers$stratum))] * runif(nrow(workers), .6, 1.6), 3)
workers$Mw <- workers$M
write.csv(workers[, setdiff(names(workers), "Mw")], "workers.csv", row.names = FALSE, quote = FALSE, na = "")
write.csv(margins, "margins.csv", row.names = FALSE, quote = FALSE)

# --- designs ---------------------------------------------------------------------------------------------------------
d <- read.csv("workers.csv", stringsAsFactors = FALSE, na.strings = "")
d$NT <- sum(size)
d$yes <- ifelse(is.na(d$aware), NA, as.integer(d$aware == "yes"))
for (q in c("q1", "q2", "q3", "q4")) d[[paste0("p", substring(q, 2))]] <- c(20, 40, 60, 80, 100)[d[[q]]]
d$sat <- as.integer(d$q1 >= 4)
d$never <- 0L
pop <- function(v) { m <- margins[margins$margin == v, ]; f <- data.frame(m$level, Freq = m$count); names(f)[1] <- v; f }
S <- svydesign(id = ~1, strata = ~stratum, fpc = ~N, data = d)
U <- svydesign(id = ~1, weights = ~w, data = d)
W <- svydesign(id = ~1, strata = ~stratum, weights = ~w, fpc = ~N, data = d)
C <- svydesign(id = ~team, strata = ~stratum, weights = ~w, fpc = ~M, data = d)
P <- postStratify(svydesign(id = ~1, weights = ~w, fpc = ~NT, data = d), ~stratum, pop("stratum"))
P2 <- postStratify(C, ~workshop, pop("workshop"))
tot <- function(v) { m <- margins[margins$margin == v, ]; setNames(m$count, paste0(v, m$level))[-1] }
totals <- c(`(Intercept)` = sum(size), tot("workshop")[order(names(tot("workshop")))], tot("job"), tot("sex"))
RC <- calibrate(S, ~workshop + job + sex, totals, calfun = "raking", epsilon = 1e-13, maxit = 200)
RCW <- calibrate(W, ~workshop + job + sex, totals, calfun = "raking", epsilon = 1e-13, maxit = 200)
RK <- rake(W, list(~workshop, ~job, ~sex), list(pop("workshop"), pop("job"), pop("sex")),
  control = list(maxit = 500, epsilon = 1e-15))
LC <- calibrate(W, ~workshop + hours, c(totals[1:4], hours = sum(people$hours)), calfun = "linear")
L1 <- d[d$stratum != "S1" | seq_len(nrow(d)) == which(d$stratum == "S1")[1], ]
LS <- svydesign(id = ~1, strata = ~stratum, fpc = ~N, data = L1)
designs <- list(S = S, U = U, W = W, C = C, P = P, P2 = P2, RC = RC, RCW = RCW, RK = RK, LC = LC)

# --- golden values: id, call, value; several values are separated by blanks ------------------------------------------
out <- file("estimation.tsv", "w")
cat("# R ", as.character(getRversion()), ", survey ", as.character(packageVersion("survey")), "\n", sep = "", file = out)
put <- function(id, call) {
  v <- suppressWarnings(eval(parse(text = call), envir = globalenv()))
  cat(id, "\t", call, "\t", paste(formatC(as.numeric(v), digits = 17, format = "g"), collapse = " "), "\n", sep = "", file = out)
}
three <- function(m) c(coef(m)[1], SE(m)[1])
ci <- function(x) c(coef(x), attr(x, "ci"))
for (k in names(designs)) {
  put(paste0(k, ".degf"), sprintf("degf(%s)", k))
  put(paste0(k, ".mean.p1"), sprintf("three(svymean(~p1, %s, na.rm = TRUE))", k))
  put(paste0(k, ".mean.pay"), sprintf("three(svymean(~pay, %s))", k))
  put(paste0(k, ".ci.pay"), sprintf("confint(svymean(~pay, %s))", k))
  put(paste0(k, ".total.pay"), sprintf("three(svytotal(~pay, %s))", k))
  put(paste0(k, ".ratio.pay.hours"), sprintf("{r <- svyratio(~pay, ~hours, %s); c(coef(r), SE(r))}", k))
  put(paste0(k, ".deff.pay"), sprintf("deff(svymean(~pay, %s, deff = TRUE))", k))
  put(paste0(k, ".deffr.pay"), sprintf("deff(svymean(~pay, %s, deff = 'replace'))", k))
  put(paste0(k, ".deff.total.pay"), sprintf("deff(svytotal(~pay, %s, deff = TRUE))", k))
  put(paste0(k, ".deff.p1"), sprintf("deff(svymean(~p1, %s, na.rm = TRUE, deff = TRUE))", k))
  put(paste0(k, ".by.workshop.p1"), sprintf("{b <- svyby(~p1, ~workshop, %s, svymean, na.rm = TRUE); c(coef(b), SE(b))}", k))
  put(paste0(k, ".degf.B"), sprintf("degf(subset(%s, workshop == 'B'))", k))
  put(paste0(k, ".cov.p"), sprintf("vcov(svymean(~I(ifelse(is.na(p1), 0, p1)) + pay, %s))", k))
  for (m in c("logit", "xlogit", "beta", "mean", "asin")) {
    put(paste0(k, ".ciprop.yes.", m), sprintf("ci(svyciprop(~yes, %s, method = '%s', na.rm = TRUE))", k, m))
    put(paste0(k, ".ciprop.yes.D.", m), sprintf("ci(svyciprop(~yes, subset(%s, workshop == 'D'), method = '%s', na.rm = TRUE))", k, m))
  }
  put(paste0(k, ".var.yes"), sprintf("vcov(svymean(~yes, %s, na.rm = TRUE))", k))
  put(paste0(k, ".quantile.math"), sprintf("svyquantile(~pay, %s, c(.1, .25, .5, .9), qrule = 'math')$pay", k))
  for (q in c("math", "school", "hf1", "hf2", "hf3", "hf4", "hf5", "hf6", "hf7", "hf8", "hf9"))
    put(paste0(k, ".quantile.", q), sprintf("svyquantile(~hours, %s, c(.1, .25, .5, .9), qrule = '%s')$hours", k, q))
  put(paste0(k, ".chisq.F"), sprintf("{x <- svychisq(~workshop + job, %s, statistic = 'F'); c(x$statistic, x$parameter, x$p.value)}", k))
  put(paste0(k, ".chisq.first"), sprintf("{x <- svychisq(~workshop + job, %s, statistic = 'Chisq'); c(x$statistic, x$parameter, x$p.value)}", k))
  put(paste0(k, ".chisq.na"), sprintf("{x <- svychisq(~workshop + aware, %s, statistic = 'F'); y <- svychisq(~workshop + aware, %s, statistic = 'Chisq'); c(x$statistic, x$parameter, x$p.value, y$statistic, y$p.value)}", k, k))
  put(paste0(k, ".ttest.one"), sprintf("{x <- svyttest(I(pay - 5000) ~ 0, %s); c(x$estimate, x$statistic, x$parameter, x$p.value, x$conf.int)}", k))
  put(paste0(k, ".ttest.two"), sprintf("{x <- svyttest(p1 ~ sex, %s); c(x$estimate, x$statistic, x$parameter, x$p.value, x$conf.int)}", k))
}
for (r in c("remove", "certainty", "adjust", "average")) for (a in c(FALSE, TRUE)) {
  options(survey.lonely.psu = r, survey.adjust.domain.lonely = a)
  put(paste0("lonely.", r, ".", a), "three(svymean(~pay, LS))")
  put(paste0("lonely.B.", r, ".", a), "three(svymean(~pay, subset(LS, workshop == 'B')))")
  put(paste0("lonely.few.", r, ".", a), "three(svymean(~pay, subset(LS, job == 'lead' & workshop %in% c('B', 'C', 'D'))))")
}
options(survey.lonely.psu = "fail", survey.adjust.domain.lonely = FALSE)
# four item means, each on its own base, and their average: influence functions through one variance
inf <- sapply(c("p1", "p2", "p3", "p4"), function(v) { w <- weights(S); y <- S$variables[[v]]; ok <- !is.na(y)
  m <- sum(w[ok] * y[ok]) / sum(w[ok]); ifelse(ok, w * (y - m) / sum(w[ok]), 0) })
put("S.own.bases.cov", "vcov(svytotal(inf / weights(S), S))")
put("S.own.bases.mean", "{v <- vcov(svytotal(rowMeans(inf) / weights(S), S)); c(mean(sapply(c('p1', 'p2', 'p3', 'p4'), function(v) coef(svymean(as.formula(paste0('~', v)), S, na.rm = TRUE)))), sqrt(v))}")
put("RC.weights.head", "head(weights(RC), 20)")
put("RK.weights.head", "head(weights(RK), 20)")
put("LC.weights.head", "head(weights(LC), 20)")
put("trim.once", "head(weights(trimWeights(W, upper = 7, lower = 2)), 20)")
put("trim.strict", "head(weights(trimWeights(W, upper = 7, lower = 2, strict = TRUE)), 20)")
put("kish", "{w <- weights(W); c(length(w) * sum(w^2) / sum(w)^2, sum(w)^2 / sum(w^2))}")
# replicate weights
J1 <- as.svrepdesign(U, type = "JK1", compress = FALSE)
JN <- as.svrepdesign(W, type = "JKn", compress = FALSE)
JC <- as.svrepdesign(C, type = "JKn", compress = FALSE)
for (k in c("J1", "JN", "JC")) {
  put(paste0(k, ".mean.pay"), sprintf("three(svymean(~pay, %s))", k))
  put(paste0(k, ".mean.p1"), sprintf("three(svymean(~p1, %s, na.rm = TRUE))", k))
  put(paste0(k, ".total.pay"), sprintf("three(svytotal(~pay, %s))", k))
  put(paste0(k, ".ratio.pay.hours"), sprintf("{r <- svyratio(~pay, ~hours, %s); c(coef(r), SE(r))}", k))
  put(paste0(k, ".degf"), sprintf("degf(%s)", k))
  put(paste0(k, ".by.workshop.p1"), sprintf("{b <- svyby(~p1, ~workshop, %s, svymean, na.rm = TRUE); c(coef(b), SE(b))}", k))
}
JR <- calibrate(JN, ~workshop + job + sex, totals, calfun = "raking", epsilon = 1e-12, maxit = 200, compress = FALSE)
put("JR.mean.pay", "three(svymean(~pay, JR))")
# domains under each kind of weighting, missing values left out of the design, complete cases
for (k in c("S", "W", "C", "P", "P2", "RC", "RCW", "RK", "LC")) {
  put(paste0(k, ".dom.mean"), sprintf("three(svymean(~p2, subset(%s, job == 'line' & sex == 'f'), na.rm = TRUE))", k))
  put(paste0(k, ".dom.total"), sprintf("three(svytotal(~pay, subset(%s, job == 'line' & sex == 'f')))", k))
  put(paste0(k, ".dom.ratio"), sprintf("{r <- svyratio(~pay, ~hours, subset(%s, job == 'line' & sex == 'f')); c(coef(r), SE(r))}", k))
  put(paste0(k, ".dom.deff"), sprintf("deff(svymean(~pay, subset(%s, job == 'line' & sex == 'f'), deff = TRUE))", k))
  put(paste0(k, ".dom.deff.total"), sprintf("deff(svytotal(~pay, subset(%s, job == 'line' & sex == 'f'), deff = TRUE))", k))
  put(paste0(k, ".subset.ciprop"), sprintf("ci(svyciprop(~yes, subset(%s, !is.na(yes)), method = 'beta', na.rm = TRUE))", k))
  put(paste0(k, ".subset.degf"), sprintf("degf(subset(%s, !is.na(yes)))", k))
  put(paste0(k, ".complete"), sprintf("{m <- svymean(~p1 + p2 + p3, %s, na.rm = TRUE); c(coef(m), vcov(m))}", k))
  put(paste0(k, ".dom.quantile"), sprintf("svyquantile(~p2, subset(%s, workshop == 'B'), c(.5, .7), qrule = 'school', na.rm = TRUE, interval.type = 'xlogit', alpha = .1)$p2", k))
  put(paste0(k, ".ci90.dom"), sprintf("{s <- subset(%s, workshop == 'C'); confint(svymean(~pay, s), level = .9, df = degf(s))}", k))
  put(paste0(k, ".wilson"), sprintf("{m <- svymean(~yes, %s, na.rm = TRUE); p <- coef(m)[[1]]; n <- p * (1 - p) / vcov(m)[[1]]; t <- qt(.975, degf(%s)); c(p, (p + t^2 / (2 * n) + c(-1, 1) * t / (2 * n) * sqrt(4 * n * p * (1 - p) + t^2)) / (1 + t^2 / n))}", k, k))
}
for (k in c("S", "W", "C")) {
  put(paste0(k, ".dom.chisq"), sprintf("{s <- subset(%s, sex == 'f'); x <- svychisq(~workshop + aware, s, statistic = 'F'); y <- svychisq(~workshop + aware, s, statistic = 'Chisq'); c(x$statistic, x$parameter, x$p.value, y$statistic, y$p.value)}", k))
  put(paste0(k, ".dom.ttest"), sprintf("{x <- svyttest(p1 ~ sex, subset(%s, workshop %%in%% c('B', 'D'))); c(x$estimate, x$statistic, x$parameter, x$p.value, x$conf.int)}", k))
}
# one adjustment after another; trimmed weights as given weights
PP <- postStratify(P, ~workshop, pop("workshop"))
put("PP.mean.pay", "three(svymean(~pay, PP))")
put("PP.total.dom", "three(svytotal(~pay, subset(PP, sex == 'f')))")
PR <- calibrate(P, ~workshop + job + sex, totals, calfun = "raking", epsilon = 1e-13, maxit = 200)
put("PR.mean.pay", "three(svymean(~pay, PR))")
put("TW.mean.pay", "three(svymean(~pay, trimWeights(W, upper = 7, lower = 2)))")
RT <- trimWeights(RCW, upper = 7, lower = 2)
put("RT.mean.pay", "three(svymean(~pay, RT))")
put("RT.weights.head", "head(weights(RT), 20)")
for (k in c("S", "C", "RCW")) put(paste0(k, ".deff.ratio"), sprintf("deff(svyratio(~pay, ~hours, %s, deff = TRUE))", k))
for (k in c("JN", "JC")) for (m in c("xlogit", "mean"))
  put(paste0(k, ".ciprop.", m), sprintf("ci(svyciprop(~yes, %s, method = '%s', na.rm = TRUE))", k, m))
# a stratum with one team
LT <- svydesign(id = ~team, strata = ~stratum, weights = ~w, fpc = ~M,
  data = d[d$stratum != "S1" | d$team == d$team[d$stratum == "S1"][1], ])
for (r in c("remove", "adjust", "average")) {
  options(survey.lonely.psu = r)
  put(paste0("lonely.team.", r), "three(svymean(~pay, LT))")
  LJ <- as.svrepdesign(LT, type = "JKn")
  put(paste0("lonely.jackknife.", r), "three(svymean(~pay, LJ))")
}
options(survey.lonely.psu = "fail")
for (k in c("J1", "JN", "JC")) for (w in c("A", "B", "D"))
  put(paste0(k, ".degf.", w), sprintf("degf(subset(%s, workshop == '%s'))", k, w))
# waves: two designs, two groups in each
put("wave.difference", "{a <- svymean(~p1, S, na.rm = TRUE); b <- svymean(~p2, W, na.rm = TRUE); c(coef(b) - coef(a), sqrt(SE(a)^2 + SE(b)^2))}")
put("wave.did", "{a <- svyttest(p1 ~ sex, S); b <- svyttest(p2 ~ sex, W); c(b$estimate - a$estimate, sqrt((a$estimate / a$statistic)^2 + (b$estimate / b$statistic)^2))}")
# reference distributions
put("qt", "outer(c(.6, .9, .975, .995, .99999), c(1, 2, 3.7, 10, 100, 399, 401, 1000, 1e5, 1e7), function(p, v) qt(p, v))")
put("qnorm", "qnorm(c(1e-10, .001, .025, .3, .5, .8, .975, .999999))")
put("qbeta", "c(qbeta(.025, .5, 10), qbeta(.975, 3, 4), qbeta(.025, 1234.5, 77.25), qbeta(.975, 1e6, 3e6), qbeta(.01, 1e-1, 2))")
put("pf", "c(pf(2.5, 3.2, 50.7, lower.tail = FALSE), pf(40, 5, 1e4, lower.tail = FALSE), pf(.3, 2, 9, lower.tail = FALSE))")
put("pchisq", "pchisq(c(.1, 3.84, 50, 300), c(1, 1, 6, 12), lower.tail = FALSE)")
put("pt", "2 * pt(-c(.1, 2, 7, 30), c(3, 20.5, 500, 12000))")
put("p.adjust.holm", "p.adjust(c(.01, .04, .03, .005, .2, .04), 'holm')")
put("p.adjust.BH", "p.adjust(c(.01, .04, .03, .005, .2, .04), 'BH')")
close(out)
