# Golden values of org.zhisheng.analytics.agenda.
# Run in this folder: Rscript agenda.R   (makes rankings.csv, tasks.csv, options.csv and golden.tsv)
suppressPackageStartupMessages({library(survival); library(survey)})
set.seed(99)
out <- character()
put <- function(key, value) out <<- c(out, sprintf("%s\t%.17g", key, value))
note <- function(...) out <<- c(out, paste0("# ", ...))
note(R.version.string, ", survival ", packageVersion("survival"), ", survey ", packageVersion("survey"))
tight <- coxph.control(eps = 1e-12, toler.chol = 1e-13, iter.max = 100)

# 160 workers of two workshops rank up to three of five topics; utilities 1.2 0.6 0 -0.4 0.9
u <- c(1.2, 0.6, 0, -0.4, 0.9); N <- 160
strata <- rep(c("W1", "W2"), c(100, 60)); headcount <- c(W1 = 500, W2 = 120)[strata]
w <- round(as.vector(headcount / table(strata)[strata]) * runif(N, 0.8, 1.2), 6)
# survival::clogit is this coxph call, a stratum for each choice, here started again from its own solution until nothing moves: one run stops at about 1e-9
settled <- function(formula, data, weights = rep(1, nrow(data)), clustered = TRUE) {
  data$one <- 1; data$wgt <- weights; b <- rep(0, length(labels(terms(formula))) - 1)
  for (round in 1:4) {
    f <- suppressWarnings(if (clustered) coxph(formula, data, weights = wgt, cluster = id, init = b, method = "breslow", control = tight, model = TRUE)
      else coxph(formula, data, weights = wgt, init = b, method = "breslow", control = tight, model = TRUE))
    b <- as.vector(coef(f))
  }
  f
}
gum <- function(n) -log(-log(runif(n)))
orders <- t(sapply(1:N, function(i) { o <- order(u + gum(5), decreasing = TRUE)[1:3]; k <- sample(0:3, 1, prob = c(.05, .15, .2, .6)); o[seq_len(3) > k] <- NA; o }))
write.csv(data.frame(stratum = strata, headcount = headcount, weight = w, first = orders[, 1] - 1, second = orders[, 2] - 1, third = orders[, 3] - 1), "rankings.csv", row.names = FALSE, na = "")
long <- do.call(rbind, lapply(1:N, function(i) { left <- 1:5; r <- NULL
  for (k in 1:3) { ch <- orders[i, k]; if (is.na(ch)) break
    r <- rbind(r, data.frame(id = i, set = i * 10 + k, topic = left, sign = 1, y = as.integer(left == ch), w = w[i])); left <- setdiff(left, ch) }
  r }))
X <- function(d) { m <- sapply(1:4, function(k) d$sign * (d$topic == k)); colnames(m) <- paste0("t", 1:4); cbind(d, m) }
show <- function(prefix, fit, robust, shift = 0) {
  cf <- coef(fit); V <- if (robust) fit$naive.var else fit$var
  put(paste0(prefix, ".loglik"), fit$loglik[2] + shift)
  for (k in seq_along(cf)) { put(paste0(prefix, ".beta.", k - 1), cf[k]); put(paste0(prefix, ".se.", k - 1), sqrt(V[k, k]))
    if (robust) put(paste0(prefix, ".robust.", k - 1), sqrt(fit$var[k, k])) }
}
note("exploded logit: survival::clogit(y ~ t1 + t2 + t3 + t4 + strata(set)), topic 5 the reference, started again until settled")
show("exploded", settled(Surv(one, y) ~ t1 + t2 + t3 + t4 + strata(set), data = X(long), clustered = FALSE), FALSE)
note("the same with weights and cluster(id), method breslow")
fw <- settled(Surv(one, y) ~ t1 + t2 + t3 + t4 + strata(set), data = X(long), weights = X(long)$w)
events <- X(long)[X(long)$y == 1, ]
note("coxph also weighs the denominators: its log-likelihood is lower by the sum of w log w, put back here")
show("weighted", fw, TRUE, sum(events$w * log(events$w)))
b <- c(0, coef(fw)); sh <- exp(b) / sum(exp(b)); J <- diag(sh) - sh %o% sh; V <- J[, -1] %*% fw$var %*% t(J[, -1])
for (k in 1:5) { put(paste0("share.", k - 1), sh[k]); put(paste0("shareSe.", k - 1), sqrt(V[k, k])) }

# best-worst: 60 workers, 5 tasks of 4 out of 6 topics
v <- c(0.8, 0.3, 0, -0.5, 1, -0.2)
tasks <- do.call(rbind, lapply(1:60, function(i) do.call(rbind, lapply(1:5, function(t) { s <- sort(sample(6, 4)); b <- s[which.max(v[s] + gum(4))]; r <- setdiff(s, b); z <- r[which.max(-v[r] + gum(3))]
  data.frame(id = i, s1 = s[1], s2 = s[2], s3 = s[3], s4 = s[4], best = b, worst = z) }))))
write.csv(tasks - 1, "tasks.csv", row.names = FALSE)
seqd <- do.call(rbind, lapply(seq_len(nrow(tasks)), function(r) { s <- as.integer(tasks[r, 2:5]); rest <- setdiff(s, tasks$best[r])
  rbind(data.frame(id = tasks$id[r], set = 2 * r, topic = s, sign = 1, y = as.integer(s == tasks$best[r])), data.frame(id = tasks$id[r], set = 2 * r + 1, topic = rest, sign = -1, y = as.integer(rest == tasks$worst[r]))) }))
