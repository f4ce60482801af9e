# Golden values of org.zhisheng.analytics.quality, by base R written out from the definitions.
# Run in this folder: Rscript quality.R   (makes answers.csv and golden.tsv)
set.seed(71)
out <- character()
put <- function(key, value) out <<- c(out, sprintf("%s\t%.17g", key, value))
note <- function(...) out <<- c(out, paste0("# ", ...))
note(R.version.string)

note("AAPOR Standard Definitions (2023), written out; I=120 P=15 R=30 NC=60 O=5 UH=20 UO=10, e=0.85; 40 ineligible for CASRO")
I <- 120; P <- 15; Rf <- 30; NC <- 60; O <- 5; UH <- 20; UO <- 10; e <- 0.85
all <- I + P + Rf + NC + O + UH + UO; est <- I + P + Rf + NC + O + e * (UH + UO); kn <- I + P + Rf + NC + O
rates <- c(rr1 = I / all, rr2 = (I + P) / all, rr3 = I / est, rr4 = (I + P) / est, rr5 = I / kn, rr6 = (I + P) / kn,
  coop1 = I / (I + P + Rf + O), coop2 = (I + P) / (I + P + Rf + O), coop3 = I / (I + P + Rf), coop4 = (I + P) / (I + P + Rf),
  ref1 = Rf / all, ref2 = Rf / est, ref3 = Rf / kn, con1 = (I + P + Rf + O) / all, con2 = (I + P + Rf + O) / est, con3 = (I + P + Rf + O) / kn)
for (n in names(rates)) put(paste0("aapor.", n), rates[[n]])
put("aapor.casro", kn / (kn + 40))

note("non-response: five strata; chisq.test(correct = FALSE) of answered or not; R-indicator from its definition")
N <- c(400, 250, 120, 60, 30); n <- c(220, 90, 70, 12, 30)
rho <- sum(n) / sum(N); S <- sqrt(sum(N * (n / N - rho)^2) / (sum(N) - 1))
put("nr.rate", rho); put("nr.R", 1 - 2 * S); put("nr.maxBias", S / rho)
put("nr.dissimilarity", sum(abs(n / sum(n) - N / sum(N))) / 2)
ct <- suppressWarnings(chisq.test(rbind(n, N - n), correct = FALSE)); put("nr.chisq", ct$statistic); put("nr.p", ct$p.value)
W <- N / sum(N)
for (h in 1:5) {
  put(paste0("nr.difference.", h - 1), n[h] / sum(n) - W[h])
  put(paste0("nr.se.", h - 1), sqrt(W[h] * (1 - W[h]) / sum(n) * (sum(N) - sum(n)) / (sum(N) - 1)))
  put(paste0("nr.partial.", h - 1), sqrt(W[h]) * (n[h] / N[h] - rho))
}

# 150 respondents of three sites, ten items coded 0..4; site C partly filled in by one hand; blanks as -1
site <- rep(0:2, c(70, 50, 30)); f <- rnorm(150)
x <- sapply(1:10, function(j) pmin(4, pmax(0, round(2 + 0.8 * f + rnorm(150)))))
x[125:140, ] <- matrix(rep(c(4, 4, 3, 4, 4, 3, 4, 4, 4, 3), each = 16), 16)
x[141:150, ] <- 4
x[cbind(130:134, 3)] <- 2
x[5, ] <- 2; x[6, ] <- c(rep(1, 6), 2, 3, 4, 0); x[7, ] <- x[20, ]
x[matrix(runif(1500) < 0.02, 150)] <- -1
colnames(x) <- paste0("Q", 1:10)
seconds <- round(exp(rnorm(150, 5, 0.5)), 1); seconds[c(3, 50)] <- NA; seconds[c(8, 9)] <- c(20, 12)
write.csv(cbind(site = site, seconds = seconds, x), "answers.csv", row.names = FALSE, na = "")

put("speed.median", median(seconds, na.rm = TRUE))
put("speed.share", mean(seconds / median(seconds, na.rm = TRUE) < 0.3, na.rm = TRUE))

