import pytest

from bot.sandbox.errors import ApiError
from bot.sandbox.html import parse_html
from bot.sandbox.links import LinkError, check_link
from bot.sandbox.text import TEXT_LENGTH, formatted, to_html


def kinds(entities):
    return [(entity["type"], entity["offset"], entity["length"]) for entity in entities]


@pytest.mark.parametrize(
    ("raw", "text", "entities"),
    [
        ("Школа & дом", "Школа & дом", []),
        ("&lt;b&gt; &amp; &quot;да&quot; &nbsp; &#8212; &#x2014;", '<b> & "да" &nbsp; — —', []),
        ("&lt без точки с запятой", "< без точки с запятой", []),
        ("<b>a</b><i>b</i>", "ab", [("bold", 0, 1), ("italic", 1, 1)]),
        ("<B>a</b >", "a", [("bold", 0, 1)]),
        ("<b>a</>", "a", [("bold", 0, 1)]),
        ("🙂<b>🙂я</b>", "🙂🙂я", [("bold", 2, 3)]),
        ("<b><i>a</i>b</b>", "ab", [("bold", 0, 2), ("italic", 0, 1)]),
        ('<b any="thing" other=x.y-1 third>a</b>', "a", [("bold", 0, 1)]),
        ("<b></b>a", "a", []),
        ("<u>a</u><ins>b</ins>", "ab", [("underline", 0, 1), ("underline", 1, 1)]),
        ("<s>a</s><del>b</del>", "ab", [("strikethrough", 0, 1), ("strikethrough", 1, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ("<pre><code class='language-python'>a</code></pre>", "a", [("pre", 0, 1)]),
        ("<code class='language-python'>a</code>", "a", [("code", 0, 1)]),
        ("<a href='school.example'>a</a>", "a", [("text_link", 0, 1)]),
        ("<a>school.example</a>", "school.example", [("text_link", 0, 14)]),
        ("<a href='nowhere'>a</a>", "a", []),
    ],
)
def test_it_reads_html_as_telegram_does(raw, text, entities):
    visible, found = parse_html(raw)
    assert (visible, kinds(found)) == (text, entities)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("я <b>", 'Can\'t find end tag corresponding to start tag "b"'),
        ("я < б", 'Unsupported start tag "" at byte offset 3'),
        ("я <br>", 'Unsupported start tag "br" at byte offset 3'),
        ("🙂</b>", "Unexpected end tag at byte offset 4"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<b>a</strong>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</strong>"'),
        ("a <", "Unclosed start tag at byte offset 2"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ('<b ="x">a</b>', 'Empty attribute name in the tag "b" at byte offset 0'),
        ("<b x=", 'Unclosed start tag "b" at byte offset 0'),
        ("<b x=a,b>a</b>", "Unexpected end of name token at byte offset 5"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-emoji emoji-id="x">🙂</tg-emoji>', "Invalid custom emoji identifier specified"),
    ],
)
def test_it_says_what_is_wrong_with_html_and_where(raw, reason):
    with pytest.raises(ApiError) as refused:
        parse_html(raw)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


def test_it_trims_a_text_and_moves_its_entities():
    text, entities = formatted("\n  a <b>b</b> \n", "HTML", None, TEXT_LENGTH)
    assert (text, kinds(entities)) == ("a b", [("bold", 2, 1)])


def test_it_cuts_an_entity_that_ends_in_trimmed_space():
    text, entities = formatted("<b>a  </b>  ", "HTML", None, TEXT_LENGTH)
    assert (text, kinds(entities)) == ("a", [("bold", 0, 1)])


def test_it_notices_commands_and_links():
    text = "/menu и https://school.example/plan?a=1"
    assert kinds(formatted(text, None, None, TEXT_LENGTH)[1]) == [("bot_command", 0, 5), ("url", 8, 31)]
    assert kinds(formatted("<code>/menu</code>", "HTML", None, TEXT_LENGTH)[1]) == [("code", 0, 5)]


@pytest.mark.parametrize(
    "raw",
    [
        "<b>a <i>б</i></b> &lt;script&gt;",
        '<a href="https://school.example/?a=1&amp;b=2">план</a>',
        "<pre>a\nb</pre><blockquote>🙂</blockquote>",
        "<tg-spoiler>a</tg-spoiler>",
    ],
)
def test_it_gives_back_the_html_that_it_read(raw):
    assert to_html(*parse_html(raw)) == raw


def test_it_draws_overlapping_entities_as_proper_html():
    entities = [{"type": "bold", "offset": 0, "length": 2}, {"type": "italic", "offset": 1, "length": 2}]
    assert to_html("abc", entities) == "<b>a<i>b</i></b><i>c</i>"


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("school.example", "http://school.example/"),
        ("https://school.example/a", "https://school.example/a"),
        ("https://school.example?a", "https://school.example?a"),
        ("tg://user?id=1", "tg://user?id=1"),
    ],
)
def test_it_keeps_links_as_telegram_does(link, kept):
    assert check_link(link) == kept


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        ("http://localhost:8080/", "Wrong HTTP URL"),
        ("ftp://school.example", "Unsupported URL protocol"),
        ("http://", "URL host is empty"),
        ("http://school example", "Wrong HTTP URL"),
    ],
)
def test_it_refuses_links_that_telegram_refuses(link, reason):
    with pytest.raises(LinkError, match=reason):
        check_link(link)
