# Golden values of org.zhisheng.analytics.score: every formula written out a second time in plain R, after COINr's
# conventions (n_minmax, n_dist2targ, n_zscore, a_amean, a_gmean, a_hmean; it is not needed here), Saaty (1980), Hwang and
# Yoon (1981), Diakoulaki et al. (1995). Run in this folder: Rscript score.R
out <- paste0("# ", R.version.string)
put <- function(key, value) out <<- c(out, sprintf("%s\t%s\t%s", key, "score.R", paste(sprintf("%.17g", value), collapse = " ")))
x <- as.matrix(read.csv("table.csv", row.names = 1, check.names = FALSE))
w <- c(D1 = 6, D1 = 4, D2 = 25, D2 = 15, D3 = 30, D3 = 20); dim <- names(w)
# normalisations, one a column
minmax <- function(v, l, u, dir = 1) { v <- dir * v; (v - min(v)) / (max(v) - min(v)) * (u - l) + l }
d2t <- function(v, t, cap = FALSE) { y <- 100 * (v - min(v)) / (t - min(v)); if (cap) y <- pmin(y, 100); y }
d2tdown <- function(v, t, cap = FALSE) { y <- 100 * (max(v) - v) / (max(v) - t); if (cap) y <- pmin(y, 100); y }
z <- function(v, m, s) (v - mean(v)) / sd(v) * s + m
ratio <- function(v, t) pmin(100, v / t * 100)
band <- function(g) ifelse(g <= 0, 0, ifelse(g < 8, g / 8 * 100, 100))
put("minmax", minmax(x[, 1], 1, 100)); put("minmax.down", minmax(x[, 2], 0, 100, -1))
put("dist2targ", d2t(x[, 1], 90)); put("dist2targ.capped", d2t(x[, 1], 80, TRUE)); put("dist2targ.down", d2tdown(x[, 2], 20, TRUE))
put("zscore", z(x[, 3], 100, 15)); put("ratio", ratio(x[, 4], 85)); put("band", band(c(-1, 0, 4, 7.999, 8, 10, 12, 12.01)))
# totals
p <- cbind(ratio(x[, 1], 90), minmax(x[, 2], 1, 100), x[, 3], ratio(x[, 4], 85), x[, 5], x[, 6])
am <- function(v, w) sum(v * w) / sum(w); gm <- function(v, w) exp(sum(w * log(v)) / sum(w)); hm <- function(v, w) sum(w) / sum(w / v)
two <- function(v, within, across) { D <- unique(dim); across(sapply(D, function(d) within(v[dim == d], w[dim == d])), sapply(D, function(d) sum(w[dim == d]))) }
put("total.arithmetic", apply(p, 1, two, am, am)); put("total.geometric", apply(p, 1, gm, w)); put("total.harmonic", apply(p, 1, hm, w))
put("total.geometric.within.arithmetic.across", apply(p, 1, two, gm, am)); put("total.arithmetic.within.geometric.across", apply(p, 1, two, am, gm))
put("total.harmonic.within.geometric.across", apply(p, 1, two, hm, gm))
# missing: unit 1 lacks its first indicator, unit 2 lacks dimension D1 (10 points), shared as RULES say
miss <- function(v, have) { D <- unique(dim[have]); W <- sapply(D, function(d) sum(w[dim == d])); sum(W * sapply(D, function(d) { k <- have & dim == d; sum(v[k] * w[k]) / sum(w[k]) })) / sum(W) }
put("total.missing", c(miss(p[1, ], c(F, T, T, T, T, T)), miss(p[2, ], c(F, F, T, T, T, T))))
# delta method by numerical derivatives (central, Richardson), geometric within and across
V <- diag(c(2, 0, 1.5, 0, 1.2, 0)^2); V[3, 5] <- V[5, 3] <- 0.8; V[1, 3] <- V[3, 1] <- -0.5
f <- function(v) two(c(v[1] / 90 * 100, 1 + 99 * (v[2] - min(x[, 2])) / (max(x[, 2]) - min(x[, 2])), v[3], v[4] / 85 * 100, v[5], v[6]), gm, hm)
grad <- function(v) sapply(1:6, function(i) { d <- function(h) { a <- v; b <- v; a[i] <- a[i] + h; b[i] <- b[i] - h; (f(a) - f(b)) / (2 * h) }; (64 * d(2e-3) - 20 * d(4e-3) + d(8e-3)) / 45 })
g <- grad(x[4, ]); put("delta.error", sqrt(drop(t(g) %*% V %*% g)))
# AHP: one expert, two experts by the geometric mean, principal eigenvector by eigen()
RI <- c(0, 0, .58, .90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49)
ahp <- function(A) { e <- eigen(A); v <- Re(e$vectors[, 1]); l <- Re(e$values[1]); n <- nrow(A); c(v / sum(v), l, ((l - n) / (n - 1)) / RI[n]) }
A <- rbind(c(1, 3, 5, 7), c(1/3, 1, 3, 5), c(1/5, 1/3, 1, 3), c(1/7, 1/5, 1/3, 1)); B <- rbind(c(1, 2, 1/2, 4), c(1/2, 1, 1/3, 3), c(2, 3, 1, 5), c(1/4, 1/3, 1/5, 1))
put("ahp.first", ahp(A)); put("ahp.second", ahp(B)); put("ahp.together", ahp(sqrt(A * B)))
# entropy, CRITIC, TOPSIS
q <- sweep(x, 2, colSums(x), "/"); E <- -colSums(q * log(q)) / log(nrow(x)); put("entropy", (1 - E) / sum(1 - E))
s <- apply(x, 2, minmax, 0, 1); C <- apply(s, 2, sd) * colSums(1 - cor(s)); put("critic", C / sum(C))
n <- sweep(sweep(x, 2, sqrt(colSums(x^2)), "/"), 2, w / sum(w), "*"); up <- apply(n, 2, max); lo <- apply(n, 2, min)
dp <- sqrt(rowSums(sweep(n, 2, up)^2)); dm <- sqrt(rowSums(sweep(n, 2, lo)^2)); put("topsis", dm / (dp + dm))
# COINr ranks: high is 1, ties "min"; Spearman
tot <- apply(p, 1, two, am, am); put("ranks", rank(-round(tot, 1), ties.method = "min")); put("spearman", cor(tot, apply(p, 1, gm, w), method = "spearman"))
# gap of unit 1 from the medians under the geometric mean: log mean divisia parts
m <- apply(p, 2, median); T1 <- gm(p[1, ], w); T0 <- gm(m, w); put("gap.geometric", (T1 - T0) / (log(T1) - log(T0)) * w / sum(w) * (log(p[1, ]) - log(m)))
# roll-up
N <- c(120, 480, 60, 300); v <- c(81.5, 77.25, 92, 88.125); se <- c(2.1, 1.4, 3.3, 0)
po <- sum(N * v) / sum(N); ps <- sqrt(sum((N / sum(N))^2 * se^2)); put("pooled", c(po, ps, po - qnorm(.975) * ps, po + qnorm(.975) * ps))
gr <- c(8, 12, 7.9, 12.1, 9, -2, 10.5); put("growth", c(quantile(gr, c(.5, .25, .75)), mean(gr < 8), mean(gr >= 8 & gr <= 12), mean(gr > 12)))
ch <- (po - 79) / sqrt(ps^2 + .9^2); put("rising", c(po - 79, 2 * pnorm(-abs(ch))))
writeLines(out, "golden.tsv")
