"""Computes what Tests/StatisticsTests holds the module Statistics against: with SciPy, statsmodels, lifetimes, mlxtend and NumPy.

    python Tests/statistics/reference.py FOLDER

writes reference.json, one object {function: [{"in": …, "out": …}]}, and cdnow.csv, the customers of the online shop CDNOW
that lifetimes brings along (P. S. Fader and B. G. S. Hardie, www.brucehardie.com). Inputs are seeded, so the same libraries
write the same files. Where no library has a function, its formula is written out here once more. Infinity is the text "inf".
"""

import itertools
import json
import math
import pathlib
import sys
import warnings

import lifetimes
import lifetimes.datasets
import mlxtend.frequent_patterns
import mlxtend.preprocessing
import numpy as np
import pandas as pd
import statsmodels.api as sm
from scipy import integrate, optimize, special, stats
from statsmodels.duration.survfunc import SurvfuncRight, survdiff
from statsmodels.stats import multitest, proportion
from statsmodels.tsa.exponential_smoothing.ets import ETSModel

CASES: dict[str, list] = {}
Z = stats.norm.ppf(0.975)
COUNTS = [(0, 20), (20, 20), (1, 10), (50, 100), (3, 7), (4350, 5000), (120, 4000), (1, 100_000), (123_456, 5_000_000), (999_999, 1_000_000)]
PAIRS = [
    ((0, 30), (2, 30)), ((30, 30), (28, 30)), ((1, 10), (5, 12)), ((120, 4000), (151, 4012)), ((40, 100), (40, 100)),
    ((0, 50), (0, 60)), ((52_000, 1_000_000), (52_900, 1_000_400)), ((20, 100), (200_000, 1_000_000)), ((9, 5000), (31, 5100)),
    ((199_000, 1_000_000), (21, 100)), ((3, 4), (1, 40)), ((60, 60), (55, 55)),
]


def main(folder: str) -> None:
    warnings.simplefilter("ignore")
    for part in (
        distributions, proportions, experiments, means, correlations, lines, smoothing, series, survival, customers, decomposition,
        attribution, advertising, service, bootstraps,
    ):
        part()
    path = pathlib.Path(folder)
    rows = ",\n".join(
        json.dumps(name) + ": [\n" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases) + "\n]"
        for name, cases in sorted(CASES.items())
    )
    (path / "reference.json").write_text("{\n" + rows + "\n}\n", encoding="utf-8")
    cdnow().to_csv(path / "cdnow.csv", index=False, lineterminator="\n")


def case(name: str, inputs: dict, outputs: dict) -> None:
    CASES.setdefault(name, []).append({"in": plain(inputs), "out": plain(outputs)})


