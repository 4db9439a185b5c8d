"""A text in another language is refused; any Dutch text passes."""

from __future__ import annotations

import pytest

from duidelijk.errors import ReadError
from duidelijk.reading import read_text

FOREIGN = {
    "Engels": (
        "Dear resident, the road in front of your house will be closed from Monday until Friday. You "
        "cannot drive to your house in that week, but you can walk. We are sorry that this causes "
        "problems for you."
    ),
    "Duits": (
        "Sehr geehrte Damen und Herren, die Straße vor Ihrem Haus ist von Montag bis Freitag "
        "gesperrt. Sie können in dieser Woche nicht mit dem Auto zu Ihrem Haus fahren, aber zu Fuß "
        "ist es möglich. Wir danken für Ihr Verständnis."
    ),
    "Fries": (
        "Bêste ynwenner, de dyk foar jo hûs is fan moandei oant en mei freed ticht. Jo kinne dan net "
        "mei de auto by jo hûs komme. Rinnend kin dat wol. Yn dizze brief lêze jo wat der bart. Wy "
        "helpe jo graach."
    ),
    "Afrikaans": (
        "Geagte inwoner, die pad voor u huis is van Maandag tot Vrydag gesluit. U kan dan nie met die"
        " motor by u huis kom nie. As u enige vrae het, bel ons asseblief. Ons sal u graag help om 'n"
        " oplossing te vind vir die probleem."
    ),
    "Frans": (
        "Madame, Monsieur, la rue devant votre maison sera fermée du lundi au vendredi. Vous ne "
        "pouvez pas aller à votre maison en voiture, mais vous pouvez y aller à pied. Si vous avez "
        "des questions, vous pouvez nous appeler."
    ),
    "Pools": (
        "Szanowni mieszkańcy, droga przed Państwa domem będzie zamknięta od poniedziałku do piątku. W"
        " tym tygodniu nie można dojechać do domu samochodem, ale można dojść pieszo. Jeśli mają "
        "Państwo pytania, prosimy o telefon pod numer."
    ),
    "Turks": (
        "Sayın sakinimiz, evinizin önündeki yol pazartesi gününden cuma gününe kadar kapalı olacak. "
        "Bu hafta arabanızla evinize gelemezsiniz, ama yürüyerek gelebilirsiniz. Bu durum sizin için "
        "zor olabilir. Sorularınız varsa bizi arayın. Size yardımcı olmak için buradayız ve bir çözüm"
        " bulmak isteriz."
    ),
}
UNNAMED = [
    (
        "Caro residente, a rua em frente à sua casa estará fechada de segunda a sexta-feira. Não "
        "poderá conduzir até à sua casa nessa semana, mas poderá ir a pé. Se tiver perguntas, ligue "
        "para o número abaixo. Teremos todo o gosto em ajudar."
    ),
    (
        "عزيزي الساكن، سيتم إغلاق الطريق أمام منزلك من الاثنين إلى الجمعة. لا يمكنك القيادة إلى منزلك"
        " في ذلك الأسبوع، ولكن يمكنك المشي. نعتذر عن أي إزعاج قد يسببه لك ذلك. إذا كانت لديك أي "
        "أسئلة، فيرجى الاتصال بنا على الرقم أدناه."
    ),
]
DUTCH = (
    "Uw straat is dicht van maandag tot en met vrijdag. U kunt dan niet met de auto bij uw huis "
    "komen. Lopend kan wel."
)


@pytest.mark.parametrize("language", FOREIGN)
def test_another_language_is_named(language: str) -> None:
    with pytest.raises(ReadError, match=f"^Deze tekst is in het {language}. Geef een Nederlandse tekst.$"):
        read_text(FOREIGN[language])


@pytest.mark.parametrize("text", UNNAMED, ids=["Portuguese", "Arabic"])
def test_a_language_that_has_no_list_is_refused_too(text: str) -> None:
    with pytest.raises(
        ReadError, match=r"is (niet in het Nederlands|in het Spaans)\. Geef een Nederlandse tekst\.$"
    ):
        read_text(text)


@pytest.mark.parametrize(
    "text",
    [
        DUTCH,
        "The road is closed. You can walk.",
        f"{DUTCH} {DUTCH}\n\n{FOREIGN['Engels']}",
        "\n".join(
            f"{name} | {number} | € {number},00" for number, name in enumerate(["paspoort", "rijbewijs"] * 20)
        ),
        "\n".join(["batterijen", "blikjes", "karton", "plastic", "textiel", "glas", "papier", "verf"] * 6),
        "\n".join(["J. de Boer, Lage Vaart 12", "A. Yilmaz, Het Ruim 3", "P. Nowak, De Rede 1"] * 12),
        "Gelet op artikel 2:10, eerste lid, Algemene plaatselijke verordening; gelezen het advies "
        "d.d. 3 maart 2026; besluit: vergunning te verlenen onder voorschriften, alsmede leges vast "
        "te stellen conform Legesverordening 2026.",
        "a\n" * 100,
    ],
    ids=["letter", "too short to say", "mixed", "table", "words", "names", "official", "letters"],
)
def test_dutch_lists_and_mixed_texts_pass(text: str) -> None:
    assert read_text(text).text == text
