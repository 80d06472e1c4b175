"""The texts: complete in both languages, asked for by the code and nothing else, fit for Telegram and its readers."""

import re
from itertools import chain

import pytest

from bot.sandbox.html import parse_html
from handlers.routers import COMMANDS
from handlers.words import CODE, fluent
from handlers.words import LOCALES as SPOKEN_LOCALES
from models.access import PARTICIPANTS
from models.people.cards import SOURCES
from models.people.organisations import ZONES
from models.people.staff import Which
from models.people.topics import TOPICS
from models.school_year import Season
from models.terms import Role
from tests.house.catalogue import LOCALES, Spoken, code, messages, renderings

ALERT_LIMIT = 200
LABEL_LIMIT = 40
TEXT_LIMIT = 3500
pytestmark = pytest.mark.xdist_group("reading")  # one worker reads the code and the texts
every_locale = pytest.mark.parametrize("locale", LOCALES)


def dashed(codes) -> list[str]:
    return [code.lower().replace("_", "-") for code in codes]


FAMILIES: dict[str, list[str]] = {
    "people-calendar-{}": dashed(Season),
    "people-zone-{}": list(ZONES),
    "command-{}": list(COMMANDS),
    "people-language-{}": list(SPOKEN_LOCALES),
    "people-role-{}": [role + end for role in dashed(Role) for end in ("", "-button")],
    "people-source-{}": dashed(SOURCES),
    "people-staff-{}": dashed(Which),
    "people-admitted-{}-button": dashed(PARTICIPANTS),
    "topics-{}": [key.removeprefix("topics-") for topic in TOPICS.values() for key in (topic.key, *topic.goal_keys)],
}
"""Keys that the code puts together, and what may stand in their gap."""


def asked_for() -> dict[str, str]:
    """Every key that the code can ask for, and a place where it does."""
    found = {one.key: one.place for one in code().spoken}
    for shape, place in code().families.items():
        found |= {shape.replace("{}", filling): place for filling in FAMILIES.get(shape, [])}
    return found


def labels() -> set[str]:
    """Keys of what stands on a button, as far as the code shows it."""
    called = {one.key for one in code().spoken if one.call == "L"}
    return called | {key for key in messages("ru") if key.endswith("-button") and not key.startswith("error-")}


def test_it_speaks_the_languages_that_the_bot_offers() -> None:
    assert LOCALES == SPOKEN_LOCALES


def test_it_says_the_same_things_in_every_language() -> None:
    russian, english = messages("ru"), messages("en")
    assert russian.keys() ^ english.keys() == set()
    assert {key for key in russian if russian[key].file != english[key].file} == set()


def test_it_takes_the_same_arguments_in_every_language() -> None:
    russian, english = messages("ru"), messages("en")
    assert {
        key: (sorted(russian[key].variables), sorted(english[key].variables))
        for key in russian.keys() & english.keys()
        if russian[key].variables != english[key].variables
    } == {}


def test_it_knows_every_family_of_keys_that_the_code_puts_together() -> None:
    assert {shape: place for shape, place in code().families.items() if shape not in FAMILIES} == {}
    assert FAMILIES.keys() - code().families.keys() == set()


def test_it_has_every_text_that_the_code_asks_for() -> None:
    assert {key: place for key, place in asked_for().items() if key not in messages("ru")} == {}


@every_locale
def test_it_hands_to_each_text_the_values_that_it_says(locale: str) -> None:
    texts = messages(locale)
    needed = {
        key: message.variables.union(*(texts[part].variables for part in message.mentions))
        for key, message in texts.items()
    }
    assert {key: fluent().asked(key, locale) for key in texts} == needed


@every_locale
def test_it_knows_by_which_values_a_text_chooses_its_words(locale: str) -> None:
    texts = messages(locale)
    choosing = {
        key: frozenset(message.choices).union(*(texts[part].choices for part in message.mentions))
        for key, message in texts.items()
    }
    assert {key: fluent().chosen_by(key, locale) for key in texts} == choosing


@every_locale
def test_it_chooses_by_numbers_and_codes_and_never_by_what_people_write(locale: str) -> None:
    found = chain.from_iterable(chain.from_iterable(text.choices.values()) for text in messages(locale).values())
    assert {choice for choice in found if isinstance(choice, str) and not CODE.fullmatch(choice)} == set()


