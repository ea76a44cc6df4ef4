"""Resources and podcasts as things of schema.org."""

from urllib.parse import unquote

from django.conf import settings

from core import identity
from resources.choices import Licence, ResourceType
from resources.citations.names import is_body
from resources.citations.work import address_of, authors_of, is_episode, is_paper
from resources.podcasting.addresses import feed_url
from resources.podcasting.clock import iso_duration
from resources.podcasting.episode import player_of
from resources.podcasting.show import length_of
from translations.differences.outdated import OUT_OF_DATE

from .preview import picture_of

# https://schema.org/learningResourceType leaves the words to us.
_LEARNING = {
    ResourceType.GUIDE.value: "guide",
    ResourceType.CASE_STUDY.value: "case study",
    ResourceType.INITIATIVE.value: "improvement report",
    ResourceType.SYNTHESIS.value: "evidence synthesis",
}


def resource(page):
    """Return a resource as a thing, without what is unknown of it."""
    found = _common(page, page.summary, page.image) | {
        "@type": "LearningResource",
        "learningResourceType": _LEARNING.get(page.resource_type, ""),
        "datePublished": _day(page.issued_on),
        "author": _people(authors_of(page)),
        "license": Licence(page.licence).deed if page.licence else "",
        "about": [{"@type": "DefinedTerm", "name": term["name"]} for term in page.terms["topics"]],
    }
    if is_paper(page):
        found |= _paper(page)
    elif is_episode(page):
        found |= _episode(page)
    elif page.resource_type == ResourceType.SYNTHESIS:
        counted = page.together.counted
        found["isBasedOn"] = [settings.SITE_URL + record.url for record in counted]
    return _known(found)


def show(page):
    """Return a podcast as a thing."""
    return _known(
        _common(page, page.introduction, page.cover)
        | {
            "@type": "PodcastSeries",
            "webFeed": settings.SITE_URL + feed_url(page.slug, page.locale.language_code),
            "author": _people([page.author]) if page.author else [],
            "copyrightNotice": page.copyright_notice,
        }
    )


def _common(page, description, image):
    changed = page.last_published_at
    outdated = page.differences and page.differences.outdated
    rendition = picture_of(image)
    return {
        "name": page.title,
        "description": description,
        "url": address_of(page),
        "inLanguage": page.locale.language_code,
        "dateModified": _day(changed and changed.date()),
        "creativeWorkStatus": str(OUT_OF_DATE) if outdated else "",
        "publisher": {
            "@type": "Organization",
            "name": identity.name(page.locale.language_code),
            "url": settings.SITE_URL,
        },
        "image": settings.SITE_URL + rendition.url if rendition else "",
    }


def _paper(page):
    """The paper that an initiative's page stands for, by whom and where it was published."""
    doi = f"https://doi.org/{page.doi}" if page.doi else ""
    return {
        "@type": "ScholarlyArticle",
        "learningResourceType": "",
        "name": page.cited_title,
        "datePublished": str(page.year or ""),
        "dateModified": "",
        "publisher": "",
        "keywords": page.keywords,
        "pagination": page.pages,
        "sameAs": doi or page.source_url,
        "identifier": doi and {"@type": "PropertyValue", "propertyID": "DOI", "value": page.doi},
        "isPartOf": _place(page),
    }


def _place(page):
    """The issue of the volume of the journal; https://schema.org/ScholarlyArticle, example 1."""
    place = {"@type": "Periodical", "name": page.journal}
    if page.volume:
        place = {"@type": "PublicationVolume", "volumeNumber": page.volume, "isPartOf": place}
    if page.issue:
        place = {"@type": "PublicationIssue", "issueNumber": page.issue, "isPartOf": place}
    return place


def _episode(page):
    player = player_of(page)
    seconds = length_of(page)
    season = {"@type": "PodcastSeason", "seasonNumber": page.season}
    return {
        "@type": "PodcastEpisode",
        "learningResourceType": "",
        "inLanguage": player.spoken,
        "episodeNumber": page.episode,
        "duration": iso_duration(seconds) if seconds else "",
        "partOfSeries": _series(page),
        "partOfSeason": season if page.season else "",
        "contributor": _people(
            child.value["name"]
            for child in page.contributors
            if child.value["name"] not in authors_of(page)
        ),
        "associatedMedia": [_sound(sound, player, seconds) for sound in player.sounds],
        "accessibilityFeature": ["transcript"] if player.paragraphs else [],
    }


def _series(page):
    slug = unquote(page.show["url"]).rstrip("/").rpartition("/")[2]
    return {
        "@type": "PodcastSeries",
        "name": page.show["title"],
        "url": settings.SITE_URL + page.show["url"],
        "webFeed": settings.SITE_URL + feed_url(slug, page.locale.language_code),
    }


def _sound(sound, player, seconds):
    captions = {
        "@type": "MediaObject",
        "contentUrl": settings.SITE_URL + player.captions_url,
        "encodingFormat": "text/vtt",
        "inLanguage": player.written,
    }
    return _known(
        {
            "@type": "AudioObject",
            "contentUrl": sound.address,
            "encodingFormat": sound.kind,
            "contentSize": str(sound.size or ""),
            "duration": iso_duration(seconds) if seconds else "",
            "inLanguage": player.spoken,
            "caption": captions if player.captions_url else "",
        }
    )


def _people(names):
    return [
        {"@type": "Organization" if is_body(name) else "Person", "name": name} for name in names
    ]


def _day(day):
    return day.isoformat() if day else ""


def _known(found):
    return {name: value for name, value in found.items() if value}
