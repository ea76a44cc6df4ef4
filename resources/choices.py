"""Fixed lists that resources are filed under. Their values stand in addresses and files."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ResourceType(models.TextChoices):
    """Kinds of resource."""

    GUIDE = "guide", _("Guide")
    CASE_STUDY = "case_study", _("Case study")
    INITIATIVE = "initiative", _("Improvement initiative")
    PODCAST = "podcast", _("Podcast episode")
    SYNTHESIS = "synthesis", _("Synthesis")


class CareLevel(models.TextChoices):
    """Levels of care, from the home to the referral hospital."""

    HOME_COMMUNITY = "home_community", _("Home and community")
    PRIMARY = "primary", _("Primary care")
    SECONDARY = "secondary", _("Secondary care (district hospital)")
    TERTIARY = "tertiary", _("Tertiary care (referral or teaching hospital)")


class Caseload(models.TextChoices):
    """How many births or patients of the kind a place has in a month."""

    UNDER_50 = "under_50", _("Under 50 a month")
    FROM_50 = "50_to_199", _("50 to 199 a month")
    FROM_200 = "200_to_499", _("200 to 499 a month")
    FROM_500 = "500_and_more", _("500 a month or more")


class PocqiStep(models.IntegerChoices):
    """The four steps of Point of Care Quality Improvement (WHO South-East Asia Region, 2017)."""

    IDENTIFY = 1, _("Step 1: find a problem, form a team, write an aim")
    ANALYSE = 2, _("Step 2: analyse the problem and measure care")
    CHANGE = 3, _("Step 3: develop and test changes")
    SUSTAIN = 4, _("Step 4: sustain the improvement")


class Outcome(models.TextChoices):
    """What came of an initiative. A failure teaches as much as a success."""

    WORKED = "worked", _("Worked")
    NOT_SUSTAINED = "not_sustained", _("Worked, but was not sustained")
    MIXED = "mixed", _("Mixed results")
    DID_NOT_WORK = "did_not_work", _("Did not work")


class Act(models.TextChoices):
    """What a team decides at the end of a PDSA cycle (Langley et al., The Improvement Guide)."""

    ADOPT = "adopt", _("Adopt")
    ADAPT = "adapt", _("Adapt")
    ABANDON = "abandon", _("Abandon")


class Certainty(models.TextChoices):
    """How certain the evidence is: GRADE's four levels.

    Balshem et al., J Clin Epidemiol 2011;64:401-406; Guyatt et al., BMJ 2008;336:924-926.
    """

    HIGH = "high", _("High certainty")
    MODERATE = "moderate", _("Moderate certainty")
    LOW = "low", _("Low certainty")
    VERY_LOW = "very_low", _("Very low certainty")


class Licence(models.TextChoices):
    """Under which terms a resource may be used."""

    CC_BY = "cc-by-4.0", _("Creative Commons Attribution 4.0 (CC BY)")
    CC_BY_SA = "cc-by-sa-4.0", _("Creative Commons Attribution-ShareAlike 4.0 (CC BY-SA)")
    CC_BY_NC = "cc-by-nc-4.0", _("Creative Commons Attribution-NonCommercial 4.0 (CC BY-NC)")
    CC0 = "cc0", _("No rights reserved (CC0)")
    RIGHTS_RESERVED = "all-rights-reserved", _("All rights reserved")

    @property
    def deed(self):
        """Return the address of the licence's text, "" where there is none to read."""
        return _DEEDS.get(self.value, "")


_DEEDS = {
    Licence.CC_BY.value: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC_BY_SA.value: "https://creativecommons.org/licenses/by-sa/4.0/",
    Licence.CC_BY_NC.value: "https://creativecommons.org/licenses/by-nc/4.0/",
    Licence.CC0.value: "https://creativecommons.org/publicdomain/zero/1.0/",
}


class EpisodeType(models.TextChoices):
    """Kinds of podcast episode, as feeds name them (Apple's itunes:episodeType)."""

    FULL = "full", _("Full episode")
    TRAILER = "trailer", _("Trailer")
    BONUS = "bonus", _("Bonus")


class PodcastCategory(models.TextChoices):
    """Where a podcast directory files a show: those of Apple's categories that fit the hub.

    Source: https://podcasters.apple.com/support/1691-apple-podcasts-categories. The value is
    the category, and after a colon the subcategory.
    """

    MEDICINE = "Health & Fitness:Medicine", _("Health: medicine")
    HEALTH = "Health & Fitness", _("Health")
    COURSES = "Education:Courses", _("Education: courses")
    SELF_IMPROVEMENT = "Education:Self-Improvement", _("Education: self-improvement")
    EDUCATION = "Education", _("Education")
    LIFE_SCIENCES = "Science:Life Sciences", _("Science: life sciences")
    NON_PROFIT = "Business:Non-Profit", _("Business: non-profit")