note("long-string by rle; blanks either removed (skip) or ending a run (count); sd of the codes; all equal")
run <- function(v) { r <- rle(v); r <- r$lengths[r$values >= 0]; if (length(r)) max(r) else 0 }
put("long.skip.sum", sum(apply(x, 1, function(v) run(v[v >= 0])))); put("long.count.sum", sum(apply(x, 1, run)))
put("long.skip.6", run(x[7, x[7, ] >= 0])); put("long.max", max(apply(x, 1, run)))
irv <- apply(x, 1, function(v) sd(v[v >= 0])); put("irv.mean", mean(irv)); put("irv.0", irv[1])
put("straight.share", mean(irv == 0))

note("exact duplicates of whole rows")
key <- apply(x, 1, paste, collapse = " "); tab <- table(key)
put("exact.groups", sum(tab > 1)); put("exact.share", sum(tab[tab > 1]) / 150)

note("maximum percent match by brute force, blanks counted as answers, and skipped with at least 5 shared")
mc <- ms <- numeric(150)
for (i in 1:150) {
  same <- sapply((1:150)[-i], function(j) mean(x[i, ] == x[j, ])); mc[i] <- max(same)
  skip <- sapply((1:150)[-i], function(j) { ok <- x[i, ] >= 0 & x[j, ] >= 0; if (sum(ok) < 5) NA else mean(x[i, ok] == x[j, ok]) })
  ms[i] <- max(skip, na.rm = TRUE)
}
for (i in c(1, 6, 7, 20, 60, 130, 150)) { put(paste0("match.count.", i - 1), mc[i]); put(paste0("match.skip.", i - 1), ms[i]) }
put("match.count.mean", mean(mc)); put("match.skip.mean", mean(ms)); put("match.count.share90", mean(mc >= 0.9))

note("mahalanobis(x, colMeans(x), cov(x)) of the complete rows; pchisq(lower = FALSE)")
xc <- x; xc[xc < 0] <- NA; cc <- complete.cases(xc)
D <- mahalanobis(xc[cc, ], colMeans(xc[cc, ]), cov(xc[cc, ])); p <- pchisq(D, 10, lower.tail = FALSE)
put("maha.n", sum(cc)); w <- which(cc)
for (k in c(1, 5, 40, 100)) { put(paste0("maha.row.", k), w[k] - 1); put(paste0("maha.d2.", k), D[k]); put(paste0("maha.p.", k), p[k]) }
put("maha.maxD2", max(D)); put("maha.minP", min(p))

note("bursts: pbinom(count - 1, total, share, lower = FALSE)")
cnt <- c(12, 9, 15, 80, 11, 0, 13); prof <- c(1, 1, 1.5, 2, 1, 0.5, 1); share <- prof / sum(prof)
for (b in seq_along(cnt)) put(paste0("burst.p.", b - 1), pbinom(cnt[b] - 1, sum(cnt), share[b], lower.tail = FALSE))

note("identical vectors of sites: pairs within, chance across two other sites, independent chance, ppois")
for (s in 0:2) {
  k <- table(key[site == s]); pairs <- sum(choose(k, 2)); ns <- sum(site == s)
  o <- which(site != s); a <- 0; b <- 0
  for (i in o) for (j in o) if (i < j && site[i] != site[j]) { b <- b + 1; a <- a + (key[i] == key[j]) }
  ind <- prod(apply(x[o, ], 2, function(v) sum((table(v) / length(v))^2)))
  lam <- choose(ns, 2) * max(a / b, ind)
  put(paste0("twins.share.", s), sum(k[k > 1]) / ns); put(paste0("twins.pairs.", s), pairs); put(paste0("twins.peer.", s), a / b)
  put(paste0("twins.independent.", s), ind); put(paste0("twins.expected.", s), lam); put(paste0("twins.p.", s), ppois(pairs - 1, lam, lower.tail = FALSE))
}
note("uniformity: mean item variance within sites, pf(ratio)")
v <- sapply(0:2, function(s) mean(apply(x[site == s & cc, ], 2, var))); m <- sapply(0:2, function(s) sum(site == s & cc)) - 1
for (s in 1:3) {
  peer <- sum((v * m)[-s]) / sum(m[-s]); put(paste0("uniform.variance.", s - 1), v[s]); put(paste0("uniform.ratio.", s - 1), v[s] / peer)
  put(paste0("uniform.p.", s - 1), pf(v[s] / peer, m[s], sum(m[-s])))
}
writeLines(out, "golden.tsv")