def plain(value):
    """Numbers and lists as JSON has them."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple, np.ndarray, pd.Series)):
        return [plain(each) for each in value]
    if isinstance(value, (np.integer, int)):
        return int(value)
    if isinstance(value, (np.floating, float)):
        value = float(value)
        if math.isnan(value):
            raise ValueError("a reference value is not a number")
        return ("inf" if value > 0 else "-inf") if math.isinf(value) else int(value) if value.is_integer() and abs(value) < 1e15 else value
    return value


def random(seed: int) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(seed))


def interval(value, low, high) -> dict:
    return {"value": value, "low": low, "high": high}


def around(value, half) -> dict:
    return interval(value, value - half, value + half)


# Distributions


def distributions() -> None:
    for x in (-37, -8, -3, -1.96, -0.3, 0, 1e-9, 0.5, 1, 2.5, 5, 8):
        case("Normal", {"x": x}, {"cdf": special.ndtr(x), "twoSided": special.erfc(abs(x) / math.sqrt(2))})
    for p in (1e-300, 1e-20, 1e-9, 0.001, 0.025, 0.0749, 0.0751, 0.3, 0.5, 0.7, 0.9249, 0.975, 0.999, 1 - 1e-12):
        case("Normal.quantile", {"p": p}, {"x": special.ndtri(p)})
    for shape in (0.01, 0.5, 1, 2.5, 10, 123.4, 1e4, 1e6, 1e8):
        # SciPy's series ends too early where a shape is that large and the value further out: 7.0e-10 instead of 9.8e-10 for 1e8 − 6e4.
        for score in (-6, -2, -0.5, 0, 0.001, 0.5, 2, 6) if shape < 1e6 else (-4, -2, 0, 0.001, 0.5, 2, 4):
            x = shape + score * math.sqrt(shape)
            if x > 0:
                case("Gamma", {"x": x, "shape": shape}, {"cdf": special.gammainc(shape, x), "upper": special.gammaincc(shape, x)})
        for p in (1e-6, 0.025, 0.5, 0.975, 0.9999):
            if shape >= 0.5 and (p > 1e-5 or shape < 1e6):
                case("Gamma.quantile", {"p": p, "shape": shape}, {"x": special.gammaincinv(shape, p)})
    for degrees in (1, 2, 3, 10, 100, 5000):
        for x in (1e-6, 0.1, 1, 3.84, 20, 120, 5200):
            case("ChiSquare", {"x": x, "degrees": degrees}, {"upper": stats.chi2.sf(x, degrees)})
        case("ChiSquare.quantile", {"p": 0.95, "degrees": degrees}, {"x": stats.chi2.ppf(0.95, degrees)})
    for a, b in ((0.5, 0.5), (1, 1), (0.5, 20.5), (2, 5), (40.5, 60.5), (3000.5, 0.5), (5e4, 9.5e5), (1e6, 1e6)):
        mean, deviation = a / (a + b), math.sqrt(a * b / ((a + b) ** 2 * (a + b + 1)))
        for score in (-5, -2, -0.3, 0, 0.3, 2, 5):
            x = mean + score * deviation
            if 0 < x < 1:
                case("Beta", {"x": x, "a": a, "b": b}, {"cdf": special.betainc(a, b, x), "density": stats.beta.pdf(x, a, b)})
        for p in (1e-6, 0.025, 0.5, 0.975):
            case("Beta.quantile", {"p": p, "a": a, "b": b}, {"x": special.betaincinv(a, b, p)})
    for degrees in (1, 2, 3.7, 10, 99.5, 1e4, 1e6, 1e8):
        for t in (0, 0.01, 0.5, -1, 1.96, 4, 12, 60):
            case("StudentT", {"t": t, "degrees": degrees}, {"twoSided": 2 * stats.t.sf(abs(t), degrees)})
        for p in (1e-6, 0.025, 0.3, 0.5, 0.975, 0.9999):
            case("StudentT.quantile", {"p": p, "degrees": degrees}, {"t": stats.t.ppf(p, degrees)})


# Proportions


def proportions() -> None:
    for successes, trials in COUNTS:
        low, high = proportion.proportion_confint(successes, trials, method="wilson")
        case("wilsonInterval", {"successes": successes, "trials": trials}, {"low": low, "high": high})
    for control, treatment in PAIRS:
        two = {"control": control, "treatment": treatment}
        q, p = control[0] / control[1], treatment[0] / treatment[1]
        low, high = proportion.confint_proportions_2indep(*treatment, *control, method="newcomb", compare="diff")
        case("TwoProportions.difference", two, interval(p - q, low, high))
        if p > 0 and q > 0:
            low, high = proportion.confint_proportions_2indep(*treatment, *control, method="log", compare="ratio")
            case("TwoProportions.lift", two, interval(p / q - 1, low - 1, high - 1))
        if 0 < control[0] + treatment[0] < control[1] + treatment[1]:
            _, p_value = proportion.proportions_ztest([treatment[0], control[0]], [treatment[1], control[1]])
            case("TwoProportions.pValue", two, {"pValue": p_value})
        case("probabilityOfBeing", two, {"probability": above(treatment, control)})
    for events, exposure, level in ((0, 10, 0.95), (1, 3.5, 0.95), (12, 100, 0.9), (400, 1e6, 0.95), (5, 0.01, 0.99), (1_000_000, 30, 0.95)):
        tail = (1 - level) / 2
        low = 0 if events == 0 else stats.chi2.ppf(tail, 2 * events) / 2
        high = stats.chi2.ppf(1 - tail, 2 * events + 2) / 2
        case("poissonRate", {"events": events, "exposure": exposure, "level": level}, interval(events / exposure, low / exposure, high / exposure))


def above(treatment, control) -> float:
    """P(treatment's rate > control's), integrated over the narrower of the two posteriors."""
    a, b = ([s + 0.5, n - s + 0.5] for s, n in (treatment, control))
    flipped = stats.beta.std(*a) > stats.beta.std(*b)
    narrow, wide = (b, a) if flipped else (a, b)
    other = (lambda x: special.betaincc(*wide, x)) if flipped else (lambda x: special.betainc(*wide, x))
    # Under x = sin²(angle) the density has no poles.
    low, high = (math.asin(math.sqrt(x)) for x in (stats.beta.ppf(1e-18, *narrow), stats.beta.isf(1e-18, *narrow)))

    def density(angle):
        s, c = math.sin(angle), math.cos(angle)
        return math.exp((2 * narrow[0] - 1) * math.log(s) + (2 * narrow[1] - 1) * math.log(c) - special.betaln(*narrow))

    edges = np.linspace(low, high, 41)
    part, whole = (
        math.fsum(integrate.quad(function, *pair, epsabs=1e-15, epsrel=1e-13)[0] for pair in zip(edges, edges[1:]))
        for function in (lambda angle: density(angle) * other(math.sin(angle) ** 2), density)
    )
    return part / whole


def experiments() -> None:
    for counts, shares in (
        ([5000, 5100], None), ([10, 10, 10], None), ([821_588, 815_482], None), ([90, 10], [0.9, 0.1]), ([60, 25, 25], [0.5, 0.25, 0.25]), ([0, 30], None),
    ):
        total = sum(counts)
        test = stats.chisquare(counts, [total * share for share in shares] if shares else None)
        case("sampleRatioTest", {"counts": counts, "shares": shares}, {"statistic": test.statistic, "pValue": test.pvalue})
    numbers = random(11)
    for p_values in ([0.01, 0.04, 0.03, 0.5], [0.02], [0, 0, 1, 1, 0.5, 0.5], [0.001] * 5, list(numbers.uniform(size=40).round(4)), list((numbers.uniform(size=25) ** 4).round(6))):
        case("benjaminiHochberg", {"pValues": p_values}, {"adjusted": multitest.multipletests(p_values, method="fdr_bh")[1]})
    for rate, lift, power in ((0.03, 0.1, 0.8), (0.05, -0.2, 0.9), (0.5, 0.02, 0.8), (0.001, 0.5, 0.95), (0.9, 0.05, 0.8), (0.02, 2, 0.5)):
        other = rate * (1 + lift)
        middle = (rate + other) / 2
        top = Z * math.sqrt(2 * middle * (1 - middle)) + stats.norm.ppf(power) * math.sqrt(rate * (1 - rate) + other * (1 - other))
        size = (top / (other - rate)) ** 2
        # Statsmodels leaves the far tail out as well.
        assert math.isclose(size, proportion.samplesize_proportions_2indep_onetail(other - rate, rate, power, alpha=0.05), rel_tol=1e-9)
        case("Power.sampleSize", {"rate": rate, "lift": lift, "power": power}, {"size": size})
        if lift > 0:
            case("Power.detectableLift", {"rate": rate, "count": size, "power": power}, {"lift": lift})
    for deviation, count, tightest, level in ((1, 1, 1000, 0.95), (0.2, 500, 500, 0.95), (3, 10_000, 500, 0.9), (0.2, 1e6, 2e5, 0.99)):
        alpha = 1 - level
        rho = math.sqrt((-2 * math.log(alpha) + math.log(-2 * math.log(alpha)) + 1) / tightest)
        half = deviation * math.sqrt(2 * (count * rho**2 + 1) / (count**2 * rho**2) * math.log(math.sqrt(count * rho**2 + 1) / alpha))
        case("sequentialHalfWidth", {"deviation": deviation, "count": count, "tightest": tightest, "level": level}, {"half": half})


# Means


def means() -> None:
    numbers = random(12)
    samples = [
        [1, 2], [3, 3, 3, 4], list(numbers.normal(50, 9, 30).round(3)), list(numbers.lognormal(3, 1, 40).round(2)), list(numbers.normal(-2, 1, 12).round(3)),
        list(numbers.poisson(0.3, 60)), list(numbers.normal(1000, 1, 25).round(4)), [5, 5, 5],
    ]
    for sample in samples:
        if np.std(sample) > 0:
            low, high = stats.t.interval(0.95, len(sample) - 1, np.mean(sample), stats.sem(sample))
            case("Moments.estimate", {"values": sample}, interval(np.mean(sample), low, high) | {"variance": np.var(sample, ddof=1)})
    for first, second in ((0, 1), (2, 3), (4, 2), (3, 5), (7, 2), (6, 2), (1, 0), (5, 5)):
        control, treatment = samples[first], samples[second]
        test = stats.ttest_ind(treatment, control, equal_var=False)
        bounds = test.confidence_interval()
        out = {"difference": interval(np.mean(treatment) - np.mean(control), bounds.low, bounds.high), "pValue": test.pvalue, "degrees": test.df}
        if np.mean(control) > 0 and np.mean(treatment) > 0:
            log_ratio = math.log(np.mean(treatment) / np.mean(control))
            error = math.sqrt(sum(np.var(x, ddof=1) / len(x) / np.mean(x) ** 2 for x in (control, treatment)))
            out["lift"] = interval(math.expm1(log_ratio), math.expm1(log_ratio - Z * error), math.expm1(log_ratio + Z * error))
        case("Welch", {"control": control, "treatment": treatment}, out)
    for size, factor in ((40, 1), (25, 1.2), (120, 0.7)):
        sides, out = {}, {}
        for side, scale in (("control", 1), ("treatment", factor)):
            bottom = numbers.poisson(3, size) + 1
            top = (bottom * scale * numbers.lognormal(2, 0.5, size)).round(2)
            ratio = top.sum() / bottom.sum()
            # The delta method on raw rows: the mean of (top − ratio × bottom) ÷ the mean of bottom.
            variance = np.var(top - ratio * bottom, ddof=1) / size / bottom.mean() ** 2
            sides[side] = {"top": top, "bottom": bottom}
            out[side] = around(ratio, Z * math.sqrt(variance)) | {"variance": variance}
        difference = out["treatment"]["value"] - out["control"]["value"]
        error = math.sqrt(out["treatment"]["variance"] + out["control"]["variance"])
        out["difference"] = around(difference, Z * error)
        out["pValue"] = 2 * stats.norm.sf(abs(difference / error))
        case("RatioOfMeans", sides, out)
    for size, link in ((30, 0.9), (80, 0.5), (50, 0)):
        sides = {}
        for side, effect in (("control", 0), ("treatment", 2)):
            before = numbers.normal(20, 5, size + (side == "control") * 7).round(3)
            sides[side] = {"before": before, "outcome": (link * before + effect + numbers.normal(0, 3, before.size)).round(3)}
        both = sides.values()
        products = sum(np.sum((s["outcome"] - s["outcome"].mean()) * (s["before"] - s["before"].mean())) for s in both)
        squares = sum(np.sum((s["before"] - s["before"].mean()) ** 2) for s in both)
        outcomes = sum(np.sum((s["outcome"] - s["outcome"].mean()) ** 2) for s in both)
        theta, centre = products / squares, np.concatenate([s["before"] for s in both]).mean()
        adjusted = {side: s["outcome"] - theta * (s["before"] - centre) for side, s in sides.items()}
        test = stats.ttest_ind(adjusted["treatment"], adjusted["control"], equal_var=False)
        bounds = test.confidence_interval()
        case("CUPED", sides, {
            "theta": theta, "correlation": products / math.sqrt(squares * outcomes), "means": [x.mean() for x in adjusted.values()],
            "variances": [x.var(ddof=1) for x in adjusted.values()],
            "difference": interval(adjusted["treatment"].mean() - adjusted["control"].mean(), bounds.low, bounds.high), "pValue": test.pvalue,
        })
    for promoters, detractors, count in ((50, 20, 100), (0, 0, 30), (10, 0, 10), (0, 7, 9), (4210, 3900, 12_000), (1, 1, 2)):
        answers = np.repeat([1, -1, 0], [promoters, detractors, count - promoters - detractors])
        half = Z * answers.std() / math.sqrt(count)
        case("promoterScore", {"promoters": promoters, "detractors": detractors, "count": count}, interval(answers.mean(), max(-1, answers.mean() - half), min(1, answers.mean() + half)))
    for days, effect in ((14, 5), (7, 0), (30, -12)):
        common = numbers.normal(0, 8, 2 * days)
        treated, control = ((base + common + numbers.normal(0, 3, 2 * days)).round(2) for base in (100, 80))
        treated[days:] += effect
        test = stats.ttest_ind((treated - control)[days:], (treated - control)[:days], equal_var=False)
        bounds = test.confidence_interval()
        gap = (treated - control)[days:].mean() - (treated - control)[:days].mean()
        case("differenceInDifferences", {"treated": treated.round(2), "control": control, "days": days}, interval(gap, bounds.low, bounds.high) | {"pValue": test.pvalue})


def correlations() -> None:
    numbers = random(13)
    for size, link in ((4, 1), (10, -0.6), (50, 0.1), (200, 3)):
        x = numbers.normal(10, 2, size).round(3)
        y = (link * x + numbers.normal(0, 1.5, size)).round(3)
        test = stats.pearsonr(x, y)
        bounds = test.confidence_interval()
        case("correlation", {"x": x, "y": y}, interval(test.statistic, bounds.low, bounds.high))
    case("correlation", {"x": [1, 2, 3, 4, 5], "y": [2, 4, 6, 8, 10]}, interval(1, 1, 1))


# Lines


def lines() -> None:
    numbers = random(14)
    for size, width, scale in ((6, 2, 1), (24, 4, 1), (40, 8, 1000), (60, 3, 1e-3)):
        rows = np.column_stack([np.ones(size), numbers.normal(5, 2, (size, width - 1)).round(3)])
        outcomes = (rows @ numbers.normal(0, 3, width) * scale + numbers.normal(0, 2 * scale, size)).round(6)
        fit = sm.OLS(outcomes, rows).fit()
        new = np.column_stack([np.ones(5), numbers.normal(5, 2, (5, width - 1)).round(3)])
        bounds = fit.get_prediction(new).conf_int(obs=True)
        case("LinearModel", {"rows": rows, "outcomes": outcomes, "new": new}, {
            "coefficients": fit.params, "errors": fit.bse, "bounds": fit.conf_int(), "pValues": fit.pvalues, "rSquared": fit.rsquared, "variance": fit.mse_resid,
            "degrees": fit.df_resid, "residuals": fit.resid, "inverse": fit.normalized_cov_params,
            "predictions": [interval(*x) for x in zip(fit.predict(new), bounds[:, 0], bounds[:, 1])], "sum": predicted_sum(fit, new),
        })
    for days, noise in ((10, 0.3), (40, 0.05), (6, 0.0)):
        values = (1000 * np.exp(-0.12 * np.arange(days) + numbers.normal(0, noise, days))).round(4)
        values[1] = 0 if days == 10 else values[1]
        seen = values > 0
        fit = sm.OLS(np.log(values[seen]), sm.add_constant(np.arange(days)[seen].astype(float))).fit()
        low, high = fit.conf_int()[1]
        case("Decay", {"days": np.arange(days), "values": values}, {
            "start": math.exp(fit.params[0]), "rate": interval(-fit.params[1], -high, -low), "rSquared": fit.rsquared,
            "halfLife": interval(-math.log(2) / fit.params[1], -math.log(2) / low, -math.log(2) / high if high < 0 else math.inf),
        })
    for before, after, period, controls, has_trend in ((28, 7, 7, 0, False), (60, 21, 7, 1, True), (20, 5, 1, 2, False), (30, 10, 7, 1, False), (24, 12, 12, 0, False)):
        total = before + after
        extra = [(50 + numbers.normal(0, 5, total)).round(2) for _ in range(controls)]
        values = (200 + 10 * (np.arange(total) % period) + 0.4 * np.arange(total) * has_trend + 0.8 * sum(extra) + numbers.normal(0, 6, total)).round(2)
        values[before:] += 15
        rows = np.column_stack(
            [np.ones(total)] + ([np.arange(total) - float(before)] if has_trend else []) + [np.arange(total) % period == place for place in range(1, period)] + extra
        ).astype(float)
        fit = sm.OLS(values[:before], rows[:before]).fit()
        bounds = fit.get_prediction(rows[before:]).conf_int(obs=True)
        whole, actual = predicted_sum(fit, rows[before:]), values[before:].sum()
        case("Counterfactual", {"before": values[:before], "after": values[before:].round(2), "period": period, "controls": extra, "hasTrend": int(has_trend)}, {
            "expected": [interval(*x) for x in zip(fit.predict(rows[before:]), bounds[:, 0], bounds[:, 1])],
            "effect": interval(actual - whole["value"], actual - whole["high"], actual - whole["low"]),
            "relative": interval(actual / whole["value"] - 1, actual / whole["high"] - 1, actual / whole["low"] - 1),
            "autocorrelation": np.sum(fit.resid[1:] * fit.resid[:-1]) / np.sum(fit.resid**2), "rSquared": fit.rsquared,
        })
    rosen = optimize.minimize(optimize.rosen, [-1.2, 1], method="Nelder-Mead", options={"xatol": 1e-10, "fatol": 1e-16, "maxiter": 10_000})
    case("minimize", {"start": [-1.2, 1], "function": "rosenbrock"}, {"value": max(0, round(rosen.fun, 9)), "point": rosen.x.round(6)})
    case("minimize", {"start": [1, 2, -1, 0.5], "function": "rosenbrock"}, {"value": 0, "point": [1, 1, 1, 1]})
    booth = optimize.minimize(lambda p: (p[0] + 2 * p[1] - 7) ** 2 + (2 * p[0] + p[1] - 5) ** 2, [0, 0], method="BFGS")
    case("minimize", {"start": [0, 0], "function": "booth"}, {"value": max(0, round(booth.fun, 9)), "point": booth.x.round(6)})


def predicted_sum(fit, rows) -> dict:
    """New observations' sum: the coefficients' covariance is common to all, each error is its own."""
    weights = rows.sum(axis=0)
    variance = weights @ fit.cov_params() @ weights + len(rows) * fit.mse_resid
    return around(weights @ fit.params, stats.t.ppf(0.975, fit.df_resid) * math.sqrt(variance))


# Exponential smoothing


def smoothing() -> None:
    numbers = random(15)
    steps = 17
    for trend, period, size in itertools.product(("none", "linear", "damped"), (1, 7), (30, 45)):
        values = wave(numbers, size, period, trend)
        level, slope, seasons = values[:period].mean(), 0.0 if trend == "none" else 0.4, np.round(values[:period] - values[:period].mean(), 3) if period > 1 else np.zeros(1)
        given = {"level": 0.3, "trend": 0.0 if trend == "none" else 0.06, "season": 0.2 if period > 1 else 0.0, "damping": 0.9 if trend == "damped" else 1.0}
        model = ets(values, period, trend)
        states = [level] + ([slope] if trend != "none" else []) + (list(seasons[::-1]) if period > 1 else [])
        chosen = [given["level"]] + ([given["trend"]] if trend != "none" else []) + ([given["season"]] if period > 1 else []) + ([given["damping"]] if trend == "damped" else [])
        run = model.smooth(np.array(chosen + states))
        ahead = run.get_prediction(start=size, end=size + steps - 1)
        # Relative to the variance of one error, so that it does not matter by which denominator that is estimated.
        spread = ahead.forecast_variance / run.scale
        case("HoltWinters", {"values": values, "period": period, "trend": trend, "parameters": given, "level": level, "slope": slope, "seasons": seasons, "steps": steps}, {
            "fitted": run.fittedvalues, "squares": run.sse, "forecast": ahead.predicted_mean, "spread": spread, "sumSpread": sum_spread(given, period, steps),
        })
    for trend, period, size in [
        ("none", 1, 30), ("none", 1, 120), ("linear", 1, 40), ("linear", 1, 150), ("damped", 1, 60), ("damped", 1, 200),
        ("none", 7, 30), ("none", 7, 90), ("linear", 7, 50), ("linear", 7, 140), ("damped", 7, 56), ("damped", 7, 100), ("damped", 7, 200), ("none", 7, 200),
    ]:
        values = wave(numbers, size, period, trend)
        fit = ets(values, period, trend).fit(maxiter=20_000, disp=False)
        case("HoltWinters.fitted", {"values": values, "period": period, "trend": trend}, {"squares": fit.sse})


def wave(numbers, size, period, trend) -> np.ndarray:
    """A level that wanders, and a week."""
    week = np.array([0, 3, -2, 4, 9, -6, -8])
    drift = {"none": 0, "linear": 0.5, "damped": 0.8}[trend]
    values = 100 + drift * np.arange(size) + np.cumsum(numbers.normal(0, 1.2, size)) + numbers.normal(0, 3, size)
    return (values + (week[np.arange(size) % 7] if period == 7 else 0)).round(2)


def ets(values, period, trend) -> ETSModel:
    return ETSModel(
        pd.Series(values), error="add", trend=None if trend == "none" else "add", damped_trend=trend == "damped", seasonal="add" if period > 1 else None,
        seasonal_periods=period if period > 1 else None, initialization_method="estimated",
    )


def sum_spread(given, period, steps) -> float:
    """The variance of the sum of forecasts, in units of one error's: by letting each error run through the recursion by itself."""
    total = 0.0
    for shocked in range(steps):
        level = slope = answer = 0.0
        seasons = [0.0] * period
        for step in range(steps):
            error = 1.0 if step == shocked else 0.0
            carried = given["damping"] * slope
            answer += level + carried + seasons[step % period] + error
            level, slope = level + carried + given["level"] * error, carried + given["trend"] * error
            seasons[step % period] += given["season"] * error
        total += answer**2
    return total