def test_it_has_no_text_that_nobody_asks_for() -> None:
    mentioned = chain.from_iterable(message.mentions for message in messages("ru").values())
    assert sorted(messages("ru").keys() - asked_for().keys() - set(mentioned)) == []


def test_it_is_given_all_that_a_text_needs() -> None:
    def missing(one: Spoken) -> list[str]:
        message = messages("ru").get(one.key)
        needed = message.variables if message else frozenset()
        return sorted(needed - one.given) if one.given is not None else []

    assert {f"{one.place} {one.key}": missing(one) for one in code().spoken if missing(one)} == {}


@every_locale
def test_it_can_be_said_and_is_html_that_telegram_takes(locale: str) -> None:
    for key in messages(locale):
        for text in renderings(locale, key):
            shown, _ = parse_html(text)
            assert shown.strip(), key
            assert len(shown) <= TEXT_LIMIT, key


@every_locale
def test_it_refuses_in_so_few_words_that_an_alert_holds_them(locale: str) -> None:
    refusals = [key for key in messages(locale) if key.startswith("error-")]
    longest = {key: max(map(len, renderings(locale, key))) for key in refusals}
    assert {key: length for key, length in longest.items() if length > ALERT_LIMIT} == {}


@every_locale
def test_it_puts_no_html_into_alerts_and_onto_buttons(locale: str) -> None:
    plain = {key for key in messages(locale) if key.startswith("error-")} | labels()
    assert {
        key for key in plain & messages(locale).keys() if re.search(r"<\w|&\w+;", messages(locale)[key].body)
    } == set()


@every_locale
def test_it_labels_buttons_briefly(locale: str) -> None:
    longest = {key: max(renderings(locale, key), key=len) for key in labels() & messages(locale).keys()}
    assert {key: text for key, text in longest.items() if len(text) > LABEL_LIMIT or "\n" in text} == {}


PERSONAL = "согласен готов рад должен уверен сам обязан занят свободен благодарен знаком заинтересован"
DONE = (
    "ответил написал выбрал предложил отказался согласился принял отклонил подтвердил перенёс отменил записал попросил "
    "пришёл смог хотел решил закрыл открыл добавил указал заполнил получил сделал прочитал пропустил оценил просил"
)
GENDERED = re.compile(
    r"\b(?:(?:согласн|готов|рад|должн|уверен|сам|обязан|занят|свободн|благодарн|знаком|заинтересован)а"
    rf"|{'|'.join(PERSONAL.split())}|(?:{'|'.join(DONE.split())})(?:а|ась|\(а\))?)\b",
    re.IGNORECASE,
)
# The grammar's gender, not a person's: of a thing, of the bot, or of «куратор», who is one whoever it is.
OF_THINGS = ("запись готова", "пара решила", "куратор пока не подтвердил", "напишу сам")


def without_things(body: str) -> str:
    for phrase in OF_THINGS:
        body = re.sub(phrase, "", body, flags=re.IGNORECASE)
    return body


def test_it_addresses_nobody_as_a_man_or_a_woman() -> None:
    found = {key: GENDERED.findall(without_things(message.body)) for key, message in messages("ru").items()}
    assert {key: words for key, words in found.items() if words} == {}


def test_it_calls_people_by_the_words_of_the_field() -> None:
    forbidden = re.compile(r"\b(?:менти|юзер|пользователь|кликните|нажмите на кнопку)\b", re.IGNORECASE)
    assert {key for key, message in messages("ru").items() if forbidden.search(message.body)} == set()


def test_it_says_you_politely() -> None:
    familiar = re.compile(r"\b(?:ты|тебя|тебе|твой|твоя|твои)\b", re.IGNORECASE)
    assert {key for key, message in messages("ru").items() if familiar.search(message.body)} == set()


NAMES = "partner name mentor mentee taker reader author proposer mentor_official mentee_official"
OWN_WORDS = "goal question position about comment excerpt"
STOPPED = re.compile(rf"\{{ \$(?:{'|'.join((NAMES + ' ' + OWN_WORDS).split())}) \}}\.")


@every_locale
def test_it_puts_no_full_stop_after_what_may_end_with_one(locale: str) -> None:
    """«Громов А. Ю.», «Маша К., 7 кл.», and whatever somebody has typed."""
    assert {key: found for key, message in messages(locale).items() if (found := STOPPED.findall(message.body))} == {}


def test_it_calls_the_curator_a_curator_in_english() -> None:
    assert {key for key, message in messages("en").items() if "coordinator" in message.body.lower()} == set()
