# Golden values of org.zhisheng.analytics.planning: closed forms of Cochran (1977), written out in R.
# Run in this folder: Rscript planning.R
out <- character()
put <- function(key, value) out <<- c(out, sprintf("%s\t%.17g", key, value))
out <- c(out, paste0("# ", R.version.string))
size <- function(e, level, p, N, deff) { z <- qnorm((1 + level) / 2); n0 <- deff * z^2 * p * (1 - p) / e^2; c(n0, n0 / (1 + (n0 - 1) / N)) }
cases <- list(c(.05, .95, .5, 1200, 1), c(.03, .95, .5, 36000, 1.4), c(.1, .9, .2, 80, 1), c(.05, .99, .5, 1e9, 1), c(.04, .95, .3, 500, 2))
for (i in seq_along(cases)) { s <- do.call(size, as.list(cases[[i]])); put(paste0("size.", i, ".infinite"), s[1]); put(paste0("size.", i, ".responses"), ceiling(s[2])) }
N <- c(4000, 1500, 900, 60); S <- c(0.5, 0.3, 0.45, 0.2)
prop <- 400 * N / sum(N); ney <- 400 * N * S / sum(N * S)
for (h in 1:4) { put(paste0("proportional.", h - 1), prop[h]); put(paste0("neyman.", h - 1), ney[h]) }
ham <- function(x, n) { f <- floor(x); o <- order(f - x); k <- n - sum(f); if (k > 0) f[o[1:k]] <- f[o[1:k]] + 1; f }
hp <- ham(prop, 400); hn <- ham(ney, 400)
for (h in 1:4) { put(paste0("proportionalSize.", h - 1), hp[h]); put(paste0("neymanSize.", h - 1), hn[h]) }
se <- function(n) sqrt(sum((N / sum(N))^2 * (1 - n / N) * S^2 / n))
put("proportional.se", se(hp)); put("neyman.se", se(hn)); put("neyman.half", qnorm(.975) * se(hn))
put("share.se", sqrt(.3 * .7 / 50 * (400 - 50) / 399)); put("share.half", qnorm(.95) * sqrt(.3 * .7 / 50 * (400 - 50) / 399))
# one stratum overflows: 60 people of huge spread are taken whole, the rest is divided again
S2 <- c(0.5, 0.3, 0.45, 20); rest <- 340 * (N * S2)[1:3] / sum((N * S2)[1:3])
for (h in 1:3) put(paste0("capped.", h - 1), rest[h])
put("capped.3", 60)
writeLines(out, "golden.tsv")
