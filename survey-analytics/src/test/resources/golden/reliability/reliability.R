# Golden values of org.zhisheng.analytics.reliability.
# Run in this folder: Rscript reliability.R   (makes workers.csv and golden.tsv)
suppressPackageStartupMessages({library(psych); library(survey)})
set.seed(20140501)

out <- character()
put <- function(key, value) out <<- c(out, sprintf("%s\t%.17g", key, value))
note <- function(...) out <<- c(out, paste0("# ", ...))
note(R.version.string, ", psych ", packageVersion("psych"), ", survey ", packageVersion("survey"))

# 240 workers of three workshops (400, 150, 90 people), six five-point items on one factor, a tenth of answers missing
strata <- rep(c("W1", "W2", "W3"), c(120, 70, 50))
headcount <- c(W1 = 400, W2 = 150, W3 = 90)[strata]
f <- rnorm(240) + c(W1 = 0, W2 = 0.4, W3 = -0.3)[strata]
load <- c(0.8, 0.7, 0.75, 0.6, 0.5, 0.65)
items <- sapply(load, function(l) cut(l * f + sqrt(1 - l^2) * rnorm(240), c(-Inf, -1.3, -0.4, 0.4, 1.2, Inf), labels = FALSE))
items[matrix(runif(240 * 6) < 0.03, 240)] <- NA
colnames(items) <- paste0("S", 1:6)
items <- as.data.frame(items)
w <- round(headcount / table(strata)[strata] * runif(240, 0.7, 1.3), 6)
write.csv(cbind(stratum = strata, headcount = headcount, weight = as.vector(w), items), "workers.csv", row.names = FALSE, na = "")

dump <- function(prefix, a) {
  put(paste0(prefix, ".raw"), a$total$raw_alpha); put(paste0(prefix, ".standardised"), a$total$std.alpha)
  put(paste0(prefix, ".averageR"), a$total$average_r); put(paste0(prefix, ".ase"), a$total$ase)
  for (i in 1:nrow(a$alpha.drop)) {
    put(paste0(prefix, ".dropRaw.", i - 1), a$alpha.drop$raw_alpha[i])
    put(paste0(prefix, ".dropStd.", i - 1), a$alpha.drop$std.alpha[i])
    put(paste0(prefix, ".rDrop.", i - 1), a$item.stats$r.drop[i])
    put(paste0(prefix, ".mean.", i - 1), a$item.stats$mean[i])
    put(paste0(prefix, ".sd.", i - 1), a$item.stats$sd[i])
  }
  put(paste0(prefix, ".feldtLower"), a$feldt$lower.ci[[1]]); put(paste0(prefix, ".feldtUpper"), a$feldt$upper.ci[[1]])
}
note("psych::alpha(items): pairwise covariances, n = all rows")
dump("pairwise", psych::alpha(items))
note("psych::alpha(items[complete.cases(items), ]): listwise")
cc <- complete.cases(items)
dump("listwise", psych::alpha(items[cc, ]))
note("psych::alpha of the first two items, listwise")
two <- items[complete.cases(items[, 1:2]), 1:2]
a2 <- psych::alpha(two)
put("two.raw", a2$total$raw_alpha); put("two.standardised", a2$total$std.alpha)
note("psych::alpha.ci(0.8, n.obs = 100, n.var = 5, p.val = 0.1)")
ci <- psych::alpha.ci(0.8, n.obs = 100, n.var = 5, p.val = 0.1)
put("feldt.lower", ci$lower.ci); put("feldt.upper", ci$upper.ci)

note("cov.wt(method = 'unbiased') of complete rows with weights, alpha by its formula; item means by cov.wt")
x <- as.matrix(items[cc, ]); wc <- as.vector(w)[cc]
C <- cov.wt(x, wc / sum(wc))$cov
alphaOf <- function(C) { k <- ncol(C); k / (k - 1) * (1 - sum(diag(C)) / sum(C)) }
put("weighted.raw", alphaOf(C)); put("weighted.standardised", alphaOf(cov2cor(C)))
note("survey::svycralpha, stratified design with weights (raw alpha only), and its Taylor error by svyvar + svycontrast")
d <- svydesign(id = ~1, strata = ~strata, weights = ~w, fpc = ~headcount, data = cbind(items, strata, w = as.vector(w), headcount)[cc, ])
put("weighted.svycralpha", svycralpha(~S1 + S2 + S3 + S4 + S5 + S6, d))
d <- update(d, total = S1 + S2 + S3 + S4 + S5 + S6)
v <- svyvar(~S1 + S2 + S3 + S4 + S5 + S6 + total, d)
cf <- as.vector(v); V <- attr(v, "var"); k <- 6
idx <- (0:6) * 7 + 1:7; b <- cf[idx]; S <- V[idx, idx]
g <- c(rep(-1 / b[7], 6), sum(b[1:6]) / b[7]^2) * k / (k - 1)
put("weighted.alphaDesign", k / (k - 1) * (1 - sum(b[1:6]) / b[7]))
put("weighted.alphaDesignSe", sqrt(drop(t(g) %*% S %*% g)))

