# Writes growth.tsv: questions about growth, and answers computed with 400 digits (Python 3.11, mpmath 1.3).
# Spans are counts of 1/4,530,960 year, shares and values decimals; an answer is the nearest decimal, half-even.
import random
from fractions import Fraction
from mpmath import mp, mpf, log, floor

mp.dps = 400
YEAR, LARGEST = 4530960, 2**96 - 1
random.seed(1949)


def show(mantissa, scale):
    text = str(abs(mantissa)).rjust(scale + 1, "0")
    text = text if scale == 0 else (text[:-scale] + "." + text[-scale:]).rstrip("0").rstrip(".")
    return ("-" if mantissa < 0 else "") + text


def nearest(exact, limit=28):
    for scale in range(limit, -1, -1):
        scaled = exact * 10**scale
        low = int(floor(scaled))
        rest = scaled - low - mpf("0.5")
        tie = abs(rest) < mpf(10) ** -250
        mantissa = low + (low % 2 if tie else int(rest > 0))
        if abs(mantissa) <= LARGEST:
            return show(mantissa, scale)
    return "overflow"


def number(text):
    return mpf(Fraction(text).numerator) / Fraction(text).denominator


def exact(value):  # a fraction as a decimal, if it is one
    for scale in range(28, -1, -1):
        if value * 10**scale <= LARGEST and (value * 10**scale).denominator == 1:
            return show(int(value * 10**scale), scale)


def positive(answer):
    return "underflow" if answer == "0" else answer


def rate(start, to, over):
    answer = nearest((number(to) / number(start)) ** (mpf(YEAR) / over) - 1)
    return "underflow" if answer == "-1" else answer


def project(start, to, over, value, by, share):
    exponent = number(share) * by / over
    return positive(nearest(number(value) * (number(to) / number(start)) ** exponent))


def compare(start, to, over, base, by, share, observed):
    left = log(number(observed) / number(base))
    gap = left - number(share) * by / over * log(number(to) / number(start))
    return "equal" if abs(gap) < mpf(10) ** -250 else "above" if gap > 0 else "below"


def rates(start, at, span_, multiple, base, to, over):  # (at ÷ start)^(year ÷ span) − 1 against multiple × ((to ÷ base)^(year ÷ over) − 1)
    gap = (number(at) / number(start)) ** (mpf(YEAR) / span_) - 1
    gap -= number(multiple) * ((number(to) / number(base)) ** (mpf(YEAR) / over) - 1)
    return "equal" if abs(gap) < mpf(10) ** -250 else "above" if gap > 0 else "below"


def yearly(start, *changes):
    return positive(nearest(mp.fprod(1 + number(change) for change in changes) * number(start)))


def share(start, at, to):
    return nearest(log(number(at) / number(start)) / log(number(to) / number(start)), 12)


def cumulative(base, *values):
    total, n = sum(map(Fraction, values)) / Fraction(base), len(values)
    low, high = mpf(0), mpf(total.numerator) / total.denominator
    for _ in range(1500):
        x = (low + high) / 2
        low, high = (low, x) if sum(x**k for k in range(1, n + 1)) * total.denominator > total.numerator else (x, high)
    answer = nearest(low - 1) if abs(low - 1) > mpf(10) ** -300 else "0"
    return "underflow" if answer == "-1" else answer


def plan():  # a value as plans state it
    return show(random.randint(1, 10 ** random.randint(1, 7)), random.randint(0, 4))


def any_value():  # up to 28 digits, at any scale
    return show(random.randint(1, LARGEST >> random.randint(0, 95)), random.randint(0, 28))