d6 <- function(d) { m <- sapply(1:5, function(k) d$sign * (d$topic == k)); colnames(m) <- paste0("t", 1:5); cbind(d, m) }
note("best-worst, sequential best then worst of the rest, topic 6 the reference")
show("sequential", settled(Surv(one, y) ~ t1 + t2 + t3 + t4 + t5 + strata(set), data = d6(seqd)), TRUE)
pr <- do.call(rbind, lapply(seq_len(nrow(tasks)), function(r) { g <- expand.grid(b = as.integer(tasks[r, 2:5]), z = as.integer(tasks[r, 2:5])); g <- g[g$b != g$z, ]
  m <- sapply(1:5, function(k) (g$b == k) - (g$z == k)); colnames(m) <- paste0("t", 1:5)
  cbind(data.frame(id = tasks$id[r], set = r, y = as.integer(g$b == tasks$best[r] & g$z == tasks$worst[r])), m) }))
note("best-worst, maxdiff over ordered pairs")
show("pair", settled(Surv(one, y) ~ t1 + t2 + t3 + t4 + t5 + strata(set), data = pr), TRUE)
note("best-worst scores (best - worst) / shown by survey::svyratio, unweighted rows as respondents, no fpc")
resp <- as.data.frame(t(sapply(1:60, function(i) { d <- tasks[tasks$id == i, ]; c(sapply(1:6, function(k) sum(d$best == k) - sum(d$worst == k)), sapply(1:6, function(k) sum(d[, 2:5] == k))) })))
names(resp) <- c(paste0("n", 1:6), paste0("d", 1:6)); wt <- round(runif(60, 0.5, 2), 6); out2 <- data.frame(weight = wt); write.csv(out2, "taskweights.csv", row.names = FALSE)
des <- svydesign(id = ~1, weights = ~wt, data = cbind(resp, wt))
for (k in 1:6) { r <- svyratio(as.formula(paste0("~n", k)), as.formula(paste0("~d", k)), des); put(paste0("score.", k - 1), coef(r)); put(paste0("scoreSe.", k - 1), SE(r)) }

# generic attributes: 90 workers choose among three offers of wage (numeric), hours (numeric)
wage <- matrix(round(runif(270, 3, 9), 1), 90); hours <- matrix(sample(36:60, 270, TRUE), 90)
ch <- sapply(1:90, function(i) which.max(0.5 * wage[i, ] - 0.08 * hours[i, ] + gum(3)))
write.csv(data.frame(w1 = wage[, 1], w2 = wage[, 2], w3 = wage[, 3], h1 = hours[, 1], h2 = hours[, 2], h3 = hours[, 3], chosen = ch - 1), "options.csv", row.names = FALSE)
g <- data.frame(set = rep(1:90, 3), wage = as.vector(wage), hours = as.vector(hours), y = as.integer(rep(1:3, each = 90) == rep(ch, 3)))
note("generic conditional logit")
show("generic", settled(Surv(one, y) ~ wage + hours + strata(set), data = g, clustered = FALSE), FALSE)

note("multi-choice: share of workers naming a topic at all, survey::svymean, stratified with fpc and weights, empty ballots out of the base (domain)")
named <- t(sapply(1:N, function(i) as.integer(1:5 %in% orders[i, ]))); colnames(named) <- paste0("m", 1:5)
D <- svydesign(id = ~1, strata = ~strata, weights = ~w, fpc = ~headcount, data = data.frame(strata, w, headcount, named, any = !is.na(orders[, 1])))
m <- svymean(~m1 + m2 + m3 + m4 + m5, subset(D, any))
for (k in 1:5) { put(paste0("named.", k - 1), coef(m)[k]); put(paste0("namedSe.", k - 1), SE(m)[k]) }
put("leadSe", SE(svycontrast(m, c(1, 0, 0, 0, -1))))
for (k in 1:5) { q <- svyciprop(as.formula(paste0("~m", k)), subset(D, any), method = "logit"); put(paste0("namedLower.", k - 1), attr(q, "ci")[1]); put(paste0("namedUpper.", k - 1), attr(q, "ci")[2]) }
note("Borda points m-1-place; unranked the average of the places left; mean by svymean in the same domain")
pts <- t(sapply(1:N, function(i) { o <- orders[i, !is.na(orders[i, ])]; p <- rep((5 - length(o) - 1) / 2, 5); p[o] <- 4 - (seq_along(o) - 1); p })); colnames(pts) <- paste0("p", 1:5)
DB <- svydesign(id = ~1, strata = ~strata, weights = ~w, fpc = ~headcount, data = data.frame(strata, w, headcount, pts, any = !is.na(orders[, 1])))
mb <- svymean(~p1 + p2 + p3 + p4 + p5, subset(DB, any))
for (k in 1:5) { put(paste0("borda.", k - 1), coef(mb)[k]); put(paste0("bordaSe.", k - 1), SE(mb)[k]) }
note("exploded logit under the design: score influences summed by worker, svytotal's variance (no rescaling)")
dfb <- residuals(fw, type = "dfbeta", weighted = TRUE); infl <- rowsum(dfb, X(long)$id)
full <- matrix(0, N, 4); full[as.integer(rownames(infl)), ] <- infl
dd <- svydesign(id = ~1, strata = ~strata, probs = ~one, fpc = ~headcount, data = data.frame(strata, headcount, one = 1, full))
tot <- svytotal(~X1 + X2 + X3 + X4, dd); for (k in 1:4) put(paste0("designSe.", k - 1), SE(tot)[k])
writeLines(out, "golden.tsv")
