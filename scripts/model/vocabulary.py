"""The closed vocabularies: each word that data may use, with the words that a reader sees."""

from __future__ import annotations

from enum import StrEnum


class Vocabulary(StrEnum):
    """A closed list; `words` is what a reader sees."""

    words: str

    def __new__(cls, value: str, words: str | None = None) -> Vocabulary:
        """A word of data and its words for readers (the same where none are given; "" for none at all)."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.words = value if words is None else words
        return member


class Population(Vocabulary):
    ADULT = "adult", "adults"
    CHILD = "child", "children"
    BOTH = "both", "adults and children"


class Design(Vocabulary):
    SYSTEMATIC_REVIEW = "systematic-review", "systematic review"
    RCT = "rct", "randomised trial"
    COHORT = "cohort", "cohort or survey (no random allocation)"
    CASE_SERIES = "case-series", "case series (no comparison group)"
    GUIDELINE = "guideline", "guideline"
    NARRATIVE_REVIEW = "narrative-review", "narrative review"
    EXPERT_OPINION = "expert-opinion", "expert opinion"
    HEALTH_SERVICE_PAGE = "health-service-page", "health-service page"
    HOSPITAL_LEAFLET = "hospital-leaflet", "hospital leaflet (an instruction, not evidence that it works)"
    CLINIC_PAGE = "clinic-page", "clinic's page (an instruction, not evidence that it works)"
    ANIMAL_EXPERIMENT = "animal-experiment", "animal experiment"

    @property
    def brief(self) -> str:
        """The words for readers without what stands in brackets."""
        return self.words.partition(" (")[0]


class SourceKind(Vocabulary):
    GUIDELINE = "guideline"
    SYSTEMATIC_REVIEW = "systematic-review", "systematic review"
    RCT = "rct", "randomised trial"
    COHORT = "cohort"
    CASE_SERIES = "case-series", "case series"
    NARRATIVE_REVIEW = "narrative-review", "narrative review"
    TEXTBOOK = "textbook"
    HEALTH_SERVICE_PAGE = "health-service-page", "health-service page"
    HOSPITAL_LEAFLET = "hospital-leaflet", "hospital leaflet"
    CLINIC_PAGE = "clinic-page", "clinic's page"
    VENDOR_PAGE = "vendor-page", "maker's or seller's page"
    ANIMAL_EXPERIMENT = "animal-experiment", "animal experiment"


class Seen(Vocabulary):
    ABSTRACT = "abstract", "the abstract was read"
    EXCERPT = "full-text-excerpt", "part of the text was read"
    SEARCH = "search-excerpt", "only a short excerpt was read"


class Support(Vocabulary):
    STRONG = "strong", "strong"
    ORDINARY = "ordinary", "ordinary"
    WEAK = "weak", "weak"


class Statistic(Vocabulary):
    PROPORTION = "proportion"
    MEAN = "mean"
    MEDIAN = "median"
    RATE = "rate", "rate ratio"
    ODDS_RATIO = "odds-ratio", "odds ratio"
    RISK_RATIO = "risk-ratio", "risk ratio"
    HAZARD_RATIO = "hazard-ratio", "hazard ratio"
    R_SQUARED = "r-squared", "share of variance (R²)"
    LOWER_BOUND = "lower-bound", "more than"


class Unit(Vocabulary):
    PERCENT = "%"
    MILLIMETRE = "mm"
    PRESSURE = "mmHg"
    MICROVOLT = "µV"
    DAYS = "days"
    MONTHS = "months"
    PER_WEEK = "per week", "a week"
    POINTS = "points"
    POINTS_10 = "points 0-10", "points (scale 0 to 10)"
    PATIENTS = "patients"
    SESSIONS = "sessions"
    RATIO = "ratio", ""


class Urgency(Vocabulary):
    EMERGENCY = "emergency", "Emergency"
    URGENT = "urgent", "Urgent"
    SOON = "soon", "Soon"
    ROUTINE = "routine", "Routine"
    NONE = "none", "No set time"

    @property
    def rank(self) -> int:
        """How urgent, from 0 (none) up."""
        return _RANKS[self]


_RANKS = {urgency: rank for rank, urgency in enumerate(reversed(Urgency))}

# The urgencies of a sign: something is always to be done about it.
FLAGGED = tuple(urgency for urgency in Urgency if urgency is not Urgency.NONE)


class AppliesTo(Vocabulary):
    BOTH = "both", "adults and children"
    ADULT = "adult", "adults"
    CHILD = "child", "children"


class Context(Vocabulary):
    ANY = "any", "at any time"
    HOME_TREATMENT = "home-treatment", "during treatment at home"
    AFTER_PROCEDURE = "after-procedure", "after a procedure"


class Level(Vocabulary):
    """Where care is given at the end of a path."""

    EMERGENCY = "emergency", "Emergency department or ambulance"
    SAME_DAY = "same-day", "Care on the same day"
    CLINIC = "clinic", "Clinic or family doctor"
    SPECIALIST = "specialist", "Specialist team"
    THEATRE = "theatre", "Operating theatre or day surgery"
    CONSERVATIVE = "conservative", "Treatment without a procedure"
    HOME = "home", "At home, by the team's written plan"


class Confirms(Vocabulary):
    """What an answer says to be so; both are needed before a path may end at home."""

    TAUGHT = "taught", "prescribed and taught by a clinician"
    AS_PLANNED = "as-planned", "going as planned"


class BasisKind(Vocabulary):
    SOURCED = "sourced", "a source gives this timing"
    PRECAUTION = "precaution", "our own precaution: no source gives this timing"


class Sure(Vocabulary):
    HIGH = "high", "high"
    FAIR = "fair", "fair"
    LOW = "low", "low"
    NAMED_ONLY = "named-only", "named in the text, page not found"
    NONE = "none", "no match found"


class Verdict(Vocabulary):
    SUPPORTED = "supported", "Supported"
    QUALIFIED = "qualified", "Supported in part"
    CONTRADICTED = "contradicted", "Contradicted"
    NOT_FOUND = "not-found", "Not found"


class Answer(Vocabulary):
    ANSWERED = "answered", "Answered"
    PARTLY = "partly-answered", "Answered in part"
    UNANSWERED = "unanswered", "Not answered"


class Audience(Vocabulary):
    PATIENTS = "patients", "For patients and carers"
    CLINICIANS = "clinicians", "For clinicians"
    TRAINEES = "trainees", "For trainees"
    EVERYONE = "everyone", "For everyone"
    MAINTAINERS = "maintainers", "For maintainers"


class Spot(Vocabulary):
    """A place to which the anatomical drawing can point."""

    JOIN = "join"
    PUBORECTALIS = "puborectalis"
    CANAL = "canal"
    INNER_RING = "internal-sphincter"
    OUTER_RING = "external-sphincter"
    CUSHIONS = "cushions"
    DENTATE_LINE = "dentate-line"
    OPENING = "opening"
    MIDLINE = "midline"
    SIDE = "side"


class Form(Vocabulary):
    """How a figure is written."""

    VALUE = "value"
    NATURAL = "natural"
    COUNT = "count"
    INTERVAL = "interval"
    TIMEPOINT = "timepoint"