# Other series


def series() -> None:
    numbers = random(16)
    for size, period in ((12, 1), (30, 7), (5, 1)):
        training = numbers.normal(100, 10, 4 * size).round(2)
        actual, forecast = numbers.normal(100, 10, size).round(2), numbers.normal(101, 5, size).round(2)
        naive = np.abs(training[period:] - training[:-period]).mean()
        case("ForecastErrors", {"actual": actual, "forecast": forecast, "training": training, "period": period}, {
            "wape": np.abs(actual - forecast).sum() / actual.sum(), "bias": forecast.sum() / actual.sum() - 1, "mase": np.abs(actual - forecast).mean() / naive,
        })
    for size, period, missing in ((28, 7, 3), (48, 24, 0), (15, 1, 2)):
        values = (numbers.normal(100, 4, size) + 10 * (np.arange(size) % period)).round(2)
        values[size // 2] += 60
        known = np.ones(size, bool)
        known[numbers.choice(size, missing, replace=False)] = False
        usual = np.array([np.median(values[known & (np.arange(size) % period == place)]) for place in np.arange(size) % period])
        rest = (values - usual)[known]
        # The places' medians are taken off already, so the spread is about 0.
        spread = 1.4826 * stats.median_abs_deviation(rest, center=lambda x, axis: np.zeros(()))
        case("robustScores", {"values": [x if k else None for x, k in zip(values, known)], "period": period}, {
            "usual": [u if k else None for u, k in zip(usual, known)], "score": [s if k else None for s, k in zip((values - usual) / spread, known)],
        })
    for values in ([3], [1, 2], list(numbers.lognormal(2, 1, 41).round(3)), [4, 4, 4, 9], list(numbers.normal(0, 5, 30).round(3))):
        for p in (0, 0.05, 0.5, 0.9, 1):
            case("quantile", {"values": values, "p": p}, {"value": np.quantile(values, p)})
    for size, p in itertools.product((6, 50, 99, 400), (0.25, 0.5, 0.9)):
        values = numbers.lognormal(2, 1, size).round(3)
        # Conover's order statistics with the binomial distribution itself; those between which too little lies are none.
        low, high = stats.binom.ppf(0.025, size, p) - 1, stats.binom.ppf(0.975, size, p)
        ordered = np.sort(values)
        found = interval(np.quantile(values, p), ordered[int(low)], ordered[int(high)]) if low >= 0 and high < size else {}
        case("quantileEstimate", {"values": values, "p": p}, found)


# Survival


def survival() -> None:
    numbers = random(17)
    groups = []
    for size, scale, watch in ((12, 5, 100), (40, 10, 12), (200, 30, 40), (25, 3, 4), (6, 50, 10), (300, 12, 20)):
        times, limits = np.ceil(numbers.exponential(scale, size)), np.ceil(numbers.uniform(1, watch, size))
        groups.append((np.minimum(times, limits), (times <= limits).astype(int)))
    groups.append((np.array([3.0, 3, 3, 5, 5, 8]), np.array([1, 1, 0, 1, 0, 1])))
    for times, status in groups:
        curve = SurvfuncRight(times, status)
        survivals, errors = curve.surv_prob, curve.surv_prob_se
        bounds = []
        for share, error in zip(survivals, errors):
            if share < 1e-12:
                bounds.append((0, 0, 0))
                continue
            middle, half = math.log(-math.log(share)), Z * error / share / abs(math.log(share))
            bounds.append((share, math.exp(-math.exp(middle + half)), math.exp(-math.exp(middle - half))))
        quantiles = []
        for p in (0.25, 0.5, 0.75):
            # Statsmodels takes the first time after the share p had the event; here it is the one by which it had.
            reached = survivals <= 1 - p + 1e-12
            if reached.any():
                time = curve.surv_times[reached][0]
                assert time == curve.quantile(p) or math.isclose(survivals[reached][0], 1 - p)
                low, high = curve.quantile_ci(p, method="cloglog")
                quantiles.append({"p": p} | interval(time, low, high))
        case("KaplanMeier", {"rows": counted(times, status)}, {
            "times": curve.surv_times, "atRisk": curve.n_risk, "events": curve.n_events, "survival": [interval(*x) for x in bounds],
            "absent": [p for p in (0.25, 0.5, 0.75) if not (survivals <= 1 - p + 1e-12).any()], "quantiles": quantiles,
        })
    for first, second in ((0, 1), (1, 2), (2, 5), (3, 0), (6, 3)):
        (t, s), (u, v) = groups[first], groups[second]
        statistic, p_value = survdiff(np.concatenate([t, u]), np.concatenate([s, v]), np.repeat([0, 1], [len(t), len(u)]))
        case("logRankTest", {"a": counted(t, s), "b": counted(u, v)}, {"statistic": statistic, "pValue": p_value})


def counted(times, status) -> list:
    return [[time, int(np.sum((times == time) & (status == 1))), int(np.sum((times == time) & (status == 0)))] for time in np.unique(times)]


# Customers


def cdnow() -> pd.DataFrame:
    table = lifetimes.datasets.load_cdnow_summary_data_with_monetary_value()
    table.columns = ["frequency", "recency", "age", "value"]
    return table.groupby(["frequency", "recency", "age", "value"]).size().rename("people").reset_index()


def customers() -> None:
    table = lifetimes.datasets.load_cdnow_summary_data_with_monetary_value()
    fit = lifetimes.BetaGeoFitter().fit(table["frequency"], table["recency"], table["T"], tol=1e-9)
    r, alpha, a, b = fit.params_
    # As published: Fader, Hardie and Lee 2005, table 2.
    assert [round(x, 3) for x in (r, alpha, a, b)] == [0.243, 4.414, 0.793, 2.426]
    case("BetaGeometric.fitted", {"table": "cdnow.csv"}, {"r": r, "alpha": alpha, "a": a, "b": b})
    for parameters in ((0.243, 4.414, 0.793, 2.426), (1.3, 20.5, 1.9, 0.7), (0.6, 8, 0.25, 3.5)):
        model = lifetimes.BetaGeoFitter()
        model.params_ = pd.Series(parameters, ["r", "alpha", "a", "b"])
        model.predict = model.conditional_expected_number_of_purchases_up_to_time
        given = dict(zip(("r", "alpha", "a", "b"), parameters))
        for frequency, recency, age in ((0, 0, 38.86), (2, 30.43, 38.86), (1, 1.71, 38.86), (26, 30.86, 31), (7, 5, 60), (40, 38, 38.86)):
            for time in (1, 39, 300):
                case("BetaGeometric", given | {"frequency": frequency, "recency": recency, "age": age, "time": time}, {
                    "alive": np.ravel(model.conditional_probability_alive(frequency, recency, age))[0],
                    "next": np.ravel(model.conditional_expected_number_of_purchases_up_to_time(time, frequency, recency, age))[0],
                    "new": np.ravel(model.expected_number_of_purchases_up_to_time(time))[0],
                })
    seen = table[table["frequency"] > 0]
    value = lifetimes.GammaGammaFitter().fit(seen["frequency"], seen["monetary_value"], tol=1e-9)
    p, q, v = value.params_
    case("GammaGamma.fitted", {"table": "cdnow.csv"}, {"p": p, "q": q, "v": v})
    for frequency, mean in ((1, 20.5), (3, 88.1), (29, 40), (1, 0.5), (2, 1000)):
        expected = value.conditional_expected_average_profit(pd.Series([frequency]), pd.Series([mean]))
        case("GammaGamma", {"p": p, "q": q, "v": v, "frequency": frequency, "mean": mean}, {"value": expected.iloc[0]})
    for margin, retention, discount, periods in ((20, 0.8, 0.1, 12), (100, 1.1, 0.1, 5), (5, 0, 0.02, 4), (7.5, 0.99, 0.0, 36), (3, 0.5, 0.2, 0)):
        value = sum(margin * (retention / (1 + discount)) ** t for t in range(periods))
        case("LifetimeValue.annuity", {"margin": margin, "retention": retention, "discount": discount, "periods": periods}, {"value": value})
    numbers = random(18)
    for values in ([1, 1, 1], [0, 0, 5], [3], list(numbers.lognormal(3, 1.5, 60).round(2)), list(numbers.poisson(2, 40))):
        x = np.array(values, float)
        case("Concentration", {"values": values}, {
            "gini": np.abs(x[:, None] - x[None, :]).mean() / (2 * x.mean()), "herfindahl": np.sum((x / x.sum()) ** 2),
        })


# Decomposition


def decomposition() -> None:
    numbers = random(19)
    factors = [([1e6, 0.025, 1600], [1.1e6, 0.03, 1669]), ([2, 3], [2, 3]), ([1, 1], [1 + 1e-9, 1]), ([5, 8], [8, 5])]
    factors += [(list(numbers.lognormal(0, 1, size).round(4)), list(numbers.lognormal(0, 1, size).round(4))) for size in (1, 3, 6)]
    for before, after in factors:
        old, new = math.prod(before), math.prod(after)
        mean = old if new == old else (new - old) / math.log1p((new - old) / old)
        effects = [mean * math.log(y / x) for x, y in zip(before, after)]
        case("logMeanDivisia", {"before": before, "after": after}, {"effects": effects})
        worths = {mask: math.prod(after[i] if mask >> i & 1 else before[i] for i in range(len(before))) for mask in range(1 << len(before))}
        case("shapleyFactors", {"before": before, "after": after}, {"effects": shapley(len(before), worths)})
    games = [(2, [0, 0.05, 0.03, 0.1]), (1, [2, 5]), (3, list(numbers.uniform(0, 10, 8).round(3))), (5, list(numbers.uniform(-3, 10, 32).round(3)))]
    for players, worths in games:
        case("shapleyValues", {"players": players, "worths": worths}, {"values": shapley(players, dict(enumerate(worths)))})
    for size in (2, 4, 9):
        bottom = numbers.integers(50, 5000, (2, size)).astype(float)
        top = (bottom * numbers.uniform(0.01, 0.2, (2, size))).round(0)
        if size == 4:
            top[0, 1] = bottom[0, 1] = top[1, 2] = bottom[1, 2] = 0
        weights = bottom / bottom.sum(axis=1, keepdims=True)
        with np.errstate(invalid="ignore"):
            rates = top / bottom
        rates = np.where(np.isnan(rates), rates[::-1], rates)
        ratios = top.sum(axis=1) / bottom.sum(axis=1)
        case("MixAndRate", {"before": np.column_stack([top[0], bottom[0]]), "after": np.column_stack([top[1], bottom[1]])}, {
            "rate": (rates[1] - rates[0]) * weights.mean(axis=0), "mix": (weights[1] - weights[0]) * (rates.mean(axis=0) - ratios.mean()), "change": ratios[1] - ratios[0],
        })
        plan, actual = (np.column_stack([numbers.integers(0, 500, size), numbers.uniform(1, 90, size).round(2)]) for _ in range(2))
        shares = plan[:, 0] / plan[:, 0].sum()
        sold = actual[:, 0].sum()
        case("PriceVolumeMix", {"plan": plan, "actual": actual}, {
            "price": (actual[:, 1] - plan[:, 1]) * actual[:, 0], "volume": (sold - plan[:, 0].sum()) * shares * plan[:, 1],
            "mix": (actual[:, 0] / sold - shares) * sold * plan[:, 1],
        })


def shapley(players, worths) -> list:
    """The mean over all orders in which the players can come."""
    values = np.zeros(players)
    for order in itertools.permutations(range(players)):
        mask = 0
        for player in order:
            values[player] += worths[mask | 1 << player] - worths[mask]
            mask |= 1 << player
    return values / math.factorial(players)


# Attribution


def attribution() -> None:
    numbers = random(20)
    tables = [(2, [([0], 3, 2), ([1], 1, 1), ([0, 1], 1, 1)]), (1, [([0, 0, 0], 10, 4)])]
    for channels, count in ((3, 8), (6, 40)):
        journeys = []
        for _ in range(count):
            people = int(numbers.integers(1, 200))
            journeys.append(([int(x) for x in numbers.integers(0, channels, numbers.integers(1, 7))], people, int(numbers.binomial(people, 0.2))))
        tables.append((channels, journeys))
    for channels, journeys in tables:
        out = {rule: np.zeros(channels) for rule in ("last", "first", "linear", "position", "decay")}
        assisted = np.zeros(channels)
        worths = np.zeros(1 << channels)
        for touches, people, conversions in journeys:
            size = len(touches)
            middle = [1.0] if size == 1 else [0.5, 0.5] if size == 2 else [0.4] + [0.2 / (size - 2)] * (size - 2) + [0.4]
            halves = [0.5 ** (size - 1 - place) for place in range(size)]
            for place, touch in enumerate(touches):
                out["last"][touch] += conversions * (place == size - 1)
                out["first"][touch] += conversions * (place == 0)
                out["linear"][touch] += conversions / size
                out["position"][touch] += conversions * middle[place]
                out["decay"][touch] += conversions * halves[place] / sum(halves)
            for channel in set(touches) - {touches[-1]}:
                assisted[channel] += conversions
            needed = sum(1 << channel for channel in set(touches))
            for mask in range(1 << channels):
                worths[mask] += conversions if mask & needed == needed else 0
        case("Journeys", {"channels": channels, "journeys": journeys}, out | {"assisted": assisted, "shapley": shapley(channels, worths)})
        whole = conversion_rate(channels, journeys, None)
        effects = np.array([1 - conversion_rate(channels, journeys, removed) / whole for removed in range(channels)])
        case("MarkovAttribution", {"channels": channels, "journeys": journeys}, {
            "removalEffects": effects, "credit": effects / effects.sum() * sum(conversions for _, _, conversions in journeys),
        })
    baskets = [[item for item, share in zip("ABCDE", (0.5, 0.4, 0.3, 0.2, 0.25)) if numbers.uniform() < share or (item == "B" and numbers.uniform() < 0.2)] for _ in range(300)]
    encoder = mlxtend.preprocessing.TransactionEncoder()
    frame = pd.DataFrame(encoder.fit(baskets).transform(baskets), columns=encoder.columns_)
    rules = mlxtend.frequent_patterns.association_rules(mlxtend.frequent_patterns.apriori(frame, min_support=0.01, use_colnames=True, max_len=2), metric="support", min_threshold=0)
    # Sets have no order of their own.
    for rule in sorted(rules.to_dict("records"), key=lambda rule: (min(rule["antecedents"]), min(rule["consequents"]))):
        (first,), (second,) = rule["antecedents"], rule["consequents"]
        both, one, other = int((frame[first] & frame[second]).sum()), int(frame[first].sum()), int(frame[second].sum())
        low, high = proportion.proportion_confint(both, one, method="wilson")
        case("AssociationRule", {"both": both, "first": one, "second": other, "all": len(frame)}, {
            "support": rule["support"], "confidence": interval(rule["confidence"], low, high), "lift": rule["lift"], "leverage": rule["leverage"],
        })


def conversion_rate(channels, journeys, removed) -> float:
    counts = np.zeros((channels + 1, channels + 2))
    for touches, people, conversions in journeys:
        for source, target in zip([channels] + touches, touches):
            counts[source, target] += people
        counts[touches[-1], channels] += conversions
        counts[touches[-1], channels + 1] += people - conversions
    totals = counts.sum(axis=1, keepdims=True)
    rates = np.divide(counts, totals, out=np.zeros_like(counts), where=totals > 0)
    if removed is not None:
        rates[removed] = 0
    between = np.zeros((channels + 1, channels + 1))
    between[:, :channels] = rates[:, :channels]
    return np.linalg.solve(np.eye(channels + 1) - between, rates[:, channels])[channels]


# Advertising


def hill(x, ceiling, half, shape):
    x = np.asarray(x, float)
    return ceiling * x**shape / (half**shape + x**shape)


def advertising() -> None:
    numbers = random(21)
    for ceiling, half, shape, noise in ((500, 40, 1, 0), (500, 40, 1.6, 10), (900, 150, 0.8, 15), (2e6, 3e5, 2.2, 3e4), (40, 8, 1.1, 1.5)):
        spend = (np.linspace(0.05, 2.2, 40) * half * numbers.uniform(0.8, 1.2, 40)).round(2)
        outcome = np.maximum(0, hill(spend, ceiling, half, shape) + numbers.normal(0, 1, 40) * noise).round(3)
        best = None
        for start in itertools.product((0.8 * ceiling, 1.5 * ceiling), (0.5 * half, 2 * half), (0.7, 1.2, 2)):
            try:
                found, _ = optimize.curve_fit(hill, spend, outcome, p0=start, bounds=([0, 0, 0.5], [np.inf, np.inf, 3]), xtol=1e-14, ftol=1e-14, gtol=1e-14, max_nfev=20_000)
            except RuntimeError:
                continue
            squares = np.sum((outcome - hill(spend, *found)) ** 2)
            if best is None or squares < best[0]:
                best = (squares, found)
        at = np.linspace(0.2, 2, 5) * half
        case("HillCurve.fitted", {"spend": spend, "outcome": outcome, "at": at}, {
            "squares": max(best[0], 1e-9), "values": hill(at, *best[1]), "rSquared": 1 - best[0] / np.sum((outcome - outcome.mean()) ** 2),
        })
        for x in (0.001 * half, half, 7.3 * half):
            odds = (half / x) ** shape
            case("HillCurve", {"ceiling": ceiling, "half": half, "shape": shape, "spend": x}, {
                "value": hill(x, ceiling, half, shape), "slope": ceiling * shape * x ** (shape - 1) * half**shape / (half**shape + x**shape) ** 2,
            })
    for rate in (0, 0.5, 0.9):
        spend = numbers.uniform(0, 100, 15).round(1)
        case("adstock", {"spend": spend, "rate": rate}, {"kept": [
            rate**t * spend[0] + (1 - rate) * sum(rate ** (t - s) * spend[s] for s in range(1, t + 1)) for t in range(15)
        ]})
    concave = [(500, 40, 1), (800, 120, 0.8), (300, 15, 0.9)]
    rising = [(500, 40, 1.6), (800, 60, 1.3), (300, 25, 2)]
    for curves, budget, bounds in (
        (concave, 100, [(0, 100)] * 3), (concave, 250, [(20, 60), (50, 200), (10, 30)]), (concave, 30, [(0, 30)] * 3), (concave[:1], 50, [(10, 90)]),
        (rising, 180, [(0, 180)] * 3), (rising, 300, [(40, 150), (40, 150), (20, 100)]), (rising + concave, 400, [(5, 200)] * 6),
        (rising, 70, [(0, 70)] * 3), (rising, 25, [(0, 25)] * 3), ([(100, 50, 3), (100, 50, 3), (100, 50, 3)], 100, [(0, 100)] * 3),
    ):
        case("reallocate", {"budget": budget, "curves": curves, "bounds": bounds}, {"total": best_total(curves, budget, bounds)})


def best_total(curves, budget, bounds) -> float:
    """The most that SLSQP finds from many beginnings: corners, where single channels have as much as they may, and all between."""
    lows, highs = np.array(bounds, float).T

    def total(spend):
        return sum(hill(max(x, 0), *curve) for x, curve in zip(spend, curves))

    numbers, best = random(22), 0.0
    starts = [numbers.dirichlet(np.full(len(curves), strength)) for strength in (0.2, 1, 5) for _ in range(12)]
    for size in range(1, len(curves) + 1):
        for chosen in itertools.combinations(range(len(curves)), size):
            starts.append(np.isin(np.arange(len(curves)), chosen) / size)
    for shares in starts:
        start = np.clip(lows + shares * (budget - lows.sum()), lows, highs)
        found = optimize.minimize(
            lambda x: -total(x) / 1000, start, method="SLSQP", bounds=bounds, constraints={"type": "eq", "fun": lambda x: (x.sum() - budget) / budget},
            options={"ftol": 1e-12, "maxiter": 500},
        )
        if abs(found.x.sum() - budget) < 1e-7 * budget:
            best = max(best, total(found.x))
    return best


# Service


def service() -> None:
    for arrivals, handling, agents in ((100 / 60, 5, 10), (0.5, 3, 2), (200, 0.5, 101), (2, 1, 40), (1000, 1, 1030)):
        load = arrivals * handling
        # Erlang B as a quotient of Poisson probabilities.
        blocking = stats.poisson.pmf(agents, load) / stats.poisson.cdf(agents, load)
        wait = blocking / (1 - load / agents * (1 - blocking))
        case("ErlangC", {"arrivals": arrivals, "handling": handling, "agents": agents}, {
            "waitProbability": wait, "meanWait": wait * handling / (agents - load), "occupancy": load / agents,
        })
    buckets = [[0.1, 12], [0.5, 60], [1, 90], [5, 99], [math.inf, 100]]
    for p in (0, 0.05, 0.3, 0.6, 0.9, 0.95, 0.995, 1):
        # Linear between the bounds; the last bucket has no end.
        bounds, counts = [0, 0.1, 0.5, 1, 5], [0, 12, 60, 90, 99]
        case("histogramQuantile", {"buckets": buckets, "p": p}, {"value": np.interp(p * 100, counts, bounds)})
    for single, contention, coherence, loads in ((1000, 0.02, 0.0003, [1, 2, 4, 8, 16, 32, 64]), (12, 0.1, 0.01, [1, 5, 9]), (50, 0, 0.001, [10, 20, 40, 80])):
        def law(n, x, s, k):
            return x * n / (1 + s * (n - 1) + k * n * (n - 1))
        loads = np.array(loads, float)
        exact = law(loads, single, contention, coherence)
        found, _ = optimize.curve_fit(law, loads, exact, p0=(single * 1.1, contention + 0.01, coherence * 1.2), xtol=1e-14, ftol=1e-14, gtol=1e-14)
        case("Scalability", {"loads": loads, "throughputs": exact}, {
            "single": round(found[0], 6), "contention": round(found[1], 8), "coherence": round(found[2], 9), "peak": math.sqrt((1 - contention) / coherence),
            "at": [[n, law(n, single, contention, coherence)] for n in (3.0, 25.0, 100.0)],
        })
    for objective, good, total in ((0.999, 999_500, 1_000_000), (0.95, 90, 100), (0.99, 100, 100)):
        case("ServiceLevel", {"objective": objective, "good": good, "all": total}, {
            "level": good / total, "budget": total - objective * total, "spent": (total - good) / (total - objective * total), "burnRate": (1 - good / total) / (1 - objective),
        })
    for tp, fp, fn, tn in ((40, 10, 5, 900), (0, 3, 2, 10), (7, 0, 0, 0), (1, 1, 1, 1)):
        out = {}
        for name, part, whole in (("precision", tp, tp + fp), ("recall", tp, tp + fn), ("accuracy", tp + tn, tp + fp + fn + tn)):
            out[name] = interval(part / whole, *proportion.proportion_confint(part, whole, method="wilson"))
        precision, recall = out["precision"]["value"], out["recall"]["value"]
        out["f1"] = 2 * precision * recall / (precision + recall) if tp else 0
        case("Detection", {"truePositives": tp, "falsePositives": fp, "falseNegatives": fn, "trueNegatives": tn}, out)


def bootstraps() -> None:
    numbers = random(23)
    for size in (40, 150):
        values = numbers.lognormal(3, 0.6, size).round(3)
        for name, statistic in (("mean", np.mean), ("median", np.median)):
            found = stats.bootstrap((values,), statistic, n_resamples=20_000, method="percentile", rng=random(24)).confidence_interval
            case("bootstrap", {"values": values, "statistic": name}, interval(statistic(values), found.low, found.high))


if __name__ == "__main__":
    main(sys.argv[1])
