# Golden values of org.zhisheng.analytics.driver.
# Run in this folder: Rscript driver.R   (makes workers.csv and golden.tsv)
suppressPackageStartupMessages(library(survey))
set.seed(4242)
out <- character()
put <- function(key, value) out <<- c(out, sprintf("%s\t%.17g", key, value))
note <- function(...) out <<- c(out, paste0("# ", ...))
note(R.version.string, ", survey ", packageVersion("survey"))

# 260 workers: three workshops, teams of about ten within them, pay, hours, meals and voice on five points, overall satisfaction
N <- 260
stratum <- rep(c("W1", "W2", "W3"), c(120, 80, 60)); headcount <- c(W1 = 480, W2 = 160, W3 = 300)[stratum]
team <- paste0(stratum, "-", ave(seq_len(N), stratum, FUN = function(i) (seq_along(i) - 1) %/% 10))
teams <- c(W1 = 40, W2 = 16, W3 = 25)[stratum]
effect <- rnorm(length(unique(team)), 0, 0.4)[match(team, unique(team))]
f <- rnorm(N)
five <- function(v) pmin(5, pmax(1, round(3 + v)))
pay <- five(0.7 * f + rnorm(N)); hours <- five(0.5 * f + rnorm(N)); meals <- five(rnorm(N)); voice <- five(0.6 * f + 0.3 * rnorm(N) + effect)
overall <- five(0.5 * (pay - 3) + 0.2 * (hours - 3) + 0.4 * (voice - 3) + effect + 0.7 * rnorm(N))
satisfied <- as.integer(overall >= 4)
female <- rbinom(N, 1, 0.4)
weight <- round(as.vector(headcount / table(stratum)[stratum]) * runif(N, 0.7, 1.4), 6)
pay[c(4, 90)] <- NA; meals[c(30, 31, 200)] <- NA; overall[77] <- NA; satisfied[77] <- NA
d <- data.frame(stratum, headcount, team, teams, weight, female, pay, hours, meals, voice, overall, satisfied)
write.csv(d, "workers.csv", row.names = FALSE, na = "")

show <- function(prefix, m) {
  V <- vcov(m); b <- coef(m)
  put(paste0(prefix, ".df"), m$df.residual); put(paste0(prefix, ".n"), nobs(m))
  for (k in seq_along(b)) {
    put(paste0(prefix, ".b.", k - 1), b[k]); put(paste0(prefix, ".se.", k - 1), sqrt(V[k, k]))
    put(paste0(prefix, ".p.", k - 1), 2 * pt(-abs(b[k] / sqrt(V[k, k])), m$df.residual))
    ci <- b[k] + c(-1, 1) * qt(.975, m$df.residual) * sqrt(V[k, k]); put(paste0(prefix, ".lower.", k - 1), ci[1]); put(paste0(prefix, ".upper.", k - 1), ci[2])
  }
  put(paste0(prefix, ".cov01"), V[1, 2])
}
tight <- list(epsilon = 1e-15, maxit = 100)
strat <- svydesign(id = ~1, strata = ~stratum, weights = ~weight, fpc = ~headcount, data = d)
clus <- svydesign(id = ~team, strata = ~stratum, weights = ~weight, fpc = ~teams, data = d)
lin <- overall ~ pay + hours + meals + voice; log <- satisfied ~ pay + hours + meals + voice
note("svyglm(overall ~ pay + hours + meals + voice, stratified design with weights and fpc)"); show("linear", svyglm(lin, strat))
note("svyglm of clusters in strata"); show("cluster", svyglm(lin, clus))
note("svyglm(subset = female == 1)"); show("domain", svyglm(lin, subset(strat, female == 1)))
note("svyglm(satisfied ~ ..., family = quasibinomial(), epsilon 1e-15)")
m <- svyglm(log, strat, family = quasibinomial(), control = tight); show("logit", m)
note("logistic, clusters"); show("logitCluster", svyglm(log, clus, family = quasibinomial(), control = tight))
ps <- postStratify(strat, ~female, data.frame(female = 0:1, Freq = c(500, 440)))
note("after postStratify(~female, 500 and 440)"); show("poststratified", svyglm(lin, ps))

cc <- complete.cases(d[, c("pay", "hours", "meals", "voice", "overall", "satisfied")]); x <- as.matrix(d[cc, c("pay", "hours", "meals", "voice", "overall")]); w <- weight[cc]
y <- x[, 5]; fit <- lm(y ~ x[, 1:4], weights = w)
put("linear.r2", summary(fit)$r.squared)
gg <- suppressWarnings(glm(satisfied ~ pay + hours + meals + voice, binomial(), d[cc, ], weights = w / mean(w), control = tight))
put("logit.mcfadden", 1 - gg$deviance / gg$null.deviance)

lmg <- function(R) { p <- ncol(R) - 1; r <- R[1:p, p + 1]; r2 <- function(s) if (!length(s)) 0 else drop(r[s] %*% solve(R[s, s, drop = FALSE], r[s]))
  sapply(1:p, function(j) { o <- setdiff(1:p, j); t <- 0
    for (k in 0:(2^(p - 1) - 1)) { s <- o[bitwAnd(k, 2^(0:(p - 2))) > 0]; t <- t + factorial(length(s)) * factorial(p - length(s) - 1) / factorial(p) * (r2(c(s, j)) - r2(s)) }
    t }) }
johnson <- function(R) { p <- ncol(R) - 1; e <- eigen(R[1:p, 1:p], symmetric = TRUE); L <- e$vectors %*% diag(sqrt(e$values)) %*% t(e$vectors); as.vector(L^2 %*% solve(L, R[1:p, p + 1])^2) }
R <- cov.wt(x, w / sum(w), cor = TRUE)$cor
note("LMG over all subsets and Johnson's relative weights, from cov.wt(cor = TRUE); errors by svytotal of weight derivatives (central differences, 1e-4 of a weight; complete rows as domain)")
infl <- function(fun) t(sapply(seq_along(w), function(i) { h <- 1e-4 * w[i]; u <- w; v <- w; u[i] <- w[i] + h; v[i] <- w[i] - h; w[i] * (fun(cov.wt(x, u / sum(u), cor = TRUE)$cor) - fun(cov.wt(x, v / sum(v), cor = TRUE)$cor)) / (2 * h) }))
for (name in c("lmg", "johnson")) { fun <- get(name); v <- fun(R); z <- matrix(0, N, 8); z[cc, 1:4] <- infl(fun); z[cc, 5:8] <- infl(function(R) fun(R) / sum(fun(R)))
  D <- svydesign(id = ~1, strata = ~stratum, probs = ~one, fpc = ~headcount, data = data.frame(stratum, headcount, one = 1, z)); D <- subset(D, cc)
  se <- SE(svytotal(~X1 + X2 + X3 + X4 + X5 + X6 + X7 + X8, D))
  for (j in 1:4) { put(paste0(name, ".", j - 1), v[j]); put(paste0(name, ".se.", j - 1), se[j]); put(paste0(name, ".share.", j - 1), v[j] / sum(v)); put(paste0(name, ".shareSe.", j - 1), se[j + 4]) } }
b <- coef(fit)[-1] * sqrt(diag(cov.wt(x, w / sum(w))$cov))[1:4] / sqrt(cov.wt(x, w / sum(w))$cov[5, 5])
for (j in 1:4) { put(paste0("slope.", j - 1), b[j]); put(paste0("correlation.", j - 1), R[j, 5]) }
writeLines(out, "golden.tsv")