def full_value():
    return show(random.randint(LARGEST // 10, LARGEST), random.randint(0, 28))


def span():
    return random.choice([YEAR * random.randint(1, 30), YEAR // 12 * random.randint(1, 300), random.randint(10**4, 10**9)])


def neighbours(text):  # one unit of the last of 28 digits to either side
    value, scale = Fraction(text), 28
    while value * 10**scale > LARGEST - 2:
        scale -= 1
    middle = int(value * 10**scale)
    return [show(middle + step, scale) for step in (-1, 0, 1) if middle + step > 0]


def closest(draw, exact, keep, tries):  # the cases nearest to a midpoint of two decimals
    def distance(case):
        scaled = exact(*case) * mpf(10) ** 28
        return abs(scaled - floor(scaled) - mpf("0.5"))
    return sorted((draw() for _ in range(tries)), key=distance)[:keep]


rows = []
ask = lambda name, answer, *case: rows.append("\t".join([name, *map(str, case), answer(*case)]))
for _ in range(120):
    ask("rate", rate, plan(), plan(), span())
    ask("rate", rate, any_value(), any_value(), span())
for _ in range(60):
    start = full_value()
    ask("rate", rate, start, random.choice(neighbours(start)), span())
for case in [("2", "2.0000000000000000000000000001", YEAR), ("2", "2.0000000000000000000000000003", YEAR),
             ("4", "4.0000000000000000000000000006", YEAR), ("0.0000000000000000000000000001", str(LARGEST), 30 * YEAR),
             (str(LARGEST), "0.0000000000000000000000000001", 200 * YEAR), (str(LARGEST), "0.0000000000000000000000000001", YEAR),
             ("1", "2", YEAR // 96), ("1", "2", YEAR // 97), ("100", "161.051", 5 * YEAR), ("1024", "1", 10 * YEAR)]:
    ask("rate", rate, *case)
mp.dps = 60
unclear = closest(lambda: (plan(), plan(), YEAR * random.randint(2, 9)), lambda a, b, o: (number(b) / number(a)) ** (mpf(YEAR) / o), 100, 60000)
mp.dps = 400
for case in unclear:
    ask("rate", rate, *case)
for _ in range(100):
    ask("project", project, plan(), plan(), span(), plan(), span(), "1")
    ask("project", project, any_value(), any_value(), span(), any_value(), span() - span(), show(random.randint(-300, 300), 2))
for _ in range(60):  # half of a full value lies in the middle between two decimals
    value, up = full_value(), random.choice(["1.5", "0.5", "2.5", "1.25", "0.05"])
    for to in neighbours(up) if random.random() < 0.3 else [up]:
        ask("project", project, "1", to, YEAR, value, YEAR, "1")
for _ in range(150):  # paths through decimals, and their neighbours
    factor, years = 1 + Fraction(random.randint(-90, 150), 100), random.randint(1, 6)
    base, by = Fraction(random.randint(1, 9999), 10), random.randint(0, 2 * years)
    to, at = exact(base * factor**years), exact(base * factor**by)
    unit, cut = random.choice([YEAR, YEAR // 12, 4567]), random.choice(["1", "0.5", "2", "0.25"])
    if to and at and (unit * by / Fraction(cut)).denominator == 1:
        for observed in neighbours(at):
            ask("compare", compare, exact(base), to, unit * years, exact(base), int(unit * by / Fraction(cut)), cut, observed)
for _ in range(120):  # the two decimals nearest to an irrational path
    case = plan(), plan(), span(), plan(), span(), random.choice(["1", "0.95", "0.6", "1.05"])
    at = project(*case)
    if case[0] != case[1] and at not in ("overflow", "underflow"):
        for observed in neighbours(at):
            ask("compare", compare, *case, observed)
for _ in range(150):  # a rate that is a multiple of another, and the neighbours of the value that it leads to
    factor, years, over = 1 + Fraction(random.randint(-60, 90), 100), random.randint(1, 3), random.randint(1, 3)
    multiple = Fraction(random.choice(["0.5", "0.95", "1", "1.05", "-0.5", "2", "0.6"]))
    cut, unit = 1 + multiple * (factor - 1), random.choice([YEAR, YEAR, YEAR // 2, YEAR // 4])
    base = Fraction(random.randint(1, 9999), 10)
    to, at = exact(base * factor**over), exact(base * cut**years) if cut > 0 else None
    if unit != YEAR:  # by the half and by the quarter both grow by the same, so that only the multiple 1 ties
        multiple, at = Fraction(1), exact(base * factor**years)
    if to and at and factor != 1:
        for observed in neighbours(at):
            ask("rates", rates, exact(base), observed, unit * years, exact(multiple), exact(base), to, unit * over)
for _ in range(100):
    draw = random.choice([plan, any_value])
    longer = lambda: span() + YEAR // 2
    ask("rates", rates, draw(), draw(), longer(), show(random.randint(-300, 300), 2), draw(), draw(), longer())
for _ in range(60):
    draw = random.choice([lambda: show(random.randint(-999, 999), 4), lambda: show(random.randint(-(10**28) + 1, 10**28), 28)])
    ask("yearly", yearly, random.choice([plan, any_value])(), *(draw() for _ in range(random.randint(1, 10))))
for _ in range(80):
    draw = random.choice([plan, any_value])
    ask("share", share, draw(), draw(), draw())
for _ in range(60):
    draw = random.choice([plan, plan, any_value])
    ask("cumulative", cumulative, draw(), *(draw() for _ in range(random.randint(1, 12))))
for n in range(1, 8):
    for flow in ("110", "90", "105.5"):
        growth = Fraction(flow) / 100
        ask("cumulative", cumulative, "100", *(show(int(100 * growth**k * 10**20), 20) for k in range(1, n + 1)))
ask("cumulative", cumulative, "2", "2.0000000000000000000000000001")
ask("cumulative", cumulative, "2", "2.0000000000000000000000000003")
for row in rows:
    print(row)