note("minres one factor: sum of squared off-diagonal residuals minimised by Newton steps to 1e-15; psych::fa(nfactors = 1, fm = 'minres') starts it")
minres <- function(R, l) {
  off <- 1 - diag(ncol(R))
  for (it in 1:200) {
    E <- (R - l %o% l) * off
    gr <- -2 * E %*% l
    H <- -2 * ((R - 2 * l %o% l) * off); diag(H) <- 2 * (sum(l^2) - l^2)
    step <- solve(H, gr); l <- l - as.vector(step)
    if (max(abs(step)) < 1e-15) break
  }
  l
}
R <- cor(items[cc, ])
fa1 <- psych::fa(items[cc, ], nfactors = 1, fm = "minres")
l <- minres(R, as.vector(fa1$loadings)); u <- 1 - l^2
for (i in 1:6) { put(paste0("minres.loading.", i - 1), l[i]); put(paste0("psych.fa.loading.", i - 1), fa1$loadings[i]) }
put("omega.model", sum(l)^2 / (sum(l)^2 + sum(u))); put("omega.observed", 1 - sum(u) / sum(R))
note("omega from the loadings of psych::fa: its optimiser stops at about 1e-5, so compare loosely (psych::omega itself needs GPArotation)")
lf <- as.vector(fa1$loadings); put("psych.fa.omega", sum(lf)^2 / (sum(lf)^2 + sum(1 - lf^2)))
Rp <- cor(items, use = "pairwise"); lp <- minres(Rp, l); up <- 1 - lp^2
put("omega.pairwise.model", sum(lp)^2 / (sum(lp)^2 + sum(up)))
Rw <- cov2cor(C); lw <- minres(Rw, l); uw <- 1 - lw^2
put("omega.weighted.model", sum(lw)^2 / (sum(lw)^2 + sum(uw)))
note("infinitesimal jackknife: influence of each row on omega by central differences of its weight")
om1 <- function(wt) { R <- cov2cor(cov.wt(x, wt / sum(wt), method = "ML")$cov); q <- minres(R, l); sum(q)^2 / (sum(q)^2 + sum(1 - q^2)) }
n <- nrow(x); h <- 1e-4
inf <- sapply(1:n, function(i) { e <- rep(1, n); e[i] <- 1 + h; p <- om1(e); e[i] <- 1 - h; (p - om1(e)) / (2 * h) })
put("omega.se", sqrt(sum(inf^2) * n / (n - 1))); put("omega.n", n)

note("omega under the design: weighted influences by central differences, svytotal of them (complete rows as the sample)")
omw <- function(wt) { R <- cov2cor(cov.wt(x, wt / sum(wt), method = "ML")$cov); q <- minres(R, l); sum(q)^2 / (sum(q)^2 + sum(1 - q^2)) }
infw <- sapply(1:n, function(i) { e <- wc; e[i] <- wc[i] * (1 + h); p <- omw(e); e[i] <- wc[i] * (1 - h); (p - omw(e)) / (2 * h) })
do <- svydesign(id = ~1, strata = ~strata, probs = ~one, fpc = ~headcount, data = data.frame(strata = strata[cc], headcount = headcount[cc], one = 1, infw))
put("omega.weighted.designSe", SE(svytotal(~infw, do))[1])

note("person means with at least 4 of 6 items: rowMeans(na.rm = TRUE)")
m <- rowMeans(items, na.rm = TRUE); m[rowSums(!is.na(items)) < 4] <- NA
put("personMean.mean", mean(m, na.rm = TRUE)); put("personMean.n", sum(!is.na(m))); put("personMean.first", m[1])
ok6 <- rowSums(!is.na(items)) == 6; put("personMean.complete", mean(m[ok6]))
writeLines(out, "golden.tsv")
